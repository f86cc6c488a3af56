import { stat } from 'node:fs/promises';
import { hasErrors } from '../model/finding.ts';
import { diskFiles, type Files } from './files.ts';
import { tidyLeftOvers, type LeftOver } from './left-overs.ts';
import { readLedger } from './ledger-file.ts';
import { NoContentError } from './library.ts';
import { takeLock } from './lock.ts';
import type { Desk } from './transaction.ts';

export interface DeskOptions {
  readonly files?: Files | undefined;
  /** How long to wait for another run, in milliseconds. */
  readonly patience?: number | undefined;
}

const PATIENCE_MS = 5000;

/**
 * Does some work on a content folder that nobody else writes to meanwhile. What an earlier run left over is tidied first; not
 * while the ledger itself is damaged, when nobody could tell what belongs to it.
 *
 * @throws NoContentError when there is no such folder, LockedError when another run keeps it too long.
 */
export async function atDesk<T>(
  content: string,
  work: (desk: Desk, leftOver: LeftOver) => Promise<T>,
  { files = diskFiles, patience = PATIENCE_MS }: DeskOptions = {},
): Promise<T> {
  const info = await stat(content).catch(() => undefined);
  if (!info?.isDirectory()) throw new NoContentError(`There is no content folder at ${content}. Name it with --content DIR.`);
  const lock = await takeLock(content, { patience });
  try {
    const ledger = await readLedger(content);
    const leftOver = hasErrors(ledger.findings) ? 'nothing' : await tidyLeftOvers(content, ledger, files);
    return await work({ content, files, lock, ledger }, leftOver);
  } finally {
    await lock.release();
  }
}
