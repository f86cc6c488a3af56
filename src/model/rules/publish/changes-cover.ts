import type { Finding } from '../../finding.ts';
import { sectionName } from '../wording.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';
import { uncoveredChanges } from './uncovered.ts';

/** The notice tells of every top-level section that differs from the version before. */
export function changesCover({ draft, previous }: PublishInput): readonly Finding[] {
  if (!previous) return [];
  return uncoveredChanges(previous, draft).map((change) => {
    const what = change.kind === 'kept' ? 'differs from' : change.kind === 'added' ? 'is not in' : 'is gone; it stood in';
    const message =
      `The section ${sectionName(change)} ${what} ${previous.version}, and no item of "changes" mentions it. ` +
      `Add "${change.id}" to the sections of the item that explains it, or add an item.`;
    return refusal(draft, 'changes-cover', message, ['changes']);
  });
}
