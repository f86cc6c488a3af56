import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** What matters to people is told to them in a sentence of plain words. */
export function summaryMissing({ draft }: PublishInput): readonly Finding[] {
  const needsOne = draft.materiality === 'substantive' || draft.materiality === 'material';
  if (!needsOne || (draft.summary ?? '').trim() !== '') return [];
  const message = `This change is ${draft.materiality}, and its notice has no words for readers. Say in "summary" what changes and why, in one or two plain sentences.`;
  return [refusal(draft, 'summary-missing', message)];
}
