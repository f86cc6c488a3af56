import type { FootnoteReference, Node, PhrasingContent, RootContent } from 'mdast';
import { isWordless, tidyInline } from '../model/record/inline.ts';
import type { Inline, Mark } from '../model/record/record.ts';
import { isReservedId } from '../model/record/section-id.ts';
import { report, type Reading } from './context.ts';
import { directionOf } from './direction.ts';
import { bracedId } from './heading-id.ts';
import { linkTarget } from './link-target.ts';
import { tagAttributes, tagHolds, type Tag } from './tags.ts';

/** Running text of one block, tidied: see `tidyInline`. */
export function readInline(nodes: readonly RootContent[], reading: Reading): readonly Inline[] {
  return tidyInline(inlineOf(nodes, reading));
}

/** Paragraphs inside a tag that holds running text are parted by a space. */
function inlineOf(nodes: readonly RootContent[], reading: Reading): readonly Inline[] {
  return nodes.flatMap((node, index) =>
    node.type === 'paragraph' && index > 0 ? [' ', ...oneInline(node, reading)] : oneInline(node, reading),
  );
}

function oneInline(node: RootContent, reading: Reading): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return [node.value];
    case 'break':
      return [{ kind: 'break' }];
    case 'inlineCode':
      return [{ kind: 'mark', mark: 'code', children: [node.value] }];
    case 'emphasis':
      return marked('em', node.children, reading);
    case 'strong':
      return marked('strong', node.children, reading);
    case 'delete':
      report(
        reading,
        node,
        'struck-through',
        'Struck words leave it open whether they apply. Remove them, or write \\~ for the sign itself.',
      );
      return inlineOf(node.children, reading);
    case 'link':
      return linked(node, node.url, node.title, node.children, reading);
    case 'linkReference': {
      const definition = reading.definitions.get(node.identifier);
      return linked(node, definition?.url ?? '', definition?.title, node.children, reading);
    }
    case 'footnoteReference':
      return noteReference(node, reading);
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return tagged(node, reading);
    case 'paragraph':
      return inlineOf(node.children, reading);
    default:
      refuseInline(node, reading);
      return [];
  }
}

function marked(mark: Mark, nodes: readonly PhrasingContent[], reading: Reading): readonly Inline[] {
  return [{ kind: 'mark', mark, children: inlineOf(nodes, reading) }];
}

function linked(
  node: Node,
  url: string,
  title: string | null | undefined,
  nodes: readonly PhrasingContent[],
  reading: Reading,
): readonly Inline[] {
  const before = reading.findings.length;
  const children = inlineOf(nodes, reading);
  if (isWordless(children) && reading.findings.length === before) {
    report(
      reading,
      node,
      'link-empty',
      'This link has no words, so no reader would see it. Write them between the square brackets, or remove it.',
    );
  }
  const target = linkTarget(url, node, reading);
  return target ? [{ kind: 'link', target, title: title ?? undefined, children }] : children;
}

/** A footnote is numbered within its section, and so belongs to one: a new one elsewhere changes no words here. */
function noteReference(node: FootnoteReference, reading: Reading): readonly Inline[] {
  const { identifier, label: name = identifier } = node;
  const section = reading.noteSections.get(identifier) ?? reading.section;
  if (section !== reading.section) {
    const owner = isReservedId(section)
      ? 'the words before the first heading, which refer to it first'
      : `the section "${section}", which refers to it first`;
    const message = `The footnote [^${name}] belongs to ${owner}. Write its text again under a name of its own, such as [^${name}-${reading.section}], and refer to that here, so that each section is complete in itself.`;
    report(reading, node, 'footnote-shared', message);
    return [];
  }
  const label = reading.noteNumbers.get(identifier) ?? String(reading.noteNumbers.size + 1);
  reading.noteSections.set(identifier, section);
  reading.noteNumbers.set(identifier, label);
  return [{ kind: 'note', label }];
}

function tagged(tag: Tag, reading: Reading): readonly Inline[] {
  const holds = tagHolds(tag, reading);
  const name = tag.name ?? '';
  if (holds === 'inline' && name === 'span') return inLanguage(tag, reading);
  const children = inlineOf(tag.children, reading);
  if (holds === undefined) return children;
  if (holds === 'block') {
    report(
      reading,
      tag,
      'tag-misplaced',
      `The tag <${name}> holds whole paragraphs and cannot stand within one. Put <${name}> and </${name}> on lines of their own.`,
    );
    return children;
  }
  if (name === 'br' && children.length > 0) {
    report(reading, tag, 'tag-misplaced', 'The line break <br/> holds no words. Write <br/> where the line ends, and the words after it.');
  }
  return inlineTag(name, tagAttributes(tag, reading), children);
}

function inlineTag(name: string, attributes: Readonly<Record<string, string>>, children: readonly Inline[]): readonly Inline[] {
  switch (name) {
    case 'br':
      return [{ kind: 'break' }];
    case 'sub':
    case 'sup':
      return [{ kind: 'mark', mark: name, children }];
    case 'abbr':
      return [{ kind: 'abbreviation', title: attributes['title'] ?? '', children }];
    default:
      return [{ kind: 'component', name, children }];
  }
}

/** Words in another language. They run as their language does; it is written down where that differs from the words around, or by hand. */
function inLanguage(tag: Tag, reading: Reading): readonly Inline[] {
  const attributes = tagAttributes(tag, reading);
  const lang = attributes['lang'] ?? '';
  const written = attributes['dir'];
  const own = written === 'rtl' || written === 'ltr' ? written : directionOf(lang);
  const dir = written === undefined && own === reading.dir ? undefined : own;
  return [{ kind: 'language', lang, dir, children: inlineOf(tag.children, { ...reading, dir: own }) }];
}

function refuseInline(node: RootContent, reading: Reading): void {
  switch (node.type) {
    case 'image':
    case 'imageReference':
      report(reading, node, 'no-image', 'A policy is words: an image cannot be frozen with them. Say in words what it shows.');
      return;
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      reportExpression(node, node.value, reading);
      return;
    default:
      report(reading, node, 'block-misplaced', `Here only running text may stand, not ${plainName(node)}. Move it outside.`);
  }
}

const NAMES: Readonly<Record<string, string>> = {
  blockquote: 'a quote',
  code: 'a block of code',
  definition: 'the address of a link',
  footnoteDefinition: 'the text of a footnote',
  heading: 'a heading',
  list: 'a list',
  mdxjsEsm: 'program code',
  table: 'a table',
  thematicBreak: 'a line across the page',
};

/** What a piece of Markdown is called by people. */
export function plainName(node: RootContent): string {
  return NAMES[node.type] ?? `a piece of Markdown called "${node.type}"`;
}

/** Refuses `{…}`, the same in running text and between paragraphs. */
export function reportExpression(node: Node, value: string, reading: Reading): void {
  report(reading, node, 'no-code', expressionMessage(value));
}

function expressionMessage(value: string): string {
  const id = bracedId(value);
  if (id !== undefined) return `The id of a section stands in square brackets. Write [#${id}] in place of the braces.`;
  if (/^\s*\/\*/u.test(value)) {
    return 'A hidden comment {/* … */} cannot stand in policy text: whatever is published is published whole. Remove it.';
  }
  const short = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return `{${short.replaceAll(/\s+/gu, ' ')}} stands in braces, which mark program code, and policy text may not contain any. Write the words themselves; to print a brace, write &#123; for "{" and &#125; for "}".`;
}
