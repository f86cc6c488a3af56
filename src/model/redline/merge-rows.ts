import { commonDepth, shownPath } from './containers.ts';
import type { FlatSection } from './flat.ts';
import type { RowPairs, SectionGroup } from './pair-rows.ts';
import type { Container, Row } from './rows.ts';

/** A row of both texts or of one, with where it stands in the redline. A moved row stands there twice, at both its places. */
export interface MergedRow {
  readonly state: 'kept' | 'added' | 'removed';
  readonly old?: Row | undefined;
  readonly fresh?: Row | undefined;
  readonly path: readonly Container[];
  readonly move?: 'moved' | 'order' | undefined;
}

/** The rows of a group in the order of the redline, by the section of the new text (or, where there is none, of the old) that shows them. */
export function mergeRows(group: SectionGroup, pairs: RowPairs): ReadonlyMap<FlatSection, readonly MergedRow[]> {
  const shown = new Map<FlatSection, MergedRow[]>();
  const owners = group.fresh.length > 0 ? group.fresh : group.old;
  for (const section of owners) shown.set(section, []);
  const place = placeOf(group.fresh);
  const oldPlace = placeOf(group.old);
  const put = (section: FlatSection | undefined, row: MergedRow): void => {
    if (section) shown.get(section)?.push(row);
  };
  let current = owners[0];
  for (const row of inOrder(group, pairs)) {
    // What is gone stands with what stood before it.
    current = (row.fresh ? place.get(row.fresh) : group.fresh.length === 0 && row.old ? oldPlace.get(row.old) : undefined) ?? current;
    put(current, row);
  }
  return shown;
}

function placeOf(sections: readonly FlatSection[]): ReadonlyMap<Row, FlatSection> {
  return new Map(sections.flatMap((section) => section.rows.map((row) => [row, section] as const)));
}

function inOrder({ old, fresh }: SectionGroup, pairs: RowPairs): readonly MergedRow[] {
  const { partners, moves, containers } = pairs;
  const before = old.flatMap((section) => section.rows);
  const after = fresh.flatMap((section) => section.rows);
  const sources = new Map([...partners].map(([a, b]) => [b, a]));
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
    const partner = moves.has(row) ? undefined : partners.get(row);
    const place = partner && places.get(partner);
    if (partner === undefined || place === undefined || place < newAt) continue;
    gap(index, place);
    merged.push({ state: 'kept', old: row, fresh: partner, path: partner.path });
    oldAt = index + 1;
    newAt = place + 1;
  }
  gap(before.length, after.length);
  return merged;
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
