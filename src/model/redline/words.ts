import { hunksOf } from './hunks.ts';
import { kindsOf, restyledKinds, type ChangeKind, type Terms } from './kinds.ts';
import { tidyHunks } from './tidy.ts';
import { signatureOf, type Token } from './token.ts';

/** A stretch of a text that stays, is set differently (link, emphasis, quotation marks), or is changed. */
export type Segment =
  | {
      readonly op: 'same';
      readonly tokens: readonly Token[];
      /** The old tokens, where a mark before the first took or brought the space between them: "[-Yes. -]We" is "Yes. We" and "We". */
      readonly old?: readonly Token[] | undefined;
    }
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
    segments.push(...keptSegments(before.slice(oldAt, hunk.oldFrom), after.slice(newAt, hunk.newFrom), oldAt + newAt > 0));
    const old = before.slice(hunk.oldFrom, hunk.oldTo);
    const fresh = after.slice(hunk.newFrom, hunk.newTo);
    segments.push({ op: 'changed', old, fresh, kinds: kindsOf(old, fresh, terms) });
    oldAt = hunk.oldTo;
    newAt = hunk.newTo;
  }
  segments.push(...keptSegments(before.slice(oldAt), after.slice(newAt), oldAt + newAt > 0));
  return segments;
}

/** Equal words, parted where they are set differently. */
function keptSegments(old: readonly Token[], fresh: readonly Token[], isAfterMark: boolean): readonly Segment[] {
  const segments: Segment[] = [];
  let run: { op: 'same' | 'restyled'; kinds: readonly ChangeKind[]; old: Token[]; fresh: Token[] } | undefined;
  let hasOldSpace = false;
  const close = (): void => {
    if (!run) return;
    if (run.op === 'restyled') segments.push({ op: 'restyled', old: run.old, fresh: run.fresh, kinds: run.kinds });
    else segments.push({ op: 'same', tokens: run.fresh, ...(hasOldSpace ? { old: run.old } : {}) });
    hasOldSpace = false;
  };
  for (const [index, token] of fresh.entries()) {
    const was = old[index] ?? token;
    const isSame = signatureOf(was) === signatureOf(token);
    const isSpaced = !isSame && isAfterMark && index === 0 && differsInSpace(was, token);
    const kinds = isSame || isSpaced ? [] : restyledKinds(was, token);
    const op = kinds.length === 0 ? 'same' : 'restyled';
    if (run?.op !== op || run.kinds.join() !== kinds.join()) {
      close();
      run = { op, kinds, old: [], fresh: [] };
    }
    if (isSpaced) hasOldSpace = true;
    run.old.push(was);
    run.fresh.push(token);
  }
  close();
  return segments;
}

/** Whether two tokens differ in nothing but the space before them, and none of it is a line break. */
function differsInSpace(old: Token, fresh: Token): boolean {
  const hasBreak = [...old.space, ...fresh.space].some((piece) => piece.atom === 'break');
  return !hasBreak && signatureOf({ ...old, space: [] }) === signatureOf({ ...fresh, space: [] });
}
