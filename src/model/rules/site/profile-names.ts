import { addDays, calendarDate, type CalendarDate } from '../../calendar-date.ts';
import { nearest } from '../../nearest.ts';
import { PROFILES } from '../profiles/index.ts';
import type { Profile } from '../profiles/profile.ts';
import type { RuleFacts } from '../rule.ts';
import type { PolicySettings, SettingFound, SettingsFacts, SiteSettings } from './input.ts';

export const profileUnknown: RuleFacts = {
  id: 'profile-unknown',
  about: '"profiles" names a set of rules that does not exist.',
  decided: 'exact',
  severity: 'error',
};

export const profileOld: RuleFacts = {
  id: 'profile-old',
  about: 'A set of rules was not compared with its law for more than a year.',
  decided: 'exact',
  severity: 'info',
};

const YEAR_DAYS = 366;

/** Names that are no profile's, and profiles that nobody looked through for a year. */
export function profileNameFindings(settings: SettingsFacts, today: CalendarDate): readonly SettingFound[] {
  const names = PROFILES.map(({ id }) => id);
  return settings.profiles.flatMap((name, index): readonly SettingFound[] => {
    const place = settings.placeOf(['profiles', index]);
    const profile = PROFILES.find(({ id }) => id === name);
    if (!profile) {
      const near = nearest(name, names);
      const advice = near === undefined ? `The profiles are ${names.join(', ')}.` : `Did you mean "${near}"?`;
      return [{ rule: profileUnknown, place, message: `There is no profile "${name}". ${advice}` }];
    }
    const reviewed = calendarDate(profile.lastReviewed);
    if (reviewed === undefined || today <= addDays(reviewed, YEAR_DAYS)) return [];
    const message = `The profile ${name} was last compared with its law on ${reviewed}, more than a year ago. Let a lawyer look whether the law has changed, and update Codicil.`;
    return [{ rule: profileOld, place, message }];
  });
}

/** The profiles that a policy is held to on a day: its own, and those of the site for policies of its kind, where their law is in force. */
export function profilesOf(
  policy: PolicySettings,
  site: Pick<SiteSettings, 'profiles'> | undefined,
  today: CalendarDate,
): readonly Profile[] {
  return PROFILES.filter(({ id, kinds, validFrom, validUntil }) => {
    const isAsked = policy.profiles.includes(id) || (site?.profiles.includes(id) === true && kinds.includes(policy.kind));
    return isAsked && (validFrom === undefined || validFrom <= today) && (validUntil === undefined || today <= validUntil);
  });
}
