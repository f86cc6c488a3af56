/** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment distance). */
export function edits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      const replace = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replace, swap));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? a.length;
}

// What a word may lose before another ending: delete, deleting; policy, policies; löschen, Löschung.
const LOST = /^(?:e|y|en)?$/u;

/** Whether two words differ in their ending alone: `delete` and `deleting`, `kid` and `kids`; not `police` and `policy`. Lower case. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let common = 0;
  while (common < short.length && short[common] === long[common]) common++;
  if (short.length === long.length || !LOST.test(short.slice(common)) || long.length - common > 3) return false;
  // Of short words every letter counts: a car is no card, but two of them are cars.
  return common >= 4 || (common === 3 && long === `${short}s`);
}

/**
 * Whether a word of a text can be the one that somebody typed: the typed one begins it, or a letter of it was missed, or two of a
 * long one. An index offers more, such as “pass” for “passport”.
 */
export function isMeant(typed: string, word: string): boolean {
  if (word.startsWith(typed) || isSameWord(typed, word)) return true;
  const most = typed.length < 5 ? 0 : typed.length < 8 ? 1 : 2;
  return Math.abs(typed.length - word.length) <= most && edits(typed, word) <= most;
}
