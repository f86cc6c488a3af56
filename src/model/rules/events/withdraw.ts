import type { Finding } from '../../finding.ts';
import { listOf } from '../wording.ts';
import { eventFinding, supersededBy, type EventContext, type EventOf, type Subject } from './event.ts';

/** A version can be taken back until it takes effect, and only if no other posted version builds on it. */
export function withdrawFindings(event: EventOf<'withdraw'>, { posting, history }: Subject, context: EventContext): readonly Finding[] {
  const { version } = event;
  if (posting.isWithdrawn) {
    return [eventFinding(context, 'withdraw-withdrawn', `The version ${version} is withdrawn already. Nothing needs to be recorded.`)];
  }
  if (posting.effectiveFrom <= context.today) {
    const message = `The version ${version} took effect on ${posting.effectiveFrom} and can not be taken back. Publish a version that supersedes or corrects it.`;
    return [eventFinding(context, 'withdraw-after-effect', message)];
  }
  const builtOn = supersededBy(version, history);
  if (builtOn.length === 0) return [];
  const message = `The version ${version} cannot be withdrawn alone: ${listOf(builtOn)} ${builtOn.length === 1 ? 'supersedes' : 'supersede'} it, and what ${builtOn.length === 1 ? 'its notice says' : 'their notices say'} would not be true any more. Withdraw what builds on it first, the last one before the others.`;
  return [eventFinding(context, 'withdraw-superseded', message)];
}
