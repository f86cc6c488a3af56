import { element, type AttributeList } from '../../record/markup.ts';
import type { Cell } from '../../record/record.ts';
import type { RedlineCell, RedlineRow, RedlineTableRow } from '../marked.ts';
import type { MarkedSegment } from '../segments.ts';
import { tokensText, type Token } from '../token.ts';
import { wholeTable } from '../whole-table.ts';
import { segmentsHtml } from './inline-marks.ts';
import { changeId, type Writing } from './writing.ts';

/** How the rows inside a cell are written; handed in, because they may hold tables again. */
export type RowsHtml = (rows: readonly RedlineRow[], writing: Writing) => string;

/** A table with its marks, in a box that scrolls and that the keyboard can reach. */
export function tableHtml(
  row: RedlineRow,
  attributes: AttributeList,
  { rowsHtml, ...writing }: Writing & { readonly rowsHtml: RowsHtml },
): string {
  const own = row.fresh ?? row.old;
  // A table that came, went or stays as a whole has no marks of its own; one that has moved away is struck out.
  const state = row.state === 'kept' ? 'kept' : row.state;
  const table = row.table ?? (own?.table && wholeTable(own.table, state, 'en'));
  if (!table) return '';
  const caption = table.caption.length === 0 ? '' : element('caption', segmentsHtml(table.caption, writing));
  const part = (name: 'head' | 'body'): string => {
    const rows = table.rows.filter((one) => one.part === name).map((one) => tableRowHtml(one, { ...writing, rowsHtml }));
    return rows.length === 0 ? '' : element(name === 'head' ? 'thead' : 'tbody', rows.join(''));
  };
  const label = writing.nameOf(tokensText(freshTokens(table.caption)));
  return element('section', element('table', caption + part('head') + part('body'), attributes), [
    ['class', 'scroll'],
    ['tabindex', '0'],
    ['aria-label', label],
  ]);
}

function freshTokens(segments: readonly MarkedSegment[]): readonly Token[] {
  return segments.flatMap((segment) => (segment.op === 'same' ? segment.tokens : segment.fresh));
}

function tableRowHtml({ state, cells, change }: RedlineTableRow, writing: Writing & { readonly rowsHtml: RowsHtml }): string {
  const attributes: AttributeList = [...changeId(change, writing), ...(state === 'kept' ? [] : ([['class', state]] as const))];
  return element('tr', cells.map((cell) => cellHtml(cell, writing)).join(''), attributes);
}

function cellHtml({ state, cell, rows, change }: RedlineCell, { rowsHtml, ...writing }: Writing & { readonly rowsHtml: RowsHtml }): string {
  const classes = state === 'kept' ? (change === undefined ? '' : 'structure') : state;
  const attributes: AttributeList = [
    ...changeId(change, writing),
    ...(classes === '' ? [] : ([['class', classes]] as const)),
    ...cellAttributes(cell),
  ];
  const [first, ...more] = rows;
  // One paragraph in a cell needs no element of its own, as in the record.
  const isPlain = (first?.fresh ?? first?.old)?.role === 'paragraph' && more.length === 0 && first?.path.length === 0;
  const content = isPlain && first ? segmentsHtml(first.segments, { ...writing, isGone: state === 'removed' }) : rowsHtml(rows, writing);
  return element(cell.header ? 'th' : 'td', content, attributes);
}

function cellAttributes(cell: Cell): AttributeList {
  return [
    ...(cell.header ? ([['scope', cell.header === 'column' ? 'col' : 'row']] as const) : []),
    ...(cell.align ? ([['data-align', cell.align]] as const) : []),
    ...(cell.columns ? ([['colspan', String(cell.columns)]] as const) : []),
    ...(cell.rows ? ([['rowspan', String(cell.rows)]] as const) : []),
  ];
}
