import type { Cell, Table } from '../record/record.ts';
import { blockStructure } from '../record/structure.ts';
import { align, type Aligned, type Pair } from './align.ts';
import { bagOf, bagOfAll } from './bag.ts';
import { pairContainers } from './containers.ts';
import type { JoinedRows } from './joined-rows.ts';
import { kindsOf, type ChangeKind } from './kinds.ts';
import type { RedlineCell, RedlineRow, RedlineTable, RedlineTableRow } from './marked.ts';
import { mergeRows } from './merge-rows.ts';
import { RowMarker } from './redline-row.ts';
import { rowsOf, type Row } from './rows.ts';
import { markedSegments, type Marking } from './segments.ts';
import { blockTokens } from './table-tokens.ts';
import { tokensOf } from './tokens.ts';

interface TableMarking extends Marking {
  readonly lang: string;
}

interface TableRow extends Aligned {
  readonly part: 'head' | 'body';
  readonly cells: readonly Cell[];
}

export function redlineTable(old: Table, fresh: Table, marking: TableMarking): RedlineTable {
  const { counter, lang } = marking;
  const before = counter.count;
  const caption = markedSegments(tokensOf(old.caption ?? [], lang), tokensOf(fresh.caption ?? [], lang), marking);
  const [oldRows, newRows] = [tableRows(old, lang), tableRows(fresh, lang)];
  const columns = columnPairs(oldRows, newRows, lang);
  const rows = inOrder(align(oldRows, newRows), oldRows.length, newRows.length).map(([i, j]) =>
    tableRow(i === undefined ? undefined : oldRows[i], j === undefined ? undefined : newRows[j], { ...marking, columns }),
  );
  return { caption, rows, isMarked: counter.count > before };
}

function tableRows({ head, body }: Table, lang: string): readonly TableRow[] {
  const rowsIn = (part: 'head' | 'body', rows: Table['head']): readonly TableRow[] =>
    rows.map((cells) => ({
      part,
      role: part,
      cells,
      structure: JSON.stringify([part, cells.map(cellStructure)]),
      bag: bagOfAll(cells.map((cell) => bagOf(blockTokens(cell.blocks, lang)))),
    }));
  return [...rowsIn('head', head), ...rowsIn('body', body)];
}

function cellStructure(cell: Cell): unknown {
  return [cell.header ?? '', cell.align ?? '', cell.columns ?? 1, cell.rows ?? 1, cell.blocks.map(blockStructure)];
}

/** Two orders as one: pairs where they are, what is gone before what came. */
function inOrder(
  pairs: readonly Pair[],
  oldLength: number,
  newLength: number,
): readonly (readonly [number | undefined, number | undefined])[] {
  const merged: (readonly [number | undefined, number | undefined])[] = [];
  let from: readonly [number, number] = [0, 0];
  for (const to of [...pairs, [oldLength, newLength] as const]) {
    for (let i = from[0]; i < to[0]; i++) merged.push([i, undefined]);
    for (let j = from[1]; j < to[1]; j++) merged.push([undefined, j]);
    if (to[0] < oldLength || to[1] < newLength) merged.push(to);
    from = [to[0] + 1, to[1] + 1];
  }
  return merged;
}

/** Which columns belong together, told once for the whole table; by place where cells span several. */
function columnPairs(old: readonly TableRow[], fresh: readonly TableRow[], lang: string): readonly Pair[] {
  const widths = [old, fresh].map((rows) => Math.max(0, ...rows.map((row) => row.cells.length)));
  const [before = 0, after = 0] = widths;
  const hasSpans = [...old, ...fresh].some((row) => row.cells.some((cell) => (cell.columns ?? 1) > 1 || (cell.rows ?? 1) > 1));
  if (before === after || hasSpans) return Array.from({ length: Math.min(before, after) }, (_, column) => [column, column] as const);
  return align(columnsOf(old, before, lang), columnsOf(fresh, after, lang));
}

function columnsOf(rows: readonly TableRow[], width: number, lang: string): readonly Aligned[] {
  return Array.from({ length: width }, (_, column): Aligned => {
    const cells = rows.flatMap((row) => row.cells[column] ?? []);
    const bag = bagOfAll(cells.map((cell) => bagOf(blockTokens(cell.blocks, lang))));
    return { role: 'column', structure: JSON.stringify(cells.map(cellStructure)), bag };
  });
}

function tableRow(
  old: TableRow | undefined,
  fresh: TableRow | undefined,
  marking: TableMarking & { readonly columns: readonly Pair[] },
): RedlineTableRow {
  const { counter, terms, place, lang, columns } = marking;
  const own = fresh ?? old;
  if (!own) throw new RangeError('A row of a table stands in neither text.');
  if (!old || !fresh) {
    const state = fresh ? 'added' : 'removed';
    const tokens = own.cells.flatMap((cell) => blockTokens(cell.blocks, lang));
    const words = kindsOf(fresh ? [] : tokens, fresh ? tokens : [], terms).filter((kind) => kind !== 'wording' && kind !== 'typography');
    const change = counter.add([state, ...words], place);
    return { state, part: own.part, change, cells: own.cells.map((cell) => wholeCell(cell, state, { ...marking, change })) };
  }
  const isRebuilt = old.part !== fresh.part;
  const cells = inOrder(columns, old.cells.length, fresh.cells.length).flatMap(([i, j]): readonly RedlineCell[] => {
    const before = i === undefined ? undefined : old.cells[i];
    const after = j === undefined ? undefined : fresh.cells[j];
    if (before && after) return [keptCell(before, after, marking)];
    const cell = after ?? before;
    if (!cell) return [];
    const state = after ? 'added' : 'removed';
    return [wholeCell(cell, state, { ...marking, change: counter.add([state], place) })];
  });
  return { state: 'kept', part: fresh.part, cells, change: isRebuilt ? counter.add(['structure'], place) : undefined };
}

function wholeCell(
  cell: Cell,
  state: 'added' | 'removed',
  { change, ...marking }: TableMarking & { readonly change: number },
): RedlineCell {
  const rows = rowsOf(cell.blocks, marking.lang);
  return {
    state,
    cell,
    change,
    rows: markRows(state === 'added' ? [] : rows, state === 'added' ? rows : [], { ...marking, whole: change }),
  };
}

function keptCell(old: Cell, fresh: Cell, marking: TableMarking): RedlineCell {
  const { counter, place, lang } = marking;
  const before = counter.count;
  const rows = markRows(rowsOf(old.blocks, lang), rowsOf(fresh.blocks, lang), marking);
  const isRebuilt = counter.count === before && JSON.stringify(cellStructure(old)) !== JSON.stringify(cellStructure(fresh));
  const kinds: readonly ChangeKind[] = ['structure'];
  return { state: 'kept', cell: fresh, rows, change: isRebuilt ? counter.add(kinds, place) : undefined };
}

/** The rows inside one cell: nothing moves into or out of it. */
function markRows(
  old: readonly Row[],
  fresh: readonly Row[],
  { whole, place, ...marking }: TableMarking & { readonly whole?: number },
): readonly RedlineRow[] {
  const partners = new Map(
    align(old, fresh).flatMap(([i, j]) => {
      const [a, b] = [old[i], fresh[j]];
      return a && b ? [[a, b] as const] : [];
    }),
  );
  // One paragraph that was rewritten is still what stands in this cell.
  const [one, other] = [old[0], fresh[0]];
  if (one && other && old.length === 1 && fresh.length === 1 && one.role === other.role) partners.set(one, other);
  const containers = pairContainers(partners);
  const sources = new Map([...partners].map(([a, b]) => [b, a]));
  const pairs = { partners, sources, containers, moves: new Map<Row, 'moved' | 'order'>(), joins: new Map<Row, JoinedRows>() };
  const marker = new RowMarker({ counter: marking.counter, terms: marking.terms, moves: pairs, lang: marking.lang, tableOf: redlineTable });
  const cell = { index: 0, kind: 'section' as const, depth: 1, heading: [], hasHeading: false, title: '', structure: '' };
  const merged = mergeRows({ old: [{ ...cell, rows: old }], fresh: [{ ...cell, rows: fresh }], lone: new Set() }, { ...pairs, groups: [] });
  return [...merged.values()].flat().map((row) => marker.mark(row, { place, whole }));
}
