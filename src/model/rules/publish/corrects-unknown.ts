import type { Finding } from '../../finding.ts';
import { possibleNames } from '../wording.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** A correction says which published version it corrects. */
export function correctsUnknown({ draft, history }: PublishInput): readonly Finding[] {
  const name = draft.corrects;
  if (name === undefined) return [];
  const posted = (history?.versions ?? []).map(({ version }) => version).filter((version) => version !== draft.version);
  if (posted.includes(name)) return [];
  const message = `"corrects" names ${name}, which was never published. ${possibleNames('corrects', posted)}`;
  return [refusal(draft, 'corrects-unknown', message, ['corrects'])];
}
