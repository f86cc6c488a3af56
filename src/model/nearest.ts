import { edits } from '../model/search/similar.ts';

/** The candidate that differs least from what was written; `undefined` when none is close enough to be meant. */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
  const [best] = candidates
    .map((candidate) => ({ candidate, edits: edits(written.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits);
  return best && best.edits <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}
