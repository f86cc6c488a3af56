import { likeness } from './bag.ts';
import type { Row } from './rows.ts';

const LEAST_LIKENESS = 0.6;
/** A word that stands in more of the rows than these tells nothing about any of them. */
const MOST_ROWS = 12;

/** Rows that say the same or nearly the same, wherever they stand: the most alike first, each row once. */
export function alikeRows(old: readonly Row[], fresh: readonly Row[], leastWords: number): readonly (readonly [Row, Row])[] {
  const index = indexOf(fresh.filter((row) => row.bag.size >= leastWords));
  const found = old.flatMap((row) => {
    if (row.bag.size < leastWords) return [];
    return [...near(row, index)].flatMap((other) => {
      if ((row.role === 'table') !== (other.role === 'table')) return [];
      const alike = row.structure === other.structure ? 1 : likeness(row.bag, other.bag) * 0.99;
      return alike >= LEAST_LIKENESS ? [{ row, other, alike }] : [];
    });
  });
  const taken = new Set<Row>();
  return found
    .toSorted((a, b) => b.alike - a.alike)
    .flatMap(({ row, other }) => {
      if (taken.has(row) || taken.has(other)) return [];
      taken.add(row);
      taken.add(other);
      return [[row, other] as const];
    });
}

interface RowIndex {
  readonly words: ReadonlyMap<string, readonly Row[]>;
  readonly structures: ReadonlyMap<string, readonly Row[]>;
}

function indexOf(rows: readonly Row[]): RowIndex {
  const words = new Map<string, Row[]>();
  const structures = new Map<string, Row[]>();
  const add = (map: Map<string, Row[]>, key: string, row: Row): void => {
    const list = map.get(key);
    if (list) list.push(row);
    else map.set(key, [row]);
  };
  for (const row of rows) {
    add(structures, row.structure, row);
    for (const word of row.bag.counts.keys()) add(words, word, row);
  }
  return { words, structures };
}

function near(row: Row, { words, structures }: RowIndex): ReadonlySet<Row> {
  const found = new Set(structures.get(row.structure)?.slice(0, MOST_ROWS));
  for (const word of row.bag.counts.keys()) {
    const having = words.get(word) ?? [];
    if (having.length <= MOST_ROWS) for (const other of having) found.add(other);
  }
  return found;
}
