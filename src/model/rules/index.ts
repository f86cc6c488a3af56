import { CORE_RULES } from './core/index.ts';
import { EVENT_RULES } from './events/rule-facts.ts';
import { PROFILES } from './profiles/index.ts';
import { noticeRule } from './profiles/notice-days.ts';
import type { Profile } from './profiles/profile.ts';
import { separateRule, topicRule, untaggedRule } from './profiles/topic-findings.ts';
import { PUBLISH_RULES } from './publish/rule-facts.ts';
import { LEDGER_RULES, READING_RULES } from './reading-rules.ts';
import type { RuleFacts } from './rule.ts';
import { contactSetting } from './site/contact-setting.ts';
import { profileOld, profileUnknown } from './site/profile-names.ts';
import { reviewDue, reviewRule } from './site/review-due.ts';
import { ruleUnknown, waiverExpired, waiverIncomplete } from './weights.ts';

/** Rules that belong together, under a heading of the guide. */
export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly RuleFacts[];
}

/** Every rule there is, once, in the order of the guide: what check, publish, the commands, reports and the guide share. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  { title: 'Words of a draft', rules: CORE_RULES },
  {
    title: 'Settings of site and policies',
    rules: [contactSetting, reviewDue, profileUnknown, profileOld, ruleUnknown, waiverIncomplete, waiverExpired],
  },
  { title: 'Publishing', rules: PUBLISH_RULES },
  ...PROFILES.map((profile) => ({ title: `Profile ${profile.id}: ${profile.title}`, rules: profileRules(profile) })),
  { title: 'What happens to published versions', rules: EVENT_RULES },
  { title: 'Files that cannot be read', rules: READING_RULES },
  { title: 'Ledger and frozen files', rules: LEDGER_RULES },
];

export const RULES: readonly RuleFacts[] = RULE_GROUPS.flatMap(({ rules }) => rules);

const BY_ID: ReadonlyMap<string, RuleFacts> = new Map(RULES.map((rule) => [rule.id, rule]));

/** What is told about a rule; `undefined` for an id that no rule has. */
export function ruleFacts(id: string): RuleFacts | undefined {
  return BY_ID.get(id);
}

function profileRules(profile: Profile): readonly RuleFacts[] {
  const { topics, separate = [], review, notice } = profile;
  return [
    ...topics.map((topic) => topicRule(profile, topic)),
    ...separate.map((one) => separateRule(profile, one)),
    ...(topics.length > 0 ? [untaggedRule(profile)] : []),
    ...(review ? [reviewRule(review)] : []),
    ...(notice ? [noticeRule(notice)] : []),
  ];
}
