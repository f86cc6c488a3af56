import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** A name stands for one text for ever. */
export function versionNameTaken({ draft, history }: PublishInput): readonly Finding[] {
  if (!history?.versions.some(({ version }) => version === draft.version)) return [];
  const message =
    `The version ${draft.version} of ${draft.policy} is published already, and published words never change. ` +
    'Give the folder of this draft another name; if it corrects that version, say so under "corrects".';
  return [refusal(draft, 'version-name-taken', message)];
}
