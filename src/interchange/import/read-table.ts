import type { Element } from 'hast';
import type { PhrasingContent, RootContent, Table } from 'mdast';
import { attribute, isElement } from './html-names.ts';
import { blockTag, isFlow, lineHere, noteAnchor, position, textTag, type Inside, type ReadFlow, type Reading } from './reading.ts';
import { readInline, replaceBreaks } from './read-inline.ts';
import { hasWords } from './words-of.ts';

interface Cell {
  readonly isHeader: boolean;
  readonly isRowHeader: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly align?: 'left' | 'right' | 'center' | undefined;
  readonly blocks: readonly RootContent[];
  readonly line: number;
}

interface Row {
  readonly isHead: boolean;
  readonly cells: readonly Cell[];
  readonly line: number;
}

/** A table: in Markdown where that can say it, else in tags. One that only lays out the page gives its cells' text. */
export function readTable(element: Element, inside: Inside, readFlow: ReadFlow, reading: Reading): readonly RootContent[] {
  const rowElements = rowsOf(element, false);
  const isLayout = ['presentation', 'none'].includes(attribute(element, 'role') ?? '') || isOneCell(rowElements);
  const line = lineHere(element, reading);
  const caption = element.children.find((child): child is Element => isElement(child, 'caption'));
  const captionWords = caption && !reading.log.dropped.has(caption) ? [...readInline(caption.children, reading)] : [];
  const captionAlone: RootContent[] = hasWords(captionWords)
    ? [{ type: 'paragraph', children: captionWords, position: position(line) }]
    : [];
  if (isLayout) {
    return [...captionAlone, ...rowElements.flatMap(({ row }) => cellsOf(row).flatMap((cell) => readFlow(cell.children, inside, reading)))];
  }
  const rows = rowElements
    .map(({ row, isHead }) => readRow(row, isHead, readFlow, reading))
    .filter((row) => row.cells.some((cell) => cell.blocks.length > 0));
  if (rows.length === 0) return captionAlone;
  const isSimple = !hasWords(captionWords) && isMarkdown(rows);
  const table = isSimple ? markdownTable(rows, line) : tagTable(rows, captionWords, line);
  reading.origins.set(table, [element]);
  return [table];
}

function rowsOf(element: Element, isHead: boolean): readonly { row: Element; isHead: boolean }[] {
  return element.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [{ row: child, isHead }];
    return isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child, child.tagName === 'thead') : [];
  });
}

function cellsOf(row: Element): readonly Element[] {
  return row.children.filter((child): child is Element => isElement(child, 'td', 'th'));
}

function isOneCell(rows: readonly { row: Element }[]): boolean {
  return rows.length === 1 && rows[0] !== undefined && cellsOf(rows[0].row).length === 1;
}

function readRow(row: Element, isHead: boolean, readFlow: ReadFlow, reading: Reading): Row {
  noteAnchor(row, false, reading);
  const line = lineHere(row, reading);
  const cells = cellsOf(row).filter((cell) => !reading.log.dropped.has(cell));
  const isAllHeaders = cells.every((cell) => cell.tagName === 'th');
  return { isHead, line, cells: cells.map((cell) => readCell(cell, isHead || isAllHeaders, readFlow, reading)) };
}

function readCell(cell: Element, isInHead: boolean, readFlow: ReadFlow, reading: Reading): Cell {
  const line = lineHere(cell, reading);
  noteAnchor(cell, false, reading);
  const align = attribute(cell, 'align');
  const isHeader = cell.tagName === 'th';
  return {
    isHeader,
    isRowHeader: isHeader && ((attribute(cell, 'scope') ?? '').startsWith('row') || !isInHead),
    columns: span(attribute(cell, 'colSpan')),
    rows: span(attribute(cell, 'rowSpan')),
    align: align === 'left' || align === 'right' || align === 'center' ? align : undefined,
    blocks: readFlow(cell.children, 'a table', reading),
    line,
  };
}

function span(value: string | undefined): number {
  return value !== undefined && /^[1-9]\d{0,2}$/u.test(value) ? Number(value) : 1;
}

/** Markdown's tables have one row of headers or none, no spans, and running text only. */
function isMarkdown(rows: readonly Row[]): boolean {
  const [first, ...others] = rows;
  const width = first?.cells.length ?? 0;
  const isPlain = (cell: Cell): boolean =>
    cell.columns === 1 &&
    cell.rows === 1 &&
    (cell.blocks.length === 0 || (cell.blocks.length === 1 && cell.blocks[0]?.type === 'paragraph'));
  const isEven = others.every((row) => row.cells.length === width && row.cells.every((cell) => !cell.isHeader) && !row.isHead);
  const isHead = first?.cells.every((cell) => cell.isHeader) || first?.cells.every((cell) => !cell.isHeader);
  return isEven && isHead === true && rows.every((row) => row.cells.every(isPlain)) && !(first?.isHead && !first.cells[0]?.isHeader);
}

function markdownTable(rows: readonly Row[], line: number): Table {
  const first = rows[0]?.cells ?? [];
  const isHeaded = first.every((cell) => cell.isHeader);
  const empty: Row = { isHead: true, line, cells: first.map((cell) => ({ ...cell, blocks: [] })) };
  return {
    type: 'table',
    align: first.map((cell) => (cell.align === 'left' ? null : (cell.align ?? null))),
    position: position(line),
    children: (isHeaded ? rows : [empty, ...rows]).map((row) => ({
      type: 'tableRow',
      position: position(row.line),
      children: row.cells.map((cell) => ({ type: 'tableCell', position: position(cell.line), children: cellWords(cell) })),
    })),
  };
}

/** In a Markdown table a line break can only be a tag. */
function cellWords(cell: Cell): PhrasingContent[] {
  const [paragraph] = cell.blocks;
  if (paragraph?.type !== 'paragraph') return [];
  return replaceBreaks(paragraph.children, () => textTag('br', {}, []));
}

function tagTable(rows: readonly Row[], caption: PhrasingContent[], line: number): RootContent {
  const headed = rows.findIndex((row) => !row.isHead && !row.cells.every((cell) => cell.isHeader && !cell.isRowHeader));
  const headCount = headed === -1 ? rows.length : headed;
  const part = (name: string, some: readonly Row[]): RootContent[] =>
    some.length === 0 ? [] : [blockTag(name, {}, some.map(tagRow), some[0]?.line ?? line)];
  const words: RootContent[] = hasWords(caption)
    ? [blockTag('caption', {}, [{ type: 'paragraph', children: caption, position: position(line) }], line)]
    : [];
  return blockTag('table', {}, [...words, ...part('thead', rows.slice(0, headCount)), ...part('tbody', rows.slice(headCount))], line);
}

function tagRow(row: Row): RootContent {
  const cells = row.cells.map((cell) => {
    const attributes = {
      scope: cell.isRowHeader ? 'row' : undefined,
      colspan: cell.columns > 1 ? String(cell.columns) : undefined,
      rowspan: cell.rows > 1 ? String(cell.rows) : undefined,
    };
    return blockTag(cell.isHeader ? 'th' : 'td', attributes, cell.blocks.filter(isFlow), cell.line);
  });
  return blockTag('tr', {}, cells, row.line);
}
