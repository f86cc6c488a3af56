import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { linesFor, type EventFrame } from '../model/ledger/chain.ts';
import type { LedgerEvent } from '../model/ledger/entry.ts';
import { sha256 } from './digests.ts';
import type { Files } from './files.ts';
import { LEDGER_FILE, type Ledger } from './ledger-file.ts';
import type { Lock } from './lock.ts';

/** What one command changes in a content folder, all of it or nothing. Paths are below the folder, with slashes. */
export interface Change {
  readonly events: readonly LedgerEvent[];
  /** Texts of files that no reader opens before the ledger names them. */
  readonly before?: Readonly<Record<string, string>> | undefined;
  /** Texts in the place of files that the ledger has named until then. */
  readonly after?: Readonly<Record<string, string>> | undefined;
  /** Files that readers must not find any more. */
  readonly gone?: readonly string[] | undefined;
}

export interface Desk {
  readonly content: string;
  readonly files: Files;
  readonly lock: Lock;
  /** As it was read after the lock was taken. */
  readonly ledger: Ledger;
}

/** What a run is about to do, written down first, so that the next one can clear up after it or finish it. */
export interface Journal {
  /** Digest of the newest line of the ledger that this run writes: a ledger that holds it has been committed. */
  readonly commit: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly gone: readonly string[];
}

export const JOURNAL_FILE = '.codicil-journal';

/** Another run wrote while this one held the lock; nothing became visible. */
export class OvertakenError extends Error {}

/**
 * Writes a change and gives the lines that it added to the ledger.
 *
 * The one step that makes it visible is the renaming of the whole ledger: whoever stops the machine before it leaves a folder that
 * says what it said, after it one that says all of the new. `tidyLeftOvers` clears up after the one and finishes the other.
 */
export async function commit(desk: Desk, change: Change, frame: EventFrame): Promise<readonly string[]> {
  const { content, files, ledger } = desk;
  const { before = {}, after = {}, gone = [] } = change;
  const at = (path: string): string => join(content, path);
  const added = linesFor(change.events, ledger.lines, frame, sha256);
  const journal: Journal = { commit: sha256(added.at(-1) ?? ''), before: Object.keys(before), after: Object.keys(after), gone };
  await files.write(at(JOURNAL_FILE), `${JSON.stringify(journal)}\n`);
  await files.syncFolder(content);
  for (const [path, text] of [...Object.entries(before), ...Object.entries(after)]) await files.write(stagedName(at(path)), text);
  for (const path of journal.before) await files.rename(stagedName(at(path)), at(path));
  await syncFoldersOf(files, [...journal.before, ...journal.after].map(at));
  await files.write(stagedName(at(LEDGER_FILE)), [...ledger.lines, ...added].map((line) => `${line}\n`).join(''));
  await requireUnchanged(desk);
  await files.rename(stagedName(at(LEDGER_FILE)), at(LEDGER_FILE));
  await files.syncFolder(content);
  for (const path of journal.after) await files.rename(stagedName(at(path)), at(path));
  for (const path of gone) await files.remove(at(path));
  await syncFoldersOf(files, [...journal.after, ...gone].map(at));
  await files.remove(at(JOURNAL_FILE));
  return added;
}

/** Where a file is written before it takes its place: hidden, so that every reader passes it over. */
export function stagedName(path: string): string {
  return join(dirname(path), `.${basename(path)}.new`);
}

async function syncFoldersOf(files: Files, paths: readonly string[]): Promise<void> {
  for (const folder of new Set(paths.map((path) => dirname(path)))) await files.syncFolder(folder);
}

async function requireUnchanged({ content, lock, ledger }: Desk): Promise<void> {
  const text = await readFile(join(content, LEDGER_FILE), 'utf8').catch(() => '');
  const isSame = text.split('\n').slice(0, -1).join('\n') === ledger.lines.join('\n');
  if (isSame && (await lock.isHeld())) return;
  throw new OvertakenError(
    'Another run wrote to the content folder at the same time. Nothing of this run became visible. Run the command again.',
  );
}
