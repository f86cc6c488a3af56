import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/**
 * Nobody is bound by a text before anybody could read it. Posting on the effective day itself is allowed: the page says from
 * what hour it could be read. So is a correction, a waived notice, and a text that says it was public elsewhere before.
 */
export function postedAfterEffective({ draft, postedOn }: PublishInput): readonly Finding[] {
  const { day } = draft.effective;
  const isExcused = draft.noticeWaiver !== undefined || draft.corrects !== undefined || draft.provenance?.imported !== undefined;
  if (day >= postedOn || isExcused) return [];
  const message =
    `This version would be posted on ${postedOn} and take effect earlier, on ${day}; readers would be bound by words that nobody could read. ` +
    `Move "effective" to ${postedOn} or later. If it corrects a published version, name that under "corrects"; if the law leaves no time, say so under "noticeWaiver".`;
  return [refusal(draft, 'posted-after-effective', message, ['effective'])];
}
