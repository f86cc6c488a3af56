import { rowsOf } from '../../../model/redline/rows.ts';
import type { RedlineCell, RedlineTable, RedlineTableRow } from '../../../model/redline/marked.ts';
import { tokensOf } from '../../../model/redline/tokens.ts';
import type { Cell, Table } from '../../../model/record/record.ts';
import { settled, rowLines, type DocLine, type Side } from './redline-lines.ts';
import type { ListPairs } from './list-numbers.ts';
import { breakRun, endMark, plainRun, tokenRuns, type Docx, type Look, type Writing } from './write-runs.ts';

type Block = InstanceType<Docx['Paragraph']> | InstanceType<Docx['Table']>;

export interface LineWriting extends Writing {
  readonly lists: ListPairs;
  readonly lang: string;
  readonly isRightToLeft: boolean;
}

export function writeLines(lines: readonly DocLine[], writing: LineWriting): readonly Block[] {
  return settled(lines, writing.lists).flatMap((line) => (line.table ? writeTable(line, line.table, writing) : [paragraph(line, writing)]));
}

const INDENT = 425;
const HEADINGS = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const;

function paragraph(line: DocLine, writing: LineWriting): InstanceType<Docx['Paragraph']> {
  const { docx, lists } = writing;
  const { kind, path, side } = line;
  const numbers = kind === 'item' ? lists.numbersOf(path) : undefined;
  const isCounted = numbers !== undefined && (numbers.order?.start ?? 0) >= 0;
  const indent = path.filter(({ type }) => type !== 'item' && type !== 'note').length * INDENT;
  return new docx.Paragraph({
    ...styleOf(line),
    ...(isCounted ? { numbering: { reference: numbers.name, level: numbers.level } } : {}),
    ...(indent > 0 ? { indent: isCounted ? { left: indent, hanging: INDENT } : { left: indent } } : {}),
    ...(writing.isRightToLeft ? { bidirectional: true } : {}),
    run: endMark(side, writing),
    children: content(line, writing, kind === 'heading' || (kind === 'item' && !isCounted)),
  });
}

function styleOf({ kind, path, depth = 1 }: DocLine): { readonly style?: string } {
  if (kind === 'heading') return { style: HEADINGS[Math.min(depth - 1, HEADINGS.length - 1)] ?? 'Heading6' };
  if (kind === 'preformatted') return { style: 'HTMLPreformatted' };
  const isQuote = path.some(({ type }) => type === 'quote') && path.every(({ type }) => type !== 'list');
  return isQuote ? { style: 'Quote' } : {};
}

function content(line: DocLine, writing: LineWriting, hasLabel: boolean) {
  const { docx } = writing;
  const look: Look = line.kind === 'term' ? { bold: true } : {};
  const runs = line.words.flatMap(({ side, tokens }) => tokenRuns(tokens, side, line, writing, look));
  const all = [
    ...(hasLabel ? labelRuns(line, writing) : []),
    ...(line.text === undefined ? runs : preformatted(line.text, line.side, writing)),
  ];
  return line.kind === 'heading' && line.id !== undefined && line.side !== 'old'
    ? [new docx.Bookmark({ id: line.id, children: all })]
    : all;
}

function labelRuns({ label, side, words }: DocLine, writing: LineWriting) {
  const { old, fresh } = label ?? {};
  const space = words.some(({ tokens }) => tokens.length > 0) ? ' ' : '';
  if (side === 'both' && old === fresh) return old === undefined ? [] : [plainRun(`${old}${space}`, 'both', writing)];
  return [
    ...(old === undefined ? [] : [plainRun(`${old}${space}`, 'old', writing)]),
    ...(fresh === undefined ? [] : [plainRun(`${fresh}${space}`, 'fresh', writing)]),
  ];
}

function preformatted(text: string, side: Side, writing: LineWriting) {
  const lines = text.replace(/\n$/u, '').split('\n');
  return lines.flatMap((line, index) => [...(index > 0 ? [breakRun(side, writing)] : []), plainRun(line, side, writing)]);
}

/** A table; where rows or columns cannot be told apart in Word's way, the old one goes and the new one comes. */
function writeTable(line: DocLine, { own, marked }: NonNullable<DocLine['table']>, writing: LineWriting): readonly Block[] {
  if (line.side === 'both' && marked && !isSimple(marked)) {
    return (line.apart ?? []).flatMap((one) => (one.table ? writeTable(one, one.table, writing) : []));
  }
  const rows = marked && line.side === 'both' ? marked.rows.map((row) => markedRow(row, line, writing)) : wholeRows(own, line, writing);
  const caption = marked && line.side === 'both' ? markedCaption(marked, line, writing) : wholeCaption(own, line, writing);
  const { docx } = writing;
  // Two tables in a row would be read as one; the paragraph between them comes and goes with the table.
  return [
    ...caption,
    new docx.Table({ rows, width: { size: 100, type: docx.WidthType.PERCENTAGE } }),
    new docx.Paragraph({ run: endMark(line.side, writing), children: [] }),
  ];
}

/** Whether every row has all its cells in both texts. */
function isSimple({ rows }: RedlineTable): boolean {
  const hasSpans = rows.some(({ cells }) => cells.some(({ cell }) => (cell.columns ?? 1) > 1 || (cell.rows ?? 1) > 1));
  return (
    rows.every((row) => row.state !== 'kept' || row.cells.every((cell) => cell.state === 'kept')) &&
    (!hasSpans || rows.every((row) => row.state === 'kept'))
  );
}

function markedRow(row: RedlineTableRow, line: DocLine, writing: LineWriting): InstanceType<Docx['TableRow']> {
  const side: Side = row.state === 'kept' ? 'both' : row.state === 'added' ? 'fresh' : 'old';
  return tableRow(
    row.part === 'head',
    side,
    row.cells.map((cell) => markedCell(cell, line, writing)),
    writing,
  );
}

function markedCell({ cell, rows }: RedlineCell, line: DocLine, writing: LineWriting): InstanceType<Docx['TableCell']> {
  return tableCell(cell, writeLines(rowLines(rows, line.section), writing), 'both', writing);
}

function wholeRows({ head, body }: Table, line: DocLine, writing: LineWriting): readonly InstanceType<Docx['TableRow']>[] {
  const row = (isHead: boolean) => (cells: readonly Cell[]) =>
    tableRow(
      isHead,
      line.side,
      cells.map((cell) => {
        const lines = rowsOf(cell.blocks, writing.lang).map((own): DocLine => ({
          side: line.side,
          kind: own.role,
          path: own.path,
          label: { old: line.side === 'fresh' ? undefined : own.label, fresh: line.side === 'old' ? undefined : own.label },
          words: [{ side: line.side, tokens: own.tokens }],
          text: own.text,
          table: own.table && { own: own.table },
          section: line.section,
        }));
        return tableCell(cell, writeLines(lines, writing), line.side, writing);
      }),
      writing,
    );
  return [...head.map(row(true)), ...body.map(row(false))];
}

function tableRow(
  isHead: boolean,
  side: Side,
  children: readonly InstanceType<Docx['TableCell']>[],
  writing: LineWriting,
): InstanceType<Docx['TableRow']> {
  return new writing.docx.TableRow({ tableHeader: isHead, ...endMark(side, writing), children });
}

function tableCell(
  { columns = 1, rows = 1 }: Cell,
  blocks: readonly Block[],
  side: Side,
  { docx, ...writing }: LineWriting,
): InstanceType<Docx['TableCell']> {
  // A cell must end with a paragraph.
  const last = blocks.at(-1);
  const needsEnd = !last || last instanceof docx.Table;
  return new docx.TableCell({
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    children: [...blocks, ...(needsEnd ? [new docx.Paragraph({ run: endMark(side, { docx, ...writing }), children: [] })] : [])],
  });
}

function markedCaption({ caption }: RedlineTable, line: DocLine, writing: LineWriting): readonly Block[] {
  const runs = caption.flatMap((segment) =>
    segment.op === 'same'
      ? tokenRuns(segment.tokens, 'both', line, writing)
      : [...tokenRuns(segment.old, 'old', line, writing), ...tokenRuns(segment.fresh, 'fresh', line, writing)],
  );
  return runs.length === 0 ? [] : [new writing.docx.Paragraph({ children: runs })];
}

function wholeCaption({ caption }: Table, line: DocLine, writing: LineWriting): readonly Block[] {
  if (!caption) return [];
  const runs = tokenRuns(tokensOf(caption, writing.lang), line.side, line, writing);
  return [new writing.docx.Paragraph({ run: endMark(line.side, writing), children: runs })];
}
