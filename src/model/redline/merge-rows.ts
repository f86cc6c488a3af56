import { commonDepth, shownPath, type ContainerPairs } from './containers.ts';
import type { FlatSection } from './flat.ts';
import type { JoinedRows } from './joined-rows.ts';
import type { RowPairs } from './pair-rows.ts';
import type { Container, Row } from './rows.ts';
import type { SectionGroup } from './section-groups.ts';

/** A row of both texts or of one, with where it stands in the redline. A moved row stands there twice, at both its places. */
export interface MergedRow {
  readonly state: 'kept' | 'added' | 'removed';
  readonly old?: Row | undefined;
  readonly fresh?: Row | undefined;
  readonly path: readonly Container[];
  readonly move?: 'moved' | 'order' | undefined;
  /** What was divided or became one stands there as several rows after each other, which share their old or their new row. */
  readonly join?: JoinedRows | undefined;
}

/** The rows of a group in the order of the redline, by the section of the new text (or, where there is none, of the old) that shows them. */
export function mergeRows(group: SectionGroup, pairs: RowPairs): ReadonlyMap<FlatSection, readonly MergedRow[]> {
  const shown = new Map<FlatSection, MergedRow[]>([...group.fresh, ...group.lone].map((section) => [section, []]));
  const place = placeOf(group.fresh);
  const lonePlace = placeOf([...group.lone]);
  let current = group.fresh[0];
  for (const row of inOrder(group, pairs)) {
    const own = row.fresh ? place.get(row.fresh) : row.old && lonePlace.get(row.old);
    // What is gone from a section that goes on stands with what stood before it.
    if (row.fresh) current = own ?? current;
    const section = own ?? current;
    if (section) shown.get(section)?.push(row);
  }
  return shown;
}

function placeOf(sections: readonly FlatSection[]): ReadonlyMap<Row, FlatSection> {
  return new Map(sections.flatMap((section) => section.rows.map((row) => [row, section] as const)));
}

function inOrder({ old, fresh }: SectionGroup, pairs: RowPairs): readonly MergedRow[] {
  const { partners, sources, moves, joins, containers } = pairs;
  const before = old.flatMap((section) => section.rows);
  const after = fresh.flatMap((section) => section.rows);
  const places = new Map(after.map((row, index) => [row, index]));
  const merged: MergedRow[] = [];
  let oldAt = 0;
  let newAt = 0;
  const gap = (oldTo: number, newTo: number): void => {
    const gone = before
      .slice(oldAt, oldTo)
      .map((row): MergedRow => ({ state: 'removed', old: row, path: shownPath(row, containers), move: moves.get(row) }));
    const come = after.slice(newAt, newTo).map((row): MergedRow => {
      const source = sources.get(row);
      if (!source) return { state: 'added', fresh: row, path: row.path };
      return { state: 'kept', old: source, fresh: row, path: row.path, move: moves.get(source) };
    });
    merged.push(...interleaved(gone, come, { before: merged.at(-1)?.path ?? [], after: after[newTo]?.path ?? [] }));
    oldAt = oldTo;
    newAt = newTo;
  };
  for (const [index, row] of before.entries()) {
    const join = joins.get(row);
    const partner = moves.has(row) ? undefined : (join?.fresh[0] ?? partners.get(row));
    const place = partner && places.get(partner);
    if (index < oldAt || partner === undefined || place === undefined || place < newAt) continue;
    gap(index, place);
    if (join) merged.push(...joinedRow(join, containers));
    else merged.push({ state: 'kept', old: row, fresh: partner, path: partner.path });
    oldAt = index + (join?.old.length ?? 1);
    newAt = place + (join?.fresh.length ?? 1);
  }
  gap(before.length, after.length);
  return merged;
}

function joinedRow(join: JoinedRows, containers: ContainerPairs): readonly MergedRow[] {
  const { old, fresh } = join;
  const [source, target] = [old[0], fresh[0]];
  if (fresh.length > 1) return fresh.map((row) => ({ state: 'kept', old: source, fresh: row, path: row.path, join }));
  return old.map((row, index) => ({
    state: 'kept',
    old: row,
    fresh: target,
    path: index === 0 && target ? target.path : shownPath(row, containers),
    join,
  }));
}

/** What is gone before what came, but so that a list or item that goes on is not left in between. */
function interleaved(
  gone: readonly MergedRow[],
  come: readonly MergedRow[],
  around: { readonly before: readonly Container[]; readonly after: readonly Container[] },
): readonly MergedRow[] {
  const through = commonDepth(around.before, around.after);
  const parts = [gone, come].map((rows) => {
    const head = rows.findIndex((row) => commonDepth(row.path, around.before) <= through);
    const from = head < 0 ? rows.length : head;
    let to = rows.length;
    while (to > from && commonDepth(rows[to - 1]?.path ?? [], around.after) > through) to--;
    return [rows.slice(0, from), rows.slice(from, to), rows.slice(to)] as const;
  });
  return [0, 1, 2].flatMap((part) => parts.flatMap((rows) => rows[part] ?? []));
}
