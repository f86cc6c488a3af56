import { deepVersions } from '../../library/deep.ts';
import type { LedgerEntry } from '../../model/ledger/entry.ts';
import { policyHistories } from '../../model/ledger/history.ts';
import { sideBySide } from './side-by-side.ts';
import type { PagesRead } from './site-pages.ts';
import type { Piece } from './work.ts';

/** Derives every published text anew from its frozen file, and compares it with the ledger and with version.json. */
export async function deepContent(place: string, entries: readonly LedgerEntry[]): Promise<PagesRead> {
  return withProgress(
    place,
    deepVersions(entries).map((version): Piece => ({ kind: 'frozen', version })),
  );
}

/** Reads every page of every version, and every policy's own address, and compares their words with those of their records. */
export async function deepSite(place: string, entries: readonly LedgerEntry[]): Promise<PagesRead> {
  const all = deepVersions(entries);
  const histories = policyHistories(entries);
  return withProgress(place, [
    ...all.map((version): Piece => ({ kind: 'pages', version })),
    ...histories
      .filter(({ versions }) => versions.length > 0)
      .map((history): Piece => ({
        kind: 'address',
        history,
        versions: all.filter(({ published }) => published.policy === history.policy),
      })),
  ]);
}

/** Shows on a terminal how far it is; in a pipe it stays quiet. */
async function withProgress(place: string, pieces: readonly Piece[]): Promise<PagesRead> {
  const { isTTY } = process.stderr;
  const show = (count: number): void => {
    if (isTTY) process.stderr.write(`\rReading every word: ${count} of ${pieces.length}`);
  };
  try {
    return await sideBySide(place, pieces, show);
  } finally {
    if (isTTY) process.stderr.write('\r\u001B[K');
  }
}
