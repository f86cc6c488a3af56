import type { FrozenVersion } from '../model/frozen-version.ts';
import type { FileDigests, NewPair } from '../model/ledger/entry.ts';
import type { Neighbours } from '../model/ledger/neighbours.ts';
import { redlineFile } from '../model/ledger/standing-files.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import { redlineDocument } from '../model/redline/html/redline-document.ts';
import type { RedlineWords } from '../model/redline/html/words.ts';
import { redline } from '../model/redline/redline.ts';
import { sha256 } from './digests.ts';

/** The words that a redline says, in the language of a text; handed in, because interface words belong to no library. */
export type WordsOfRedline = (lang: string) => RedlineWords;

/** A version as a redline needs it. */
export interface RedlinedVersion {
  readonly version: Pick<FrozenVersion, 'version' | 'title'>;
  readonly record: PolicyRecord;
}

/** Text of `changes.<from>.html`. Same input, same bytes. */
export function redlineText(earlier: RedlinedVersion, later: RedlinedVersion, words: WordsOfRedline): string {
  return redlineDocument(redline(earlier.record, later.record), {
    title: later.version.title,
    from: earlier.version.version,
    to: later.version.version,
    words: words(later.record.lang),
  });
}

export interface PairSource {
  readonly redlined: (version: string) => Promise<RedlinedVersion>;
  /** The frozen files of a version, as they stand before the event. */
  readonly standing: (version: string) => FileDigests;
  readonly words: WordsOfRedline;
}

export interface FrozenPairs {
  /** For the event's line in the ledger; absent when it makes no new neighbours. */
  readonly pairs?: readonly NewPair[] | undefined;
  /** Texts of files that are not there yet, by `<version>/<file>`. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Freezes the redlines of versions that an event makes neighbours. One that was frozen before stays as it is. */
export async function freezePairs(neighbours: readonly Neighbours[], { redlined, standing, words }: PairSource): Promise<FrozenPairs> {
  const pairs: NewPair[] = [];
  const texts: Record<string, string> = {};
  for (const { earlier, later } of neighbours) {
    const file = redlineFile(earlier);
    const there = standing(later)[file];
    const text = there === undefined ? redlineText(await redlined(earlier), await redlined(later), words) : undefined;
    if (text !== undefined) texts[`${later}/${file}`] = text;
    pairs.push({ version: later, from: earlier, changes: there ?? sha256(text ?? '') });
  }
  return { pairs: pairs.length === 0 ? undefined : pairs, texts };
}
