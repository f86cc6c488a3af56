import { partOf, type Bag } from './bag.ts';
import { runsOf } from './runs.ts';
import type { Row } from './rows.ts';

/** One row and those that it was split into, or those that became one: one side holds one row, the other several after each other. */
export interface JoinedRows {
  readonly old: readonly Row[];
  readonly fresh: readonly Row[];
}

/** Rows of one group that stayed in place, so far one to one, and those that have no partner. */
export interface PlacedRows {
  readonly old: readonly Row[];
  readonly fresh: readonly Row[];
  /** New rows by old ones. */
  readonly partners: ReadonlyMap<Row, Row>;
}

/** So much of a row must stand in its neighbour's partner, where the neighbour does not say it, for the three to belong together. */
const LEAST_PART = 0.5;
const LEAST_WORDS = 4;

/** Paragraphs and items that were divided or joined: a row without a partner that holds the rest of what its neighbour's partner says. */
export function joinedRows({ old, fresh, partners }: PlacedRows): readonly JoinedRows[] {
  const sources = new Map([...partners].map(([a, b]) => [b, a]));
  const splits = attached(fresh, sources).map(({ one, several }) => ({ old: [one], fresh: several }));
  const mergers = attached(old, partners).map(({ one, several }) => ({ old: several, fresh: [one] }));
  const taken = new Set<Row>();
  // Where one row could be part of two of them, the one with more words is meant, whichever text is the old one.
  return [...splits, ...mergers]
    .toSorted((a, b) => wordsIn(b) - wordsIn(a))
    .filter((join) => {
      const rows = [...join.old, ...join.fresh];
      if (rows.some((row) => taken.has(row))) return false;
      for (const row of rows) taken.add(row);
      return true;
    });
}

function wordsIn({ old, fresh }: JoinedRows): number {
  return [...old, ...fresh].reduce((sum, row) => sum + row.bag.size, 0);
}

interface Attached {
  readonly one: Row;
  readonly several: Row[];
}

/** Rows without a partner, each with the pair right before or behind it that it belongs to. */
function attached(rows: readonly Row[], partners: ReadonlyMap<Row, Row>): readonly Attached[] {
  const joins = new Map<Row, Attached>();
  const attach = (row: Row, neighbour: Row | undefined, where: 'push' | 'unshift'): void => {
    const one = neighbour && (partners.get(neighbour) ?? joins.get(neighbour)?.one);
    if (!neighbour || !one || joins.has(row) || partners.has(row)) return;
    const join = joins.get(neighbour) ?? { one, several: [neighbour] };
    if (!saysTheRest(row, join)) return;
    join.several[where](row);
    for (const each of join.several) joins.set(each, join);
  };
  for (const [index, row] of rows.entries()) attach(row, rows[index - 1], 'push');
  for (const [index, row] of [...rows.entries()].toReversed()) attach(row, rows[index + 1], 'unshift');
  return [...new Set(joins.values())];
}

function saysTheRest(row: Row, { one, several }: Attached): boolean {
  if (
    row.bag.size < LEAST_WORDS ||
    isSolid(row) ||
    isSolid(one) ||
    several.some((other) => isSolid(other) || other.structure === one.structure)
  )
    return false;
  const rest = new Map(runsOf(one.tokens, 2).counts);
  for (const other of several) for (const [run, count] of runsOf(other.tokens, 2).counts) rest.set(run, (rest.get(run) ?? 0) - count);
  const left: Bag = { counts: new Map([...rest].filter(([, count]) => count > 0)), size: 0 };
  return partOf(runsOf(row.tokens, 2), left) >= LEAST_PART;
}

/** Tables and preformatted words are not divided. */
function isSolid({ role }: Row): boolean {
  return role === 'table' || role === 'preformatted';
}
