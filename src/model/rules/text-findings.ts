import type { Severity } from '../finding.ts';
import { CORE_RULES } from './core/index.ts';
import type { DraftText, Found } from './core/input.ts';
import { noticeFindings, type Announced } from './profiles/notice-days.ts';
import type { Profile } from './profiles/profile.ts';
import { topicFindings } from './profiles/topic-findings.ts';
import type { RuleFacts } from './rule.ts';

/** What a rule found in a draft, and how much it weighs there. */
export interface TextFound extends Found {
  readonly rule: RuleFacts;
  readonly severity: Severity;
}

/**
 * Everything that the rules find in a draft's words: those of every policy, then those of its profiles. What somebody attests under
 * a rule's name is not found any more, but for what is exact. Input is not changed.
 *
 * `announced` is there when the draft follows a published version, so that a law's period of notice can be counted.
 */
export function textFindings(text: DraftText, profiles: readonly Profile[], announced?: Announced): readonly TextFound[] {
  const attested = new Set(text.settings?.attested.map(({ rule }) => rule));
  const found = [
    ...CORE_RULES.flatMap((rule) => rule.find(text).map((one) => ({ ...one, rule }))),
    ...profiles.flatMap((profile) => [...topicFindings(profile, text), ...(announced ? noticeFindings(profile, announced) : [])]),
  ];
  return found
    .filter(({ rule }) => rule.decided === 'exact' || !attested.has(rule.id))
    .map((one) => ({ ...one, severity: severityUnder(one.rule, profiles) }));
}

const ORDER: readonly Severity[] = ['info', 'warning', 'error'];

/** The most that a rule weighs by itself and under the profiles. */
function severityUnder({ id, severity }: RuleFacts, profiles: readonly Profile[]): Severity {
  const raised = profiles.flatMap(({ raises = [] }) => raises.filter(({ rule }) => rule === id).map((raise) => raise.severity));
  return [severity, ...raised].reduce((most, one) => (ORDER.indexOf(one) > ORDER.indexOf(most) ? one : most));
}
