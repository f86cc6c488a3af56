import type { CalendarDate } from '../../calendar-date.ts';
import type { FrozenVersion } from '../../frozen-version.ts';
import { earliestLawfulDay } from '../../notice/clock.ts';
import { isBoundByPromise } from '../../notice/promise.ts';
import { countOf } from '../wording.ts';
import type { RuleFacts } from '../rule.ts';
import type { Profile } from './profile.ts';
import type { ProfileFound } from './topic-findings.ts';

/** A later version that is about to be posted. */
export interface Announced extends Pick<FrozenVersion, 'materiality' | 'noticeWaiver'> {
  readonly effectiveFrom: CalendarDate;
  /** The day on which it would be posted at the earliest. */
  readonly postedOn: CalendarDate;
  readonly zone: string;
}

/** Rule of a profile that asks for so many days of notice: `p2b/15-days`. */
export function noticeRule({ rule, days, citation }: NonNullable<Profile['notice']>): RuleFacts {
  return {
    id: rule,
    about: `A change that matters would apply less than ${countOf(days, 'day')} after it is posted.`,
    decided: 'exact',
    severity: 'warning',
    citation,
  };
}

/** Whether a law's own period of notice is kept, were the draft posted on the day asked for; holidays are not known. */
export function noticeFindings(profile: Profile, announced: Announced): readonly ProfileFound[] {
  const { notice } = profile;
  if (!notice || !isBoundByPromise(announced)) return [];
  const { days, counting } = notice;
  const { effectiveFrom, postedOn, zone } = announced;
  const earliest = earliestLawfulDay({ on: postedOn }, { days, counting }, zone);
  if (effectiveFrom >= earliest) return [];
  const message = `Posted on ${postedOn}, this change would apply from ${effectiveFrom}. ${countOf(days, 'day')} of notice, counted from the day after posting and on to a working day, end before ${earliest}. Move "effective" to ${earliest} or later (later still where a public holiday lies at the end), or say under "noticeWaiver" why the change cannot wait.`;
  return [{ rule: noticeRule(notice), message, setting: ['effective'] }];
}
