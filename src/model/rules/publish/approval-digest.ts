import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

const SHOWN = 12;

/** Exactly the text that was approved is published: one word changed afterwards, and somebody must look again. */
export function approvalDigest({ draft }: PublishInput): readonly Finding[] {
  const is = draft.digests.record.slice(0, SHOWN);
  const review = `codicil review ${draft.policy}/${draft.version}`;
  if (!draft.approved) {
    const message = `Nobody has approved this text (${is}). Run "${review}", let those who decide read it, and paste the line "approved" that it prints.`;
    return [refusal(draft, 'approval-digest', message)];
  }
  const { text, on, by } = draft.approved;
  if (text === is) return [];
  const message = `The text approved on ${on} by "${by}" has the digest ${text}; the text in this file has ${is}, so it was changed since. Take the change back, or run "${review}" and have this text approved.`;
  return [refusal(draft, 'approval-digest', message, ['approved', 'text'])];
}
