import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** A version says something else than the one before; a later date on the same text would only make readers look for a change. */
export function dateMovedNoChange({ draft, previous }: PublishInput): readonly Finding[] {
  if (!previous || previous.digests.words !== draft.digests.words || previous.digests.record !== draft.digests.record) return [];
  const message =
    `This text is the same as that of ${previous.version}, word for word and link for link; only its day differs. Publish nothing. ` +
    `To show that the policy was looked at, run "codicil reviewed ${draft.policy} --on DAY"; to move the day of a posted version, run "codicil reschedule".`;
  return [refusal(draft, 'date-moved-no-change', message, ['effective'])];
}
