import type { Node, PhrasingContent, RootContent } from 'mdast';
import { tidyInline, wordsOf } from '../model/record/inline.ts';
import type { Inline, Mark } from '../model/record/record.ts';
import { report, type Reading } from './context.ts';
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
      return marked('s', node.children, reading);
    case 'link':
      return linked(node, node.url, node.title, node.children, reading);
    case 'linkReference': {
      const definition = reading.definitions.get(node.identifier);
      return linked(node, definition?.url ?? '', definition?.title, node.children, reading);
    }
    case 'footnoteReference':
      return noteReference(node.identifier, reading);
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
  if (wordsOf(children).trim() === '' && reading.findings.length === before) {
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

function noteReference(identifier: string, reading: Reading): readonly Inline[] {
  const known = reading.noteNumbers.get(identifier);
  const label = known ?? String(reading.noteNumbers.size + 1);
  if (known === undefined) reading.noteNumbers.set(identifier, label);
  return [{ kind: 'note', label }];
}

function tagged(tag: Tag, reading: Reading): readonly Inline[] {
  const holds = tagHolds(tag, reading);
  const children = inlineOf(tag.children, reading);
  if (holds === undefined) return children;
  const name = tag.name ?? '';
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
    case 'span': {
      const dir = attributes['dir'];
      return [{ kind: 'language', lang: attributes['lang'] ?? '', dir: dir === 'rtl' || dir === 'ltr' ? dir : undefined, children }];
    }
    default:
      return [{ kind: 'component', name, attributes, children }];
  }
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
  const isComment = /^\s*\/\*/u.test(value);
  const message = isComment
    ? 'A hidden comment {/* … */} cannot stand in policy text: whatever is published is published whole. Remove it.'
    : `{${value.length > 40 ? `${value.slice(0, 40)}…` : value}} is program code, which policy text may not contain. Write the words themselves; to print a brace, write &#123; for "{" and &#125; for "}".`;
  report(reading, node, 'no-code', message);
}
