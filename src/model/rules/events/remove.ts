import type { Finding } from '../../finding.ts';
import { eventFinding, type EventContext, type EventOf, type Subject } from './event.ts';

/** Words go only once, and only words that are there; why they had to go is said for ever in their place. */
export function removeFindings(event: EventOf<'remove'>, subject: Subject, context: EventContext): readonly Finding[] {
  const { version, section } = event;
  const gone = subject.version.removed;
  if (gone.some((one) => one.section === undefined)) {
    return [eventFinding(context, 'remove-removed', `The text of ${version} is removed already. Nothing needs to be recorded.`)];
  }
  if (section === undefined) return [];
  if (gone.some((one) => one.section === section)) {
    return [
      eventFinding(context, 'remove-removed', `The section "${section}" of ${version} is removed already. Nothing needs to be recorded.`),
    ];
  }
  if (!context.anchors || context.anchors.includes(section)) return [];
  const message = `The version ${version} has no section "${section}". Write the id of one that it has, or leave "--section" out to remove the whole text.`;
  return [eventFinding(context, 'remove-section-unknown', message)];
}
