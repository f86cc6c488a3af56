import type { Element, ElementContent } from 'hast';
import { paragraphId } from '../model/record/paragraphs.ts';
import type { Block, Cell, DefinitionList, Inline, List, Marker, Table } from '../model/record/record.ts';
import { attributeOf, attributesOf, elementsOf, nodeName, textOf, unexpected, type RecordReading } from './record-element.ts';
import { isRunningText, recordComponent, recordInline } from './record-inline.ts';

/** Blocks of a frozen file, with their anchors checked. Throws for anything that the writer does not write. */
export function recordBlocks(nodes: readonly ElementContent[], reading: RecordReading): readonly Block[] {
  return elementsOf(nodes).map((element) => readBlock(element, reading));
}

/** Checks that an element carries the next anchor of its section, or none where blocks have none. */
export function checkAnchor(element: Element, id: string | undefined, reading: RecordReading): void {
  checkId(element, id, reading.next ? paragraphId(reading.owner, reading.next(reading.owner)) : undefined);
}

function checkId(element: Element, id: string | undefined, expected: string | undefined): void {
  if (id === expected) return;
  throw unexpected(element, `<${element.tagName}> has the anchor "${id ?? ''}" where "${expected ?? ''}" is expected`);
}

function readBlock(element: Element, reading: RecordReading): Block {
  switch (element.tagName) {
    case 'p':
      checkAnchor(element, attributesOf(element, ['id']).get('id'), reading);
      return { kind: 'paragraph', children: recordInline(element.children, reading) };
    case 'pre':
      checkAnchor(element, attributesOf(element, ['id']).get('id'), reading);
      return { kind: 'preformatted', text: textOf(element) };
    case 'blockquote':
      attributesOf(element);
      return { kind: 'quote', blocks: recordBlocks(element.children, reading) };
    case 'address':
    case 'div':
      return { kind: 'component', name: recordComponent(element, 'block'), blocks: recordBlocks(element.children, reading) };
    case 'ul':
      attributesOf(element);
      return { kind: 'list', items: named(element, ['li']).map((item) => readItem(item, new Map(attributesOf(item, ['id'])), reading)) };
    case 'ol':
      return readOrderedList(element, reading);
    case 'dl':
      return readDefinitions(element, reading);
    case 'table':
      return readTable(element, reading);
    default:
      throw unexpected(element, `${nodeName(element)} is not part of format 1`);
  }
}

/** The elements directly inside, all of which must have one of these names. */
function named(element: Element, names: readonly string[]): readonly Element[] {
  const elements = elementsOf(element.children);
  const wrong = elements.find((child) => !names.includes(child.tagName));
  if (wrong) throw unexpected(wrong, `${nodeName(wrong)} cannot stand directly inside <${element.tagName}>`);
  return elements;
}

const MARKERS: readonly Marker[] = ['1', 'a', 'A', 'i', 'I'];

function readOrderedList(element: Element, reading: RecordReading): List {
  const attributes = attributesOf(element, ['start', 'type']);
  const start = Number(attributes.get('start') ?? '1');
  const type = attributes.get('type') ?? '1';
  const marker = MARKERS.find((known) => known === type);
  if (!marker || !Number.isInteger(start)) throw unexpected(element, 'a list counts in a way that is not part of format 1');
  const items = named(element, ['li']).map((item, index) => {
    const own = new Map(attributesOf(item, ['id', 'value']));
    if (attributeOf(item, own, 'value') !== String(start + index)) throw unexpected(item, 'an item of a list has a wrong number');
    return readItem(item, own, reading, true);
  });
  return { kind: 'list', order: { start, marker }, items };
}

/** An item carries the anchor of its first paragraph; a labelled one always carries one, as its label is words. */
function readItem(item: Element, attributes: ReadonlyMap<string, string>, reading: RecordReading, isLabelled = false): readonly Block[] {
  const id = attributes.get('id');
  const [first, ...rest] = item.children;
  const isParagraph = first?.type === 'element' && first.tagName === 'p';
  if (isParagraph || (first && isRunningText(first)) || isLabelled) checkAnchor(item, id, reading);
  else checkId(item, id, undefined);
  if (isParagraph) {
    attributesOf(first);
    return [{ kind: 'paragraph', children: recordInline(first.children, reading) }, ...recordBlocks(rest, reading)];
  }
  const { words, blocks } = divide(item.children);
  if (words.length === 0) return recordBlocks(blocks, reading);
  return [{ kind: 'paragraph', children: recordInline(words, reading) }, ...recordBlocks(blocks, reading)];
}

/** Running text at the beginning, and what comes after it. */
function divide(nodes: readonly ElementContent[]): {
  readonly words: readonly ElementContent[];
  readonly blocks: readonly ElementContent[];
} {
  const end = nodes.findIndex((node) => !isRunningText(node));
  return end < 0 ? { words: nodes, blocks: [] } : { words: nodes.slice(0, end), blocks: nodes.slice(end) };
}

function readDefinitions(list: Element, reading: RecordReading): DefinitionList {
  attributesOf(list);
  const entries: { terms: (readonly Inline[])[]; details: (readonly Block[])[] }[] = [];
  for (const element of named(list, ['dt', 'dd'])) {
    const attributes = attributesOf(element, ['id']);
    const last = entries.at(-1);
    if (element.tagName === 'dt') {
      checkAnchor(element, attributes.get('id'), reading);
      const term = recordInline(element.children, reading);
      if (last && last.details.length === 0) last.terms.push(term);
      else entries.push({ terms: [term], details: [] });
    } else if (last) {
      last.details.push(readItem(element, attributes, reading));
    } else {
      throw unexpected(element, 'a <dd> stands before every <dt>');
    }
  }
  return { kind: 'definitions', entries };
}

function readTable(table: Element, reading: RecordReading): Table {
  attributesOf(table);
  const parts = named(table, ['caption', 'thead', 'tbody']);
  const order = parts.map((part) => part.tagName).join(' ');
  if (!/^(caption)? ?(thead)? ?(tbody)?$/u.test(order)) throw unexpected(table, 'the parts of a table stand in a wrong order');
  let caption: readonly Inline[] | undefined;
  let head: Table['head'] = [];
  let body: Table['body'] = [];
  for (const part of parts) {
    if (part.tagName === 'caption') {
      checkAnchor(part, attributesOf(part, ['id']).get('id'), reading);
      caption = recordInline(part.children, reading);
    } else {
      attributesOf(part);
      const rows = named(part, ['tr']).map((row) => readRow(row, reading));
      if (part.tagName === 'thead') head = rows;
      else body = rows;
    }
  }
  return { kind: 'table', caption, head, body };
}

function readRow(row: Element, reading: RecordReading): readonly Cell[] {
  checkAnchor(row, attributesOf(row, ['id']).get('id'), reading);
  return named(row, ['th', 'td']).map((cell) => readCell(cell, { ...reading, next: undefined }));
}

function readCell(cell: Element, reading: RecordReading): Cell {
  const attributes = attributesOf(
    cell,
    cell.tagName === 'th' ? ['scope', 'data-align', 'colspan', 'rowspan'] : ['data-align', 'colspan', 'rowspan'],
  );
  const align = attributes.get('data-align');
  if (align !== undefined && align !== 'center' && align !== 'end') throw unexpected(cell, `"${align}" is no alignment of format 1`);
  const [first] = cell.children;
  const isWords = first !== undefined && isRunningText(first);
  return {
    header: cell.tagName === 'th' ? headerOf(cell, attributeOf(cell, attributes, 'scope')) : undefined,
    align,
    columns: span(cell, attributes.get('colspan')),
    rows: span(cell, attributes.get('rowspan')),
    blocks: isWords ? [{ kind: 'paragraph', children: recordInline(cell.children, reading) }] : recordBlocks(cell.children, reading),
  };
}

function headerOf(cell: Element, scope: string): Cell['header'] {
  if (scope === 'col') return 'column';
  if (scope === 'row') return 'row';
  throw unexpected(cell, `scope="${scope}" is not part of format 1`);
}

function span(cell: Element, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d*$/u.test(value) && value !== '1') return Number(value);
  throw unexpected(cell, `a cell cannot span "${value}" columns or rows`);
}
