import { align, similarity } from './align.ts';
import { listOf, pairContainers, type ContainerPairs } from './containers.ts';
import type { FlatSection } from './flat.ts';
import { alikeRows } from './alike-rows.ts';
import { joinedRows, type JoinedRows } from './joined-rows.ts';
import type { SectionPairs } from './pair-sections.ts';
import { sectionGroups, type SectionGroup } from './section-groups.ts';
import type { Row } from './rows.ts';

export interface RowPairs {
  readonly groups: readonly SectionGroup[];
  /** New rows by old ones: what stayed in place, and what moved. */
  readonly partners: ReadonlyMap<Row, Row>;
  /** Old rows by new ones. */
  readonly sources: ReadonlyMap<Row, Row>;
  /** Old rows that stand elsewhere now: `order` within the same list, `moved` otherwise. */
  readonly moves: ReadonlyMap<Row, 'moved' | 'order'>;
  /** What was divided or became one, by each of its rows. Only one of several has a partner. */
  readonly joins: ReadonlyMap<Row, JoinedRows>;
  readonly containers: ContainerPairs;
}

const LEAST_MOVED_WORDS = 5;
/** From here on what stands alone in one place on either side is one thing that was rewritten. */
const LEAST_IN_PLACE = 0.2;

/** Which rows of two texts belong together. Every row at most once. Input is not changed. */
export function pairRows(old: readonly FlatSection[], fresh: readonly FlatSection[], sections: SectionPairs): RowPairs {
  const groups = sectionGroups(old, fresh, sections);
  const partners = new Map<Row, Row>();
  const taken = new Set<Row>();
  const moves = new Map<Row, 'moved' | 'order'>();
  const take = (a: Row, b: Row, isMove: boolean): void => {
    partners.set(a, b);
    taken.add(b);
    if (isMove) moves.set(a, 'moved');
  };
  for (const [a, b] of strays(groups)) take(a, b, true);
  for (const group of groups) {
    const before = rowsIn(group.old).filter((row) => !partners.has(row));
    const after = rowsIn(group.fresh).filter((row) => !taken.has(row));
    for (const [i, j] of align(before, after)) {
      const [a, b] = [before[i], after[j]];
      if (a && b) take(a, b, false);
    }
  }
  const joins = new Map<Row, JoinedRows>();
  for (const group of groups) {
    const [before, after] = [rowsIn(group.old), rowsIn(group.fresh)];
    const stayed = before.flatMap((row) => {
      const partner = moves.has(row) ? undefined : partners.get(row);
      return partner ? [[row, partner] as const] : [];
    });
    for (const join of joinedRows({ old: before, fresh: after, partners: new Map(stayed) }))
      for (const row of [...join.old, ...join.fresh]) joins.set(row, join);
  }
  const isFree = (row: Row): boolean => !partners.has(row) && !taken.has(row) && !joins.has(row);
  const left = (): { old: readonly Row[]; fresh: readonly Row[] } => ({
    old: rowsIn(old).filter(isFree),
    fresh: rowsIn(fresh).filter(isFree),
  });
  for (const [a, b] of alikeRows(left().old, left().fresh, LEAST_MOVED_WORDS)) take(a, b, true);
  for (const [a, b] of shortItems(left(), pairContainers(partners))) take(a, b, true);
  for (const group of groups) for (const [a, b] of rewritten(group, { partners, moves, isFree })) take(a, b, false);
  const containers = pairContainers(partners);
  for (const [a] of moves) if (isInSameList(a, partners.get(a), containers)) moves.set(a, 'order');
  return { groups, partners, sources: new Map([...partners].map(([a, b]) => [b, a])), moves, joins, containers };
}

function rowsIn(sections: readonly FlatSection[]): readonly Row[] {
  return sections.flatMap((section) => section.rows);
}

/** Long rows that stand once in either text, word for word, but in sections that do not belong together. */
function strays(groups: readonly SectionGroup[]): readonly (readonly [Row, Row])[] {
  const once = (side: 'old' | 'fresh'): ReadonlyMap<string, { row: Row; group: SectionGroup } | undefined> => {
    const found = new Map<string, { row: Row; group: SectionGroup } | undefined>();
    for (const group of groups) {
      for (const row of rowsIn(group[side])) found.set(row.structure, found.has(row.structure) ? undefined : { row, group });
    }
    return found;
  };
  const there = once('fresh');
  return [...once('old')].flatMap(([structure, a]) => {
    const b = there.get(structure);
    return a && b && a.group !== b.group && a.row.bag.size >= LEAST_MOVED_WORDS ? [[a.row, b.row] as const] : [];
  });
}

/** Items of one list that are too short to be looked for elsewhere. */
function shortItems(left: { old: readonly Row[]; fresh: readonly Row[] }, containers: ContainerPairs): readonly (readonly [Row, Row])[] {
  const taken = new Set<Row>();
  return left.old.flatMap((row) => {
    if (listOf(row) === undefined || row.bag.size === 0) return [];
    const same = left.fresh.find((other) => !taken.has(other) && other.structure === row.structure && isInSameList(row, other, containers));
    if (!same) return [];
    taken.add(same);
    return [[row, same] as const];
  });
}

function isInSameList(old: Row, fresh: Row | undefined, containers: ContainerPairs): boolean {
  const [list, other] = [listOf(old), fresh && listOf(fresh)];
  return list !== undefined && other !== undefined && containers.get(list)?.node === other;
}

interface Paired {
  readonly partners: ReadonlyMap<Row, Row>;
  readonly moves: ReadonlyMap<Row, unknown>;
  readonly isFree: (row: Row) => boolean;
}

/** What stands alone on either side between two rows that stayed. */
function rewritten({ old, fresh }: SectionGroup, { partners, moves, isFree }: Paired): readonly (readonly [Row, Row])[] {
  const before = rowsIn(old);
  const after = rowsIn(fresh);
  const places = new Map(after.map((row, index) => [row, index]));
  const stays = before.flatMap((row, index) => {
    const partner = moves.has(row) ? undefined : partners.get(row);
    const place = partner && places.get(partner);
    return place === undefined ? [] : [[index, place] as const];
  });
  const found: (readonly [Row, Row])[] = [];
  let from: readonly [number, number] = [0, 0];
  for (const to of [...stays, [before.length, after.length] as const]) {
    const gone = before.slice(from[0], to[0]).filter(isFree);
    const come = after.slice(from[1], to[1]).filter(isFree);
    const [a, b] = [gone[0], come[0]];
    if (a && b && gone.length === 1 && come.length === 1 && a.role === b.role && similarity(a, b) >= LEAST_IN_PLACE) found.push([a, b]);
    from = [to[0] + 1, to[1] + 1];
  }
  return found;
}
