import type { Finding } from '../../finding.ts';
import { stateOn } from '../../lifecycle.ts';
import { eventFinding, type EventContext, type EventOf, type Subject } from './event.ts';

/** A notice is amended for those whom it still concerns: while its version is announced or in force. */
export function noticeAmendedFindings(event: EventOf<'notice-amended'>, subject: Subject, context: EventContext): readonly Finding[] {
  const { version } = event;
  const entry = subject.history.timeline.find(({ posting }) => posting.version === version);
  const state = entry && stateOn(entry, context.today);
  if (state === 'posted' || state === 'in force' || state === undefined) return [];
  const why = {
    withdrawn: 'it was withdrawn and will never take effect',
    removed: 'its words had to be taken away, and its notice with them',
    replaced: 'another version took its place before it applied',
    superseded: 'another version has taken its place',
  }[state];
  const message = `The notice of ${version} cannot be amended: ${why}. Its page stays as it is.`;
  return [eventFinding(context, 'notice-amended-over', message)];
}
