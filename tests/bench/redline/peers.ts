import { diffLines, diffWords, type Change } from 'diff';
import type { MarkedLine, Part } from './marked-lines.ts';

/** So long may a peer search for one pair; then it counts as having given up. */
const TIMEOUT_MS = 10_000;

/** What a program without a policy engine would do: jsdiff on lines, then on the words of those that differ. */
export function jsdiffLinesThenWords(old: string, fresh: string, lang: string): readonly MarkedLine[] | undefined {
  const lines = diffLines(old, fresh, { timeout: TIMEOUT_MS });
  if (!lines) return undefined;
  const changes: Change[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [one, next] = [lines[at], lines[at + 1]];
    if (one?.removed && next?.added) {
      const words = diffed(one.value, next.value, lang);
      if (!words) return undefined;
      changes.push(...words);
      at++;
    } else if (one) changes.push(one);
  }
  return linesFrom(changes);
}

/** jsdiff on all words of both texts at once. */
export function jsdiffWords(old: string, fresh: string, lang: string): readonly MarkedLine[] | undefined {
  const changes = diffed(old, fresh, lang);
  return changes && linesFrom(changes);
}

function diffed(old: string, fresh: string, lang: string): readonly Change[] | undefined {
  // Its own idea of a word knows Latin letters only; a careful caller hands it a segmenter for everything else.
  const intlSegmenter = /[^\p{Script=Latin}\P{L}]/u.test(old) ? new Intl.Segmenter(lang, { granularity: 'word' }) : undefined;
  return diffWords(old, fresh, intlSegmenter ? { intlSegmenter, timeout: TIMEOUT_MS } : { timeout: TIMEOUT_MS });
}

function linesFrom(changes: readonly Change[]): readonly MarkedLine[] {
  const lines: MarkedLine[] = [];
  let parts: Part[] = [];
  const push = (old: string, fresh: string, isMarked: boolean): void => {
    const last = parts.at(-1);
    // What is removed and what is added in its place are one mark.
    if (isMarked && last?.isMarked) parts[parts.length - 1] = { old: last.old + old, fresh: last.fresh + fresh, isMarked };
    else parts.push({ old, fresh, isMarked });
  };
  for (const { value, added, removed } of changes) {
    const pieces = added || removed ? [value] : value.split(/(?<=\n)/u);
    for (const piece of pieces) {
      if (piece === '') continue;
      push(added ? '' : piece, removed ? '' : piece, added || removed);
      if (!added && !removed && piece.endsWith('\n')) {
        lines.push({ parts, isMoved: false });
        parts = [];
      }
    }
  }
  return [...lines, { parts, isMoved: false }];
}
