import type { ChangeTerms } from '../../frozen-version.ts';
import type { Finding } from '../../finding.ts';
import { countOf, listOf } from '../wording.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/**
 * A promise of notice is lowered with the notice it promises, never by a change that is called editorial or clarifying: else
 * a small change today would open the way for any change tomorrow. Leaving `changeTerms` out takes the whole promise back.
 */
export function promiseLowered({ draft, previous }: PublishInput): readonly Finding[] {
  const isSmall = draft.materiality === 'editorial' || draft.materiality === 'clarifying';
  const before = previous?.changeTerms;
  if (!isSmall || !before) return [];
  const after = draft.changeTerms ?? { days: 0, channels: [] };
  const lost = before.channels.filter((channel) => !after.channels.includes(channel));
  if (after.days >= before.days && lost.length === 0) return [];
  const message =
    `This version is marked ${draft.materiality}, but it promises readers less notice of the next change than ${previous.version} does: ${terms(draft.changeTerms)} in place of ${terms(before)}. ` +
    'Copy "changeTerms" from that version, or choose substantive or material.';
  return [refusal(draft, 'promise-lowered', message, ['changeTerms'])];
}

function terms(promise: ChangeTerms | undefined): string {
  return promise === undefined ? 'none' : `${countOf(promise.days, 'day')} by ${listOf(promise.channels)}`;
}
