import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** Somebody decided how much the change matters; no machine can. */
export function materialityMissing({ draft }: PublishInput): readonly Finding[] {
  if (draft.materiality !== undefined) return [];
  const message =
    'This version does not say how much it changes. Write "materiality": initial for the first version of a policy; editorial, clarifying, substantive or material for a later one.';
  return [refusal(draft, 'materiality-missing', message)];
}
