import { diffArrays } from 'diff';
import type { Pair } from './align.ts';
import { heaviestRun } from './heaviest-run.ts';

/** A place where two lists differ: `from` up to, not including, `to`, on either side. One side may be empty, never both. */
export interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Searching for more differences than these at once would take time by the square. */
const MOST_EDITS = 800;
/** So many keys after each other, standing once in either list, are the same place in both. */
const ANCHOR_LENGTH = 4;

/**
 * Where two lists of keys differ, in order; everything between the hunks is the same. None when they are equal. The other way round the
 * hunks are the same, too: of several shortest ways from one list to the other it is always the same one.
 */
export function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const isForth = before.length === after.length ? before.join('\n') <= after.join('\n') : before.length < after.length;
  if (isForth) return shortestHunks(before, after);
  return shortestHunks(after, before).map(({ oldFrom, oldTo, newFrom, newTo }) => ({
    oldFrom: newFrom,
    oldTo: newTo,
    newFrom: oldFrom,
    newTo: oldTo,
  }));
}

function shortestHunks(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  if (old.length === 0 && fresh.length === 0) return [];
  const whole: Hunk = { oldFrom: start, oldTo: start + old.length, newFrom: start, newTo: start + fresh.length };
  if (old.length === 0 || fresh.length === 0) return [whole];
  const parts = diffArrays([...old], [...fresh], { maxEditLength: MOST_EDITS });
  if (!parts) return divided(old, fresh).map((hunk) => shifted(hunk, start, start));
  const hunks: Hunk[] = [];
  let oldAt = start;
  let newAt = start;
  let open: { oldFrom: number; newFrom: number } | undefined;
  const close = (): void => {
    if (open) hunks.push({ ...open, oldTo: oldAt, newTo: newAt });
    open = undefined;
  };
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      close();
      oldAt += count;
      newAt += count;
    } else {
      open ??= { oldFrom: oldAt, newFrom: newAt };
      if (added) newAt += count;
      else oldAt += count;
    }
  }
  close();
  return hunks;
}

/** Very long lists with very many differences: places that are surely the same part them, and what lies between is compared by itself. */
function divided(old: readonly string[], fresh: readonly string[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  const anchors = surePlaces(old, fresh);
  // Without any, the one list is another text.
  if (anchors.length === 0) return [{ oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: fresh.length }];
  let from: Pair = [0, 0];
  for (const to of [...anchors, [old.length, fresh.length] as const]) {
    const between = hunksOf(old.slice(from[0], to[0]), fresh.slice(from[1], to[1]));
    for (const hunk of between) hunks.push(shifted(hunk, ...from));
    from = [to[0] + 1, to[1] + 1];
  }
  return hunks;
}

function surePlaces(old: readonly string[], fresh: readonly string[]): readonly Pair[] {
  const [there, here] = [old, fresh].map(onlyRuns);
  const common = [...(there ?? [])].flatMap(([run, i]) => {
    const j = here?.get(run);
    return i === undefined || j === undefined ? [] : [[i, j] as const];
  });
  return heaviestRun(
    common.toSorted(([a], [b]) => a - b),
    () => 1,
  );
}

/** Runs of keys with their place; `undefined` for one that stands there more than once. */
function onlyRuns(list: readonly string[]): ReadonlyMap<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (let at = 0; at + ANCHOR_LENGTH <= list.length; at++) {
    const run = list.slice(at, at + ANCHOR_LENGTH).join('\n');
    places.set(run, places.has(run) ? undefined : at);
  }
  return places;
}

function shifted({ oldFrom, oldTo, newFrom, newTo }: Hunk, old: number, fresh: number): Hunk {
  return { oldFrom: oldFrom + old, oldTo: oldTo + old, newFrom: newFrom + fresh, newTo: newTo + fresh };
}
