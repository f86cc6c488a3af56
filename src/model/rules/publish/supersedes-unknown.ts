import type { Finding } from '../../finding.ts';
import { possibleNames } from '../wording.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** A version takes the place of one that was posted and not taken back. */
export function supersedesUnknown({ draft, history }: PublishInput): readonly Finding[] {
  const name = draft.supersedes;
  if (name === undefined) return [];
  const posted = history?.versions.filter(({ version }) => version !== draft.version) ?? [];
  const found = posted.find(({ version }) => version === name);
  if (found && !found.withdrawn) return [];
  const why = found ? 'was withdrawn before it took effect, so nothing can take its place' : 'was never published';
  const possible = posted.filter(({ withdrawn }) => !withdrawn).map(({ version }) => version);
  const message = `"supersedes" names ${name}, which ${why}. ${possibleNames('supersedes', possible)}`;
  return [refusal(draft, 'supersedes-unknown', message, ['supersedes'])];
}
