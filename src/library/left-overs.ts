import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { standingFiles } from '../model/ledger/standing-files.ts';
import { sha256 } from './digests.ts';
import type { Files } from './files.ts';
import { LEDGER_FILE, type Ledger } from './ledger-file.ts';
import { JOURNAL_FILE, stagedName, type Journal } from './transaction.ts';

const path = z.string().regex(/^policies\/[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9._-]*$/iu);
const journalSchema: z.ZodType<Journal> = z.strictObject({
  commit: z.string(),
  before: z.array(path),
  after: z.array(path),
  gone: z.array(path),
});

/** What was found of a run that did not come to its end. */
export type LeftOver = 'nothing' | 'cleared' | 'completed';

/**
 * Removes what a run that was stopped before its commit point left over, and finishes one that was stopped after it. Under the
 * lock only. Touches nothing but what that run wrote down, and never a file that the ledger names.
 */
export async function tidyLeftOvers(content: string, ledger: Ledger, files: Files): Promise<LeftOver> {
  const journal = await readJournal(content);
  if (journal === undefined) return 'nothing';
  await files.remove(stagedName(join(content, LEDGER_FILE)));
  const isCommitted = journal !== 'torn' && ledger.lines.some((line) => sha256(line) === journal.commit);
  // A journal without its end: the run had written nothing else yet.
  if (journal !== 'torn') await (isCommitted ? complete(content, journal, files) : clear(content, journal, { ledger, files }));
  await files.remove(join(content, JOURNAL_FILE));
  return isCommitted ? 'completed' : 'cleared';
}

/**
 * Files of a run that may not have come to its end, by their paths: nobody has published them yet, and every reader passes them
 * over unless the ledger names them.
 */
export async function pendingFiles(content: string): Promise<readonly string[]> {
  const journal = await readJournal(content);
  return journal === undefined || journal === 'torn' ? [] : journal.before;
}

async function readJournal(content: string): Promise<Journal | 'torn' | undefined> {
  const text = await readFile(join(content, JOURNAL_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return journalSchema.parse(JSON.parse(text));
  } catch {
    return 'torn';
  }
}

async function complete(content: string, journal: Journal, files: Files): Promise<void> {
  // In their places already, unless another machine recorded the very same and this one never came to it.
  for (const written of journal.before) await files.remove(stagedName(join(content, written)));
  for (const replaced of journal.after) {
    const place = join(content, replaced);
    const isWaiting = await readFile(stagedName(place)).then(
      () => true,
      () => false,
    );
    if (isWaiting) await files.rename(stagedName(place), place);
  }
  for (const gone of journal.gone) await files.remove(join(content, gone));
}

async function clear(content: string, journal: Journal, { ledger, files }: { ledger: Ledger; files: Files }): Promise<void> {
  for (const written of [...journal.before, ...journal.after]) await files.remove(stagedName(join(content, written)));
  for (const written of journal.before) {
    const [, policy = '', version = '', name = ''] = written.split('/');
    // Another machine may have published the same version since, and its files have come with the repository.
    if (standingFiles(ledger.entries, policy, version)[name] === undefined) await files.remove(join(content, written));
  }
}
