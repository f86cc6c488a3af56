import type { Finding } from '../../finding.ts';
import { earliestLawfulDay, outstandingChannels } from '../../notice/clock.ts';
import { noticeDays } from '../../notice/notice-period.ts';
import { isBoundByPromise } from '../../notice/promise.ts';
import { countOf, listOf } from '../wording.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/**
 * A change that matters binds nobody earlier than the version in force on the posting day promises: not the version that the
 * draft supersedes, and not the draft itself. Before publication only the posting day is known; a channel sent later
 * moves the earliest day on.
 */
export function ownPromiseNotice(input: PublishInput): readonly Finding[] {
  const { draft, inForce, postedOn } = input;
  const promise = inForce?.changeTerms;
  if (!promise || !isBoundByPromise(draft)) return [];
  const effectiveFrom = draft.effective.day;
  const { counting, holidays } = input;
  const earliest = earliestLawfulDay({ on: postedOn, instant: input.postedAt }, { days: promise.days, counting, holidays }, input.zone);
  if (effectiveFrom >= earliest) return [];
  const given = countOf(Math.max(0, noticeDays({ noticeOn: postedOn, effectiveFrom })), 'whole day');
  const channels = outstandingChannels({ promised: promise.channels, sent: [] });
  const waits =
    channels.length === 0
      ? ''
      : ` Notice by ${listOf(channels)} is promised too; if it is sent later than this day, the days count from then.`;
  const message =
    `This change is ${draft.materiality} and would bind readers from ${effectiveFrom}: posted on ${postedOn}, that leaves them ${given} of notice. ` +
    `The version in force, ${inForce.version}, promises ${countOf(promise.days, 'day')}.${waits} ` +
    `Move "effective" to ${earliest} or later, or say under "noticeWaiver" why the change cannot wait.`;
  return [refusal(draft, 'own-promise-notice', message, ['effective'])];
}
