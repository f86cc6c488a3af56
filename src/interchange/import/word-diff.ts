export interface WordDifference {
  /** Places in the first list whose words the second one lacks. */
  readonly lost: readonly number[];
  /** Places in the second list whose words the first one lacks. */
  readonly added: readonly number[];
  /** Places in the first list whose words stand elsewhere in the second. */
  readonly moved: readonly number[];
}

/** More differences than this are counted without regard to order: the exact search takes time and memory by their square. */
const MOST_DIFFERENCES = 1500;

/** Compares two lists of words in order (Myers' greedy search). A word lost in one place and added in another has moved. */
export function diffWords(before: readonly string[], after: readonly string[]): WordDifference {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  const same = commonWords(a, b) ?? [];
  const keptA = new Set(same.map(([place]) => place));
  const keptB = new Set(same.map(([, place]) => place));
  const lost = a.flatMap((_, place) => (keptA.has(place) ? [] : [place + start]));
  const added = b.flatMap((_, place) => (keptB.has(place) ? [] : [place + start]));
  return cancelMoves(lost, added, before, after);
}

function cancelMoves(
  lost: readonly number[],
  added: readonly number[],
  before: readonly string[],
  after: readonly string[],
): WordDifference {
  const waiting = new Map<string, number[]>();
  for (const place of added) {
    const word = after[place] ?? '';
    waiting.set(word, [...(waiting.get(word) ?? []), place]);
  }
  const moved: number[] = [];
  const found = new Set<number>();
  for (const place of lost) {
    const match = waiting.get(before[place] ?? '')?.shift();
    if (match === undefined) continue;
    moved.push(place);
    found.add(match);
  }
  const hasMoved = new Set(moved);
  return { lost: lost.filter((place) => !hasMoved.has(place)), added: added.filter((place) => !found.has(place)), moved };
}

/** Pairs of places with the same word, in order; `undefined` when the lists differ too much. */
function commonWords(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] | undefined {
  const trace: Int32Array[] = [];
  const limit = Math.min(a.length + b.length, MOST_DIFFERENCES);
  const furthest = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  const at = (list: Int32Array, diagonal: number, centre: number): number => list[diagonal + centre] ?? 0;
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(furthest.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const isDown = diagonal === -edits || (diagonal !== edits && at(furthest, diagonal - 1, middle) < at(furthest, diagonal + 1, middle));
      let x = isDown ? at(furthest, diagonal + 1, middle) : at(furthest, diagonal - 1, middle) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      furthest[diagonal + middle] = x;
      if (x >= a.length && x - diagonal >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return undefined;
}

function walkBack(trace: readonly Int32Array[], lengthA: number, lengthB: number): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let x = lengthA;
  let y = lengthB;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const row = trace[edits];
    const read = (diagonal: number): number => row?.[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const isDown = diagonal === -edits || (diagonal !== edits && read(diagonal - 1) < read(diagonal + 1));
    const from = isDown ? diagonal + 1 : diagonal - 1;
    const startX = edits === 0 ? 0 : read(from);
    const startY = edits === 0 ? 0 : startX - from;
    const afterEditX = edits === 0 ? 0 : isDown ? startX : startX + 1;
    while (x > afterEditX) {
      x--;
      y--;
      pairs.push([x, y]);
    }
    x = startX;
    y = startY;
  }
  return pairs.toReversed();
}
