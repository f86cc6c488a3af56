import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** The notice of a material change says for each item what it means for people. */
export function impactAndChoices({ draft }: Pick<PublishInput, 'draft'>): readonly Finding[] {
  if (draft.materiality !== 'material') return [];
  return draft.changes.flatMap((change, index) => {
    if ((change.impact ?? '').trim() !== '') return [];
    const message =
      `This change is material, but item ${index + 1} of "changes" (${change.sections.join(', ')}) does not say what it means for people. ` +
      'Add "impact", and "choices" if there is something they can do.';
    return [refusal(draft, 'impact-and-choices', message, ['changes', index])];
  });
}
