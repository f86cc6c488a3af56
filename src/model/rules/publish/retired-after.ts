import { startOfDay } from '../../civil-time.ts';
import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** A version of a retired policy would never govern: nothing takes effect from the day of the retirement on. */
export function retiredAfter({ draft, history, zone }: PublishInput): readonly Finding[] {
  const retirement = history?.retirement;
  const { day } = draft.effective;
  if (!retirement || startOfDay(day, zone) < startOfDay(retirement.from, retirement.zone)) return [];
  const message =
    `This version would take effect on ${day}, but the policy is retired from ${retirement.from}, so it would never be in force. ` +
    `Move "effective" to an earlier day, or begin a policy of another name.`;
  return [refusal(draft, 'retired-after', message, ['effective'])];
}
