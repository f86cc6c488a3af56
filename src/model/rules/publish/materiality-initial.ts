import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** Only the first version of a policy changes nothing; the one before may have been removed since, and was there all the same. */
export function materialityInitial({ draft, previous, history }: PublishInput): readonly Finding[] {
  if (draft.materiality !== 'initial') return [];
  const posted = history?.timeline.findLast(({ posting }) => !posting.isWithdrawn && posting.effectiveFrom <= draft.effective.day);
  const before = previous?.version ?? posted?.posting.version;
  if (before === undefined) return [];
  const message = `"materiality" is initial, but this version comes after ${before}. Write editorial, clarifying, substantive or material.`;
  return [refusal(draft, 'materiality-initial', message, ['materiality'])];
}
