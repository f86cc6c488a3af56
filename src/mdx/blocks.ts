import type { Blockquote, List as MdastList, RootContent } from 'mdast';
import type { Block, Inline } from '../model/record/record.ts';
import { CAPTION } from '../model/record/components.ts';
import { foldWords } from '../model/record/canonical.ts';
import { isWordless } from '../model/record/inline.ts';
import { report, type Reading } from './context.ts';
import { readDefinitionList, readHtmlList } from './html-lists.ts';
import { plainName, readInline, reportExpression } from './inline.ts';
import { isTag } from './node.ts';
import { readParagraph } from './paragraph.ts';
import { readHtmlTable, readTable } from './tables.ts';
import { tagAttributes, tagHolds, type Tag } from './tags.ts';

/** Blocks inside a section, item, cell, quote or component. Headings are no part of them: they divide the text. */
export function readBlocks(nodes: readonly RootContent[], reading: Reading): readonly Block[] {
  const blocks: Block[] = [];
  let caption: Tag | undefined;
  let run: RootContent[] = [];
  const endRun = (): void => {
    blocks.push(...readParagraph(run, reading));
    run = [];
  };
  for (const node of unwrapTags(nodes)) {
    if (isSpace(node)) {
      if (node === BETWEEN) endRun();
      else run.push(node);
      continue;
    }
    if (caption && node.type !== 'table') reportCaption(caption, node, reading);
    if (isRunning(node, reading)) {
      run.push(node);
    } else {
      endRun();
      if (isTag(node) && node.name === CAPTION) {
        tagAttributes(node, reading);
        caption = node;
        continue;
      }
      blocks.push(...readBlock(node, caption, reading));
    }
    caption = undefined;
  }
  endRun();
  if (caption) reportCaption(caption, undefined, reading);
  return blocks;
}

/**
 * A paragraph that holds nothing but tags is those tags: `<Note>text</Note>` on one line means the same as on three.
 * MDX itself reads it so.
 */
function unwrapTags(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node): readonly RootContent[] => {
    if (node.type === 'mdxJsxFlowElement') return [BETWEEN, node, BETWEEN];
    if (node.type !== 'paragraph') return [node];
    const isOnlyTags = node.children.every((child) => child.type === 'mdxJsxTextElement' || isSpace(child));
    return isOnlyTags && node.children.some((child) => child.type === 'mdxJsxTextElement') ? [BETWEEN, ...node.children, BETWEEN] : [node];
  });
}

/** Parts two paragraphs that hold only tags: an empty line stands between them. */
const BETWEEN: RootContent = { type: 'text', value: '\n' };

/** White space between two tags: it parts their words, and is nothing between blocks. */
function isSpace(node: RootContent): boolean {
  return node.type === 'text' && /^[ \t\n]*$/u.test(node.value);
}

const RUNNING = new Set([
  'text',
  'break',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'inlineCode',
  'footnoteReference',
  'image',
  'imageReference',
  'mdxTextExpression',
]);

/** Running text stands bare in a table cell or in `<Note>words</Note>`; neighbours make one paragraph. */
function isRunning(node: RootContent, reading: Reading): boolean {
  if (!isTag(node)) return RUNNING.has(node.type);
  return node.name !== CAPTION && tagHolds(node, { ...reading, findings: [] }) === 'inline';
}

function reportCaption(caption: Tag, next: RootContent | undefined, reading: Reading): void {
  const message =
    next && isTag(next) && next.name === 'table'
      ? 'A table written in tags holds its caption itself. Write <caption>…</caption> right after <table>.'
      : 'A <Caption> belongs to the table right after it, and none follows. Move it before the table.';
  report(reading, caption, 'caption-alone', message);
}

function readCaption(caption: Tag | undefined, reading: Reading): readonly Inline[] | undefined {
  if (!caption) return undefined;
  const words = readInline(caption.children, reading);
  if (isWordless(words)) reportEmpty(caption, reading);
  return words;
}

function reportEmpty(tag: Tag, reading: Reading): void {
  report(reading, tag, 'component-empty', `<${tag.name ?? ''}> holds no words. Write its text, or remove it.`);
}

function readBlock(node: RootContent, caption: Tag | undefined, reading: Reading): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node.children, reading.codeLines.has(node) ? { ...reading, findings: [] } : reading);
    case 'list':
      return [readList(node, reading)];
    case 'blockquote':
      return readQuote(node, reading);
    case 'table':
      return [readTable(node, readCaption(caption, reading), reading)];
    case 'code':
      return foldWords(node.value) === '' ? [] : [{ kind: 'preformatted', text: node.value }];
    case 'definition':
    case 'footnoteDefinition':
      return [];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return readTag(node, reading);
    default:
      refuseBlock(node, reading);
      return [];
  }
}

function readList(list: MdastList, reading: Reading): Block {
  for (const item of list.children) {
    if (typeof item.checked === 'boolean') {
      report(reading, item, 'no-checkbox', 'A tick box [ ] cannot be frozen with the text. Write in words what it stands for.');
    }
  }
  const items = list.children.map((item) => readBlocks(item.children, reading));
  return { kind: 'list', order: list.ordered ? { start: list.start ?? 1, marker: '1' } : undefined, items };
}

function readQuote(quote: Blockquote, reading: Reading): readonly Block[] {
  const blocks = readBlocks(quote.children, reading);
  return blocks.length === 0 ? [] : [{ kind: 'quote', blocks }];
}

function readTag(tag: Tag, reading: Reading): readonly Block[] {
  const holds = tagHolds(tag, reading);
  const inside = (nodes: readonly RootContent[]): readonly Block[] => readBlocks(nodes, reading);
  if (holds === undefined) return inside(tag.children);
  const attributes = tagAttributes(tag, reading);
  const name = tag.name ?? '';
  switch (name) {
    case 'dl':
      return [readDefinitionList(tag, inside, reading)];
    case 'ol':
    case 'ul':
      return [readHtmlList(tag, attributes, inside, reading)];
    case 'table':
      return [readHtmlTable(tag, inside, reading)];
    default:
      break;
  }
  if (/^[a-z]/u.test(name)) {
    report(reading, tag, 'tag-misplaced', `The tag <${name}> has no meaning here: it belongs inside a list or a table written in tags.`);
    return inside(tag.children);
  }
  const before = reading.findings.length;
  const blocks = inside(tag.children);
  if (blocks.length === 0 && reading.findings.length === before) reportEmpty(tag, reading);
  return [{ kind: 'component', name, blocks }];
}

function refuseBlock(node: RootContent, reading: Reading): void {
  switch (node.type) {
    case 'heading':
      report(
        reading,
        node,
        'heading-misplaced',
        'A heading divides the whole text, so it cannot stand inside a list, quote, table or component. Write **bold** words here.',
      );
      return;
    case 'thematicBreak':
      report(reading, node, 'no-rule', 'A line across the page says nothing. Sections are divided by their headings: remove it.');
      return;
    case 'mdxFlowExpression':
      reportExpression(node, node.value, reading);
      return;
    default:
      report(reading, node, 'block-unknown', `Policy text cannot contain ${plainName(node)}.`);
  }
}
