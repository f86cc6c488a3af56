import type { RuleFacts } from '../rule.ts';

const exact = (id: string, about: string, more: Partial<RuleFacts> = {}): RuleFacts => ({
  id,
  about,
  decided: 'exact',
  severity: 'error',
  isFixed: true,
  ...more,
});

/** The rules of publishing, in the order of the guide. While a draft is not approved, `check` shows their findings as warnings. */
export const PUBLISH_RULES: readonly RuleFacts[] = [
  exact('version-name-taken', 'A draft has the name of a published version.'),
  exact('supersedes-unknown', '"supersedes" names a version that was never published, or was withdrawn.'),
  exact('corrects-unknown', '"corrects" names a version that was never published.'),
  exact('retired-after', 'A draft would take effect after its policy is retired.'),
  exact('date-moved-no-change', 'A draft says the same as the version before; only its day differs.'),
  exact('anchor-lost', 'A section or anchor of an earlier text is gone, and "retired" does not say where its words went.', {
    citation: { law: '4 CCR 904-3 Rule 7.04(C)-(D) (Colorado: links to the section itself)', basis: 'seen' },
  }),
  exact('approval-digest', 'Nobody has approved exactly this text.'),
  exact('materiality-missing', 'A version does not say how much it changes.'),
  exact('materiality-initial', '"materiality" is initial on a version that comes after another.'),
  exact(
    'materiality-understated',
    'A change is called editorial or clarifying, and numbers, periods, negations, "may", "must" or promises differ.',
    {
      decided: 'heuristic',
    },
  ),
  exact('summary-missing', 'A change that matters has no words for readers.'),
  exact('impact-and-choices', 'A material change does not say what it means for people.', {
    citation: { law: 'WP260 rev.01 paras 30-31', basis: 'secondary' },
  }),
  exact('changes-cover', 'A section differs from the version before, and no item of "changes" mentions it.', {
    citation: { law: 'FTC business blog, 13 February 2024 (quiet changes)', basis: 'secondary' },
  }),
  exact('changes-orphan', 'An item of "changes" names a section that says what it said.'),
  exact('changes-unfinished', 'The words of a notice still hold a note between square brackets.'),
  exact('next-covered', 'An announced version follows, and its notice does not mention what differs from this text.'),
  exact('promise-lowered', 'A small change promises less notice of the next one.'),
  exact('own-promise-notice', 'A change that matters would bind earlier than the version in force promises.', {
    citation: { law: 'FTC v. Gateway Learning (2004): a promise about changes binds', basis: 'seen' },
  }),
  exact('posted-after-effective', 'A version would take effect before it is posted.', {
    citation: { law: '45 CFR 164.520(b)(1)(viii) for health notices', basis: 'seen' },
  }),
  exact('ledger-line-long', 'The names of policy and version are too long for a line of the ledger.'),
];
