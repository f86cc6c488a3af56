import { diffArrays } from 'diff';

/** A place where two lists differ: `from` up to, not including, `to`, on either side. One side may be empty, never both. */
export interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Beyond so many differences two texts are not one text with changes; searching on would take time by the square. */
const MOST_EDITS = 1200;

/** Where two lists of keys differ, in order; everything between the hunks is the same. None when they are equal. */
export function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
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
  // Given up: everything between the equal ends is another text.
  if (!parts) return [whole];
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
