import { tidyLeftOvers, type LeftOver } from '../../library/left-overs.ts';
import { readLedger } from '../../library/ledger-file.ts';
import { commit, type Change, type Desk } from '../../library/transaction.ts';
import type { EventFrame } from '../../model/ledger/chain.ts';
import { complain, UsageError } from '../io.ts';

/** Says what the run before this one did not come to say. */
export function sayLeftOver(leftOver: LeftOver): void {
  if (leftOver === 'cleared') complain('An earlier run was stopped before anything of it was recorded; what it left over was removed.');
  if (leftOver === 'completed') complain('An earlier run was stopped after it was recorded; it was completed.');
}

/**
 * Writes a change.
 *
 * @throws UsageError when the disk or another run is in the way; it says in what state the files are.
 */
export async function record(desk: Desk, change: Change, frame: EventFrame): Promise<void> {
  try {
    await commit(desk, change, frame);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\.$/u, '') : String(error);
    const state = await stateAfter(desk).catch(
      () => 'What was written so far is passed over by every command and removed or completed by the next one.',
    );
    throw new UsageError(`${why}. ${state}`, { cause: error });
  }
}

async function stateAfter(desk: Desk): Promise<string> {
  const ledger = await readLedger(desk.content);
  const left = await tidyLeftOvers(desk.content, ledger, desk.files);
  return left === 'completed'
    ? 'It was recorded all the same: the ledger and all its files are complete.'
    : 'Nothing was recorded: the ledger, the drafts and everything published are as they were.';
}
