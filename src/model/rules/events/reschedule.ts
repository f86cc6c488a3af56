import type { CalendarDate } from '../../calendar-date.ts';
import type { Finding } from '../../finding.ts';
import { dayOfEntry } from '../../ledger/day-of-entry.ts';
import { clockStart, earliestLawfulDay } from '../../notice/clock.ts';
import { isBoundByPromise } from '../../notice/promise.ts';
import { countOf } from '../wording.ts';
import { eventFinding, type EventContext, type EventOf, type Subject } from './event.ts';

/** A version may begin on another day as long as it has not begun, was not taken back, and readers keep the notice they were promised. */
export function rescheduleFindings(event: EventOf<'reschedule'>, subject: Subject, context: EventContext): readonly Finding[] {
  const { version } = event;
  const from = subject.posting.effectiveFrom;
  const { day } = event.effective;
  if (subject.posting.isWithdrawn) {
    const message = `The version ${version} was withdrawn and will never take effect. Publish its text as a version of another name.`;
    return [eventFinding(context, 'reschedule-withdrawn', message)];
  }
  if (from <= context.today) {
    const message = `The version ${version} took effect on ${from}, and that stays so. Publish a version that supersedes or corrects it.`;
    return [eventFinding(context, 'reschedule-after-effect', message)];
  }
  if (day === from) {
    const message = `The version ${version} takes effect on ${day} already. Nothing needs to be recorded.`;
    return [eventFinding(context, 'reschedule-unmoved', message)];
  }
  if (day < context.today) {
    const message = `The version ${version} cannot take effect on ${day}: that day is over. Choose ${context.today} or a later day.`;
    return [eventFinding(context, 'reschedule-past', message)];
  }
  return [...promiseBroken(day, subject, context), ...neverGoverns(day, subject, context)];
}

/** Readers were told a later day than an earlier new one, so their notice begins anew; a later new day keeps the notice that was given. */
function promiseBroken(day: CalendarDate, { version, posting }: Subject, context: EventContext): readonly Finding[] {
  const { frozen, promisedBy, today, firstSeenOn, counting, holidays } = context;
  const promise = promisedBy?.changeTerms;
  if (!frozen || !promise || version.published.type === 'import' || !isBoundByPromise(frozen)) return [];
  const postedOn = dayOfEntry(version.published);
  const clock = clockStart({ postedOn, firstSeenOn, promised: promise.channels, sent: version.sent });
  const isAnew = day < posting.effectiveFrom || !clock.isRunning;
  const on = isAnew ? today : clock.on;
  const earliest = earliestLawfulDay({ on }, { days: promise.days, counting, holidays }, context.zone);
  if (day >= earliest) return [];
  const why = isAnew ? `Notice of this day can be given on ${on} at the earliest` : `Notice was complete on ${on}`;
  const message =
    `The version ${version.version} cannot take effect on ${day}: it is ${frozen.materiality}, and the version in force when it was posted, ${promisedBy.version}, promises ${countOf(promise.days, 'day')} of notice. ` +
    `${why}. Choose ${earliest} or a later day.`;
  return [eventFinding(context, 'reschedule-breaks-promise', message)];
}

/** A day on which another version or the policy's end leaves it nothing is no day to move it to. */
function neverGoverns(day: CalendarDate, { posting, history }: Subject, context: EventContext): readonly Finding[] {
  const { version } = posting;
  const end = history.retirement?.from;
  if (end !== undefined && day >= end) {
    const message = `The version ${version} cannot take effect on ${day}: the policy is retired from ${end}. Choose an earlier day, or withdraw it.`;
    return [eventFinding(context, 'reschedule-after-retirement', message)];
  }
  return history.timeline.flatMap(({ posting: other }) => {
    const overtakes = !other.isWithdrawn && other.supersedes === version && other.line > posting.line && other.effectiveFrom <= day;
    // One that overtook it already leaves it nothing on any day; moving it changes no more.
    if (!overtakes || other.effectiveFrom <= posting.effectiveFrom) return [];
    const message = `The version ${version} cannot take effect on ${day}: ${other.version} supersedes it from ${other.effectiveFrom}, so it would never be in force. Move ${other.version} first, or withdraw both.`;
    return [eventFinding(context, 'reschedule-overtaken', message)];
  });
}
