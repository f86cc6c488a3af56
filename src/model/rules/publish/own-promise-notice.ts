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
  const isEarlier = bringsForward(input);
  if (!promise || !(isBoundByPromise(draft) || isEarlier)) return [];
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
    `This change ${isEarlier ? 'brings forward an announced one' : `is ${draft.materiality}`} and would bind readers from ${effectiveFrom}: posted on ${postedOn}, that leaves them ${given} of notice. ` +
    `The version in force, ${inForce.version}, promises ${countOf(promise.days, 'day')}.${waits} ` +
    `Move "effective" to ${earliest} or later, or say under "noticeWaiver" why the change cannot wait.`;
  return [refusal(draft, 'own-promise-notice', message, ['effective'])];
}

/**
 * Whether an announced change would bind earlier than announced because another version takes its place first: small as the
 * difference between those two may be, readers get the whole change. Not so when the announced one was small itself.
 */
function bringsForward({ draft, previous, inForce, history }: PublishInput): boolean {
  if (!previous || !inForce || previous.version === inForce.version || draft.noticeWaiver) return false;
  const announcedFor = history?.timeline.find(({ posting }) => posting.version === previous.version)?.posting.effectiveFrom;
  if (draft.effective.day >= (announcedFor ?? previous.effective.day)) return false;
  // Of the versions between it and the one in force nothing is known here, so they count as changes that matter.
  return isBoundByPromise(previous) || previous.supersedes !== inForce.version;
}
