import { isStopWord } from './binding-words.ts';
import type { Hunk } from './hunks.ts';
import { isWord, type Token } from './token.ts';

interface Texts {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

/**
 * Hunks as a person would mark them: islands too small to be read between two changes belong to one change, and what was only
 * inserted or only deleted begins and ends where a sentence or phrase does. Says the same as before: dropping either side of every
 * hunk still gives the other text.
 */
export function tidyHunks(hunks: readonly Hunk[], texts: Texts): readonly Hunk[] {
  const joined = joinAcrossIslands(hunks, texts);
  return isRewritten(joined, texts)
    ? [around(joined)]
    : joined.map((hunk, index) => slid(hunk, { texts, neighbours: [joined[index - 1], joined[index + 1]] }));
}

function joinAcrossIslands(hunks: readonly Hunk[], texts: Texts): readonly Hunk[] {
  let current = [...hunks];
  for (;;) {
    const next: Hunk[] = [];
    for (const hunk of current) {
      const last = next.at(-1);
      if (last && isSwallowed(last, hunk, texts)) next[next.length - 1] = { ...last, oldTo: hunk.oldTo, newTo: hunk.newTo };
      else next.push(hunk);
    }
    if (next.length === current.length) return next;
    current = next;
  }
}

/** Whether the words that stay between two changes are too few, for their size, to be told from them. */
function isSwallowed(left: Hunk, right: Hunk, { before, after }: Texts): boolean {
  const island = after.slice(left.newTo, right.newFrom);
  const words = island.filter(isWord);
  const sizes = [left, right].map((hunk) => [count(before, hunk.oldFrom, hunk.oldTo), count(after, hunk.newFrom, hunk.newTo)] as const);
  const marked = sizes.reduce((sum, [old, fresh]) => sum + old + fresh, 0);
  const areReplacements = sizes.every(([old, fresh]) => old > 0 && fresh > 0);
  // The end of a sentence parts two changes better than any word does.
  const endsSentence = island.some((token) => /^[.!?;]$/u.test(token.key));
  const isSign = sizes.some(([old, fresh]) => old + fresh === 0);
  if (words.length === 0) return isSign ? island.length <= 1 || !endsSentence : !endsSentence;
  const isPlain = words.every((token) => isStopWord(token.key));
  if (words.length <= 2)
    return areReplacements
      ? (isPlain || marked >= 4 * words.length) && !endsSentence
      : isPlain && marked >= 6 * words.length && !endsSentence;
  return words.length <= 4 && isPlain && marked >= 8 * words.length;
}

function count(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token && isWord(token)) words++;
  }
  return words;
}

const LEAST_SURVIVING = 0.25;
const LEAST_WORDS = 8;

/** Whether so little of both texts stays that marking what stays would only disturb. */
function isRewritten(hunks: readonly Hunk[], { before, after }: Texts): boolean {
  if (hunks.length < 2) return false;
  const all = [count(before, 0, before.length), count(after, 0, after.length)] as const;
  const marked = hunks.reduce(
    (sum, hunk) => [sum[0] + count(before, hunk.oldFrom, hunk.oldTo), sum[1] + count(after, hunk.newFrom, hunk.newTo)] as [number, number],
    [0, 0] as [number, number],
  );
  const most = Math.max(...all);
  return most >= LEAST_WORDS && (all[0] - marked[0]) / most < LEAST_SURVIVING;
}

function around(hunks: readonly Hunk[]): Hunk {
  const [first] = hunks;
  const last = hunks.at(-1);
  if (!first || !last) throw new RangeError('There is nothing to stand around.');
  return { oldFrom: first.oldFrom, newFrom: first.newFrom, oldTo: last.oldTo, newTo: last.newTo };
}

interface Surroundings {
  readonly texts: Texts;
  readonly neighbours: readonly [Hunk | undefined, Hunk | undefined];
}

/** A pure insertion or deletion, moved along equal words to where it begins and ends best. */
function slid(hunk: Hunk, { texts, neighbours: [left, right] }: Surroundings): Hunk {
  const isInsertion = hunk.oldFrom === hunk.oldTo;
  if (!isInsertion && hunk.newFrom !== hunk.newTo) return hunk;
  const tokens = isInsertion ? texts.after : texts.before;
  const range = (one: Hunk): readonly [number, number] => (isInsertion ? [one.newFrom, one.newTo] : [one.oldFrom, one.oldTo]);
  const [from, to] = range(hunk);
  // One token stays between this hunk and the next, or both would be one.
  const first = left ? range(left)[1] + 1 : 0;
  const last = right ? range(right)[0] - 1 : tokens.length;
  let best = { shift: 0, score: boundary(tokens, from) + boundary(tokens, to) };
  const consider = (shift: number): void => {
    const score = boundary(tokens, from + shift) + boundary(tokens, to + shift);
    if (score > best.score) best = { shift, score };
  };
  for (let shift = -1; from + shift >= first && tokens[from + shift]?.key === tokens[to + shift]?.key; shift--) consider(shift);
  for (let shift = 1; to + shift <= last && tokens[from + shift - 1]?.key === tokens[to + shift - 1]?.key; shift++) consider(shift);
  const { shift } = best;
  return { oldFrom: hunk.oldFrom + shift, oldTo: hunk.oldTo + shift, newFrom: hunk.newFrom + shift, newTo: hunk.newTo + shift };
}

/** How good a place the one before a token is for a mark to begin or end. */
function boundary(tokens: readonly Token[], place: number): number {
  const previous = tokens[place - 1];
  const next = tokens[place];
  if (!previous || !next) return 6;
  if (next.space.some((piece) => piece.atom === 'break')) return 5;
  if (/^[.!?]$/u.test(previous.key) && next.space.length > 0) return 5;
  if (/^[;:]$/u.test(previous.key) && next.space.length > 0) return 4;
  if (/^[,(]$/u.test(next.key) || /^[,)]$/u.test(previous.key)) return 3;
  if (/^(?:and|or|und|oder)$/u.test(next.key)) return 2;
  return next.space.length > 0 ? 1 : 0;
}
