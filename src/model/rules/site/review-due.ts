import type { CalendarDate } from '../../calendar-date.ts';
import { dayOfEntry } from '../../ledger/day-of-entry.ts';
import { monthsBefore } from '../../notice/notice-period.ts';
import type { Profile } from '../profiles/profile.ts';
import type { RuleFacts } from '../rule.ts';
import type { PolicySettings, SettingFound } from './input.ts';

export const reviewDue: RuleFacts = {
  id: 'review-due',
  about: 'A policy was not looked through for longer than "reviewMonths" in its policy.yaml.',
  decided: 'exact',
  severity: 'warning',
  citation: { law: 'ICO accountability framework, privacy information review', basis: 'seen' },
};

/** Rule of a profile that wants a review so often: `ccpa/12-months`. */
export function reviewRule({ rule, months, citation }: NonNullable<Profile['review']>): RuleFacts {
  return {
    id: rule,
    about: `A policy was neither changed nor looked through for ${months} months.`,
    decided: 'exact',
    severity: 'warning',
    citation,
  };
}

/** Reviews that are due on a day: that of the policy's own interval, and those of its profiles. A retired policy needs none. */
export function reviewFindings(policy: PolicySettings, profiles: readonly Profile[], today: CalendarDate): readonly SettingFound[] {
  const { history, reviewMonths } = policy;
  const last = history && lastLook(history);
  if (last === undefined || (history?.retirement && history.retirement.from <= today)) return [];
  const due = [
    ...(reviewMonths === undefined ? [] : [{ rule: reviewDue, months: reviewMonths, path: ['reviewMonths'] }]),
    ...profiles.flatMap(({ review }) => (review ? [{ rule: reviewRule(review), months: review.months, path: ['profiles'] }] : [])),
  ];
  return due
    .filter(({ months }) => last < monthsBefore(today, months))
    .map(({ rule, months, path }) => ({
      rule,
      place: policy.placeOf(path),
      message: `${policy.policy} was last published or looked through on ${last}, more than ${months} months ago. Look through it, then run "codicil reviewed ${policy.policy} --on DAY --reason …", or publish what must change.`,
    }));
}

/** The last day on which somebody decided that the text is right: a posting or a review. An import decides nothing. */
function lastLook({ versions, reviewedOn }: NonNullable<PolicySettings['history']>): CalendarDate | undefined {
  const days = [
    ...versions.map(({ published }) => (published.type === 'import' ? published.effective.day : dayOfEntry(published))),
    ...(reviewedOn === undefined ? [] : [reviewedOn]),
  ];
  return days.toSorted().at(-1);
}
