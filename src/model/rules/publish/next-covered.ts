import type { Finding } from '../../finding.ts';
import { sectionName } from '../wording.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';
import { uncoveredChanges } from './uncovered.ts';

/**
 * A version posted before an announced one becomes its neighbour, and that one's notice must tell of every section that
 * differs between the two: else it would take back, without a word, what this version changes.
 */
export function nextCovered({ draft, next }: PublishInput): readonly Finding[] {
  if (!next) return [];
  return uncoveredChanges(draft, next).map((change) => {
    const message =
      `The announced version ${next.version} will follow this one on ${next.effective.day}, and its notice does not mention that the section ${sectionName(change)} differs from this text. ` +
      `Withdraw ${next.version} and post it again after this version, with a notice that mentions the section.`;
    return refusal(draft, 'next-covered', message);
  });
}
