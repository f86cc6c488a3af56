import type { Finding } from '../../finding.ts';
import { dayOfEntry } from '../../ledger/day-of-entry.ts';
import { clockStart, earliestLawfulDay } from '../../notice/clock.ts';
import { isBoundByPromise } from '../../notice/promise.ts';
import { countOf } from '../wording.ts';
import { eventFinding, type EventContext, type EventOf, type Subject } from './event.ts';

/** A notice tells of what was posted, on a day that has been. That it came too late is a fact to record, with a warning. */
export function noticeSentFindings(event: EventOf<'notice-sent'>, subject: Subject, context: EventContext): readonly Finding[] {
  const { version, on, channel } = event;
  const postedOn = dayOfEntry(subject.version.published);
  if (on > context.today) {
    const message = `The notice of ${version} by "${channel}" cannot have been sent on ${on}: today is ${context.today}. Record it when it has been sent.`;
    return [eventFinding(context, 'notice-in-future', message)];
  }
  if (on < postedOn) {
    const message = `The notice of ${version} by "${channel}" cannot have been sent on ${on}: the version was posted on ${postedOn}, and nobody could read what it tells of before. Write the day on which it was sent.`;
    return [eventFinding(context, 'notice-before-posting', message)];
  }
  return comesLate(event, subject, context);
}

function comesLate(event: EventOf<'notice-sent'>, { version, posting }: Subject, context: EventContext): readonly Finding[] {
  const { frozen, promisedBy, firstSeenOn, counting, holidays } = context;
  const promise = promisedBy?.changeTerms;
  if (!frozen || !promise || !promise.channels.includes(event.channel) || version.published.type === 'import' || !isBoundByPromise(frozen))
    return [];
  const postedOn = dayOfEntry(version.published);
  const clock = clockStart({ postedOn, firstSeenOn, promised: [event.channel], sent: [...version.sent, event] });
  if (!clock.isRunning) return [];
  const earliest = earliestLawfulDay({ on: clock.on }, { days: promise.days, counting, holidays }, posting.zone);
  if (posting.effectiveFrom >= earliest) return [];
  const message =
    `Notice of ${event.version} by "${event.channel}" on ${clock.on} leaves readers less than the ${countOf(promise.days, 'day')} that ${promisedBy.version} promises before ${posting.effectiveFrom}. ` +
    `Run "codicil reschedule ${event.policy}/${event.version} --effective ${earliest}", or a later day.`;
  return [eventFinding(context, 'notice-late', message, 'warning')];
}
