import type { Finding } from '../../finding.ts';
import { eventFinding, standing, type EventContext, type EventOf } from './event.ts';

/** A policy ends after its last version began, never in the past, and only once. */
export function retireFindings(event: EventOf<'retire'>, context: EventContext): readonly Finding[] {
  const { policy, from } = event;
  const retirement = context.history?.retirement;
  if (retirement && retirement.from <= context.today) {
    const message = `The policy ${policy} is retired since ${retirement.from}, and that stays so. Begin a policy of another name.`;
    return [eventFinding(context, 'retire-retired', message)];
  }
  if (from < context.today) {
    const message = `The policy ${policy} cannot be retired from ${from}: that day is over, and readers were shown it as in force since. Choose ${context.today} or a later day.`;
    return [eventFinding(context, 'retire-past', message)];
  }
  return standing(context.history).flatMap(({ version, effectiveFrom, isRemoved }) => {
    if (isRemoved || effectiveFrom < from) return [];
    const message = `The policy ${policy} cannot be retired from ${from}: its version ${version} takes effect on ${effectiveFrom} and would never be in force. Choose a later day than that, or withdraw ${version} first.`;
    return [eventFinding(context, 'retire-before-effect', message)];
  });
}
