import { kindsOf, type Terms } from './kinds.ts';
import type { Token } from './token.ts';
import { wordSegments, type Segment } from './words.ts';

/** Parts two rows in a list of tokens, as the pilcrow does in a word processor; no text holds one. */
const SEAM: Token = { kind: 'sign', text: '', key: '\u2029', space: [], pieces: [] };

/**
 * Several rows against one, or one against several, compared as one run of words and then cut again: for each of the several, its
 * segments. The old sides of all of them after each other are the old rows, the fresh sides the new ones.
 */
export function joinedSegments(
  old: readonly (readonly Token[])[],
  fresh: readonly (readonly Token[])[],
  terms: Terms,
): readonly (readonly Segment[])[] {
  const parts: Segment[][] = [[]];
  for (const segment of wordSegments(joined(old), joined(fresh), terms)) {
    if (segment.op !== 'changed') {
      parts.at(-1)?.push(segment);
      continue;
    }
    const [before, after] = [divided(segment.old), divided(segment.fresh)];
    const count = Math.max(before.length, after.length);
    // Words of the undivided side go where others take their place, or stay before the seam.
    const home = (sides: readonly (readonly Token[])[], other: readonly (readonly Token[])[]): number =>
      sides.length === count
        ? 0
        : Math.max(
            0,
            other.findIndex((tokens) => tokens.length > 0),
          );
    const [oldHome, newHome] = [home(before, after), home(after, before)];
    for (let part = 0; part < count; part++) {
      if (part > 0) parts.push([]);
      const [gone, come] = [before[part - oldHome] ?? [], after[part - newHome] ?? []];
      if (gone.length + come.length > 0) parts.at(-1)?.push({ op: 'changed', old: gone, fresh: come, kinds: kindsOf(gone, come, terms) });
    }
  }
  return parts;
}

function joined(rows: readonly (readonly Token[])[]): readonly Token[] {
  return rows.flatMap((row, index) => (index === 0 ? row : [SEAM, ...row]));
}

function divided(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token === SEAM) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
