import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** Only the first version of a policy changes nothing. */
export function materialityInitial({ draft, previous }: PublishInput): readonly Finding[] {
  if (draft.materiality !== 'initial' || !previous) return [];
  const message = `"materiality" is initial, but this version supersedes ${previous.version}. Write editorial, clarifying, substantive or material.`;
  return [refusal(draft, 'materiality-initial', message, ['materiality'])];
}
