import { hunksOf } from './hunks.ts';
import { kindsOf, restyledKinds, type ChangeKind, type Terms } from './kinds.ts';
import { tidyHunks } from './tidy.ts';
import { signatureOf, type Token } from './token.ts';

/** A stretch of a text that stays, is set differently (link, emphasis, quotation marks), or is changed. */
export type Segment =
  | { readonly op: 'same'; readonly tokens: readonly Token[] }
  | {
      readonly op: 'restyled' | 'changed';
      readonly old: readonly Token[];
      readonly fresh: readonly Token[];
      readonly kinds: readonly ChangeKind[];
    };

/**
 * Two texts word by word. The segments' old sides after each other are the old text, their fresh sides the new one; marks never lie
 * inside a word or number.
 */
export function wordSegments(before: readonly Token[], after: readonly Token[], terms: Terms): readonly Segment[] {
  const found = hunksOf(
    before.map((token) => token.key),
    after.map((token) => token.key),
  );
  const hunks = tidyHunks(found, { before, after });
  const segments: Segment[] = [];
  let oldAt = 0;
  let newAt = 0;
  for (const hunk of hunks) {
    segments.push(...keptSegments(before.slice(oldAt, hunk.oldFrom), after.slice(newAt, hunk.newFrom)));
    const old = before.slice(hunk.oldFrom, hunk.oldTo);
    const fresh = after.slice(hunk.newFrom, hunk.newTo);
    segments.push({ op: 'changed', old, fresh, kinds: kindsOf(old, fresh, terms) });
    oldAt = hunk.oldTo;
    newAt = hunk.newTo;
  }
  segments.push(...keptSegments(before.slice(oldAt), after.slice(newAt)));
  return segments;
}

/** Equal words, parted where they are set differently. */
function keptSegments(old: readonly Token[], fresh: readonly Token[]): readonly Segment[] {
  const segments: Segment[] = [];
  let run: { op: 'same' | 'restyled'; kinds: readonly ChangeKind[]; old: Token[]; fresh: Token[] } | undefined;
  const close = (): void => {
    if (!run) return;
    if (run.op === 'same') segments.push({ op: 'same', tokens: run.fresh });
    else segments.push({ op: 'restyled', old: run.old, fresh: run.fresh, kinds: run.kinds });
  };
  for (const [index, token] of fresh.entries()) {
    const was = old[index] ?? token;
    const kinds = signatureOf(was) === signatureOf(token) ? [] : restyledKinds(was, token);
    const op = kinds.length === 0 ? 'same' : 'restyled';
    if (run?.op !== op || run.kinds.join() !== kinds.join()) {
      close();
      run = { op, kinds, old: [], fresh: [] };
    }
    run.old.push(was);
    run.fresh.push(token);
  }
  close();
  return segments;
}
