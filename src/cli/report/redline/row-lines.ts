import type { RedlineCell, RedlineRow, RedlineTableRow } from '../../../model/redline/marked.ts';
import type { MarkedSegment } from '../../../model/redline/segments.ts';
import { blockTokens } from '../../../model/redline/table-tokens.ts';
import { tokensText } from '../../../model/redline/token.ts';
import { plainTokens } from '../../../model/redline/tokens.ts';
import { wordsOf } from '../../../model/record/inline.ts';
import type { Table } from '../../../model/record/record.ts';
import { markedLines, type Page, type Piece, type Style } from './marked-lines.ts';
import { notePieces, opening, pieces, segmentPieces } from './mark-pieces.ts';

/** Where the other place of a moved row is, in words. */
export type MoveNames = (row: RedlineRow) => string | undefined;

const INDENT = 2;
const BAR: Piece = { text: '|', style: 'plain', hasSpace: true };

/** The lines of a row; none for one that says the same at the same place. */
export function rowLines(row: RedlineRow, names: MoveNames, page: Page): readonly string[] {
  if (row.table) return tableLines(row, page);
  const whole = row.state !== 'kept' && row.move === undefined ? (row.fresh ?? row.old)?.table : undefined;
  if (whole) return wholeTableLines(whole, row.state === 'added' ? 'fresh' : 'old', page);
  const shown = rowPieces(row, names);
  if (shown.length === 0) return [];
  return markedLines(shown, leadOf(row), page);
}

function rowPieces(row: RedlineRow, names: MoveNames): readonly Piece[] {
  const tokens = (row.fresh ?? row.old)?.tokens ?? [];
  const name = names(row);
  if (row.state === 'removed' && row.move) {
    // A reordered list shows its items where they stand, once.
    return row.move === 'order' ? [] : [...opening(tokens, 'plain'), ...notePieces(name === undefined ? '(moved)' : `(moved to ${name})`)];
  }
  const notes = rowNotes(row, name);
  const hasMarks = row.segments.some(isShown);
  if (!hasMarks && notes.length === 0) return [];
  return [...(hasMarks ? segmentPieces(row.segments) : opening(tokens, 'plain')), ...notes];
}

/** Whether a stretch differs in more than typography. */
function isShown(segment: MarkedSegment): boolean {
  return segment.op !== 'same' && segment.kinds.join() !== 'typography';
}

function rowNotes(row: RedlineRow, name: string | undefined): readonly Piece[] {
  const said: string[] = [];
  if (row.move === 'moved') said.push(name === undefined ? '(moved here)' : `(moved here from ${name})`);
  if (row.move === 'order') said.push('(stands elsewhere in this list)');
  if (row.oldLabel !== undefined) said.push(`(was ${row.oldLabel})`);
  if (row.state === 'kept' && row.kinds.includes('structure')) said.push('(built otherwise: list, heading or quote)');
  return said.flatMap(notePieces);
}

/** White space for what the row stands in, and its label. */
function leadOf({ fresh, old, path, role }: RedlineRow & { readonly role?: string }): string {
  const row = fresh ?? old;
  const depth = path.filter(({ type }) => type === 'list' || type === 'detail' || type === 'quote').length;
  const label = row?.role === 'item' && role === undefined ? `${row.label ?? '-'} ` : '';
  return ' '.repeat(INDENT + INDENT * Math.max(0, label === '' ? depth : depth - 1)) + label;
}

function tableLines({ table, fresh }: RedlineRow, page: Page): readonly string[] {
  if (!table) return [];
  const caption = table.caption.flatMap((segment) => (segment.op === 'same' ? segment.tokens : segment.fresh));
  const title = caption.length === 0 ? 'Table' : `Table: ${tokensText(caption)}`;
  const captionLines = table.caption.some(isShown) ? markedLines(segmentPieces(table.caption), '    ', page) : [];
  const rows = table.rows.flatMap((row) => (isRowShown(row) ? markedLines(cellPieces(row), '    ', page) : []));
  const note = rows.length + captionLines.length === 0 && fresh ? notePieces('(built otherwise: header cells, alignment or spans)') : [];
  const head: readonly Piece[] = [...title.split(' ').map((text): Piece => ({ text, style: 'plain', hasSpace: true })), ...note];
  return [...markedLines(head, '  ', page), ...captionLines, ...rows];
}

/** A table that came or went, a line for each of its rows. */
function wholeTableLines({ caption, head, body }: Table, style: Style, page: Page): readonly string[] {
  const title = pieces(plainTokens(caption ? `Table: ${wordsOf(caption)}` : 'Table', page.lang), style);
  const rows = [...head, ...body].map((cells) =>
    cells.flatMap((cell, index) => inColumn(pieces(blockTokens(cell.blocks, page.lang), style), index)),
  );
  return [...markedLines(title, '  ', page), ...rows.flatMap((row) => markedLines(row, '    ', page))];
}

function isRowShown({ state, change, cells }: RedlineTableRow): boolean {
  return state !== 'kept' || change !== undefined || cells.some(isCellShown);
}

function isCellShown({ state, change, rows }: RedlineCell): boolean {
  return state !== 'kept' || change !== undefined || rows.some((row) => rowPieces(row, () => undefined).length > 0);
}

function cellPieces({ cells }: RedlineTableRow): readonly Piece[] {
  return cells.flatMap((cell, index) => {
    const words = cell.rows.flatMap((row) =>
      row.segments.some(isShown) ? segmentPieces(row.segments) : pieces((row.fresh ?? row.old)?.tokens ?? [], 'plain'),
    );
    return inColumn(words, index);
  });
}

function inColumn([first, ...rest]: readonly Piece[], column: number): readonly Piece[] {
  return [...(column > 0 ? [BAR] : []), ...(first ? [{ ...first, hasSpace: true }, ...rest] : [])];
}
