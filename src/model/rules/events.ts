import { sortFindings, type Finding } from '../finding.ts';
import { eventFinding, subjectOf, type EventContext, type LaterEvent } from './events/event.ts';
import { noticeAmendedFindings } from './events/notice-amended.ts';
import { noticeSentFindings } from './events/notice-sent.ts';
import { removeFindings } from './events/remove.ts';
import { rescheduleFindings } from './events/reschedule.ts';
import { retireFindings } from './events/retire.ts';
import { withdrawFindings } from './events/withdraw.ts';
import { uncoveredChanges } from './publish/uncovered.ts';
import { sectionName } from './wording.ts';

export type { EventContext, LaterEvent } from './events/event.ts';

/**
 * Everything that stands against recording an event; none, or warnings alone, when it may be recorded. Input is not changed.
 *
 * @throws RangeError when a zone does not exist, or a promised day lies beyond the year 9999
 */
export function eventFindings(event: LaterEvent, context: EventContext): readonly Finding[] {
  return sortFindings([...reasonMissing(event, context), ...findingsOf(event, context), ...pairsUncovered(context)]);
}

function findingsOf(event: LaterEvent, context: EventContext): readonly Finding[] {
  if (!context.history || context.history.versions.length === 0) {
    const message = `No version of ${event.policy} was ever published, so nothing can happen to it. Publish one first, or correct the name.`;
    return [eventFinding(context, 'event-policy-unknown', message)];
  }
  if (event.type === 'retire') return retireFindings(event, context);
  if (event.type === 'reviewed') {
    if (event.on <= context.today) return [];
    const message = `The policy ${event.policy} cannot have been reviewed on ${event.on}: today is ${context.today}. Record the review when it is done.`;
    return [eventFinding(context, 'reviewed-in-future', message)];
  }
  const subject = subjectOf(event.version, context.history);
  if (!subject) {
    const message = `The version ${event.version} of ${event.policy} was never published. Correct the name; a draft needs no event, its file can be changed.`;
    return [eventFinding(context, 'event-version-unknown', message)];
  }
  switch (event.type) {
    case 'reschedule':
      return rescheduleFindings(event, subject, context);
    case 'withdraw':
      return withdrawFindings(event, subject, context);
    case 'remove':
      return removeFindings(event, subject, context);
    case 'notice-sent':
      return noticeSentFindings(event, subject, context);
    case 'notice-amended':
      return noticeAmendedFindings(event, subject, context);
  }
}

/** What happens to published words is explained to their readers, who will ask. */
function reasonMissing(event: LaterEvent, context: EventContext): readonly Finding[] {
  if (!('reason' in event) || event.reason.trim() !== '') return [];
  const message = `Nothing says why this happens to ${event.policy}. Give the reason in a sentence that readers may see: --reason "…".`;
  return [eventFinding(context, 'event-reason-missing', message)];
}

/** Versions that become neighbours are compared for readers from then on, so the later one's notice tells of every section that differs. */
function pairsUncovered(context: EventContext): readonly Finding[] {
  return (context.pairs ?? []).flatMap(({ earlier, later }) =>
    uncoveredChanges(earlier, later).map((change) => {
      const message =
        `Afterwards ${later.version} would follow ${earlier.version}, and its notice does not mention that the section ${sectionName(change)} differs between them. ` +
        `Withdraw ${later.version} first and post it again afterwards, with a notice that mentions the section.`;
      return eventFinding(context, 'event-pair-uncovered', message);
    }),
  );
}
