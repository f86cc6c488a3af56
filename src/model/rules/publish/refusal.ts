import type { Finding } from '../../finding.ts';
import type { DraftFacts } from './input.ts';

/** A finding that keeps a draft from being published, at the setting that it is about. */
export function refusal(draft: DraftFacts, rule: string, message: string, path: readonly (string | number)[] = []): Finding {
  return { rule, severity: 'error', place: draft.placeOf?.(path) ?? { file: draft.file }, message };
}
