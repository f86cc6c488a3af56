import { RULE_GROUPS } from '../model/rules/index.ts';
import { PROFILES, TOPICS } from '../model/rules/profiles/index.ts';
import type { Profile } from '../model/rules/profiles/profile.ts';
import { citationText, type Decided, type RuleFacts } from '../model/rules/rule.ts';

const VERDICTS: Readonly<Record<Decided, string>> = {
  exact: 'Decided from days, digests, addresses and settings.',
  tagged: 'Looked for by tags and words: proves that somebody says so, not that the words are enough.',
  heuristic: 'Found by its wording, so it may be wrong: somebody may attest that it is.',
  attested: 'Decided by somebody’s word.',
};

const WEIGHTS = { error: 'Error', warning: 'Warning', info: 'Remark' } as const;

/** The guide to every rule as Markdown, one heading a rule, so that a finding can lead to it. Same rules, same bytes. */
export function ruleGuide(): string {
  const groups = RULE_GROUPS.flatMap(({ title, rules }) => {
    const profile = PROFILES.find(({ id }) => title.startsWith(`Profile ${id}:`));
    return [`## ${title}`, ...(profile ? profileText(profile) : []), ...rules.flatMap(ruleText)];
  });
  return `${[...INTRODUCTION, ...groups].join('\n\n')}\n`;
}

const INTRODUCTION: readonly string[] = [
  '# Rules',
  'This page is made from the rules themselves by `npm run reference`. It gives no legal advice: a rule says what it looked for and did not find, never whether a text is lawful. Tags prove that somebody says a topic is covered; whether practice is as the text says, no program can see.',
  'A rule weighs as much as stands here, or as `site.yaml` says. Less only for a reason and until a day; what is set so is printed with every check, and a day that has passed is a finding.',
  '```yaml\nrules:\n  check-back: { severity: off, reason: The clause is being negotiated, until: 2027-06-30 }\n```',
  'What is found by its wording can be answered in the version itself: `attested: [{rule: check-back, by: general counsel, on: 2027-01-10, why: …}]`. A reference that is marked “place not verified” was written down from memory; a lawyer looks it up before anybody relies on it.',
  `Sections are tagged at the head of a version: \`topics: {retention: [how-long]}\`. The topics are ${TOPICS.join(', ')}.`,
];

function profileText({ kinds, lastReviewed, validFrom, validUntil, remark, raises = [] }: Profile): readonly string[] {
  const days = [
    `Last compared with its law on ${lastReviewed}.`,
    ...(validFrom === undefined ? [] : [`In force from ${validFrom}.`]),
    ...(validUntil === undefined ? [] : [`In force until ${validUntil}.`]),
    `Named in site.yaml, it holds for policies of the kind ${kinds.join(', ')}; named in policy.yaml, for that policy.`,
    ...(remark === undefined ? [] : [remark]),
  ];
  const raised = raises.map(
    ({ rule, severity, citation }) =>
      `- ${rule} is at least ${severity === 'error' ? 'an error' : `a ${severity}`} (${citationText(citation)}).`,
  );
  return [days.join(' '), ...(raised.length === 0 ? [] : [raised.join('\n')])];
}

function ruleText({ id, about, decided, severity, isFixed, citation }: RuleFacts): readonly string[] {
  const weight = `${WEIGHTS[severity]}${isFixed === true ? ', which cannot be set' : ''}.`;
  const source = citation ? ` Source: ${citationText(citation)}.` : '';
  return [`### ${id}`, about, `${weight} ${VERDICTS[decided]}${source}`];
}
