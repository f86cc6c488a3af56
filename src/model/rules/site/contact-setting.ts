import { isReserved } from '../core/contact.ts';
import type { RuleFacts } from '../rule.ts';
import type { SettingFound, SettingsFacts, SiteSettings } from './input.ts';

export const contactSetting: RuleFacts = {
  id: 'contact-setting',
  about: 'The contact in site.yaml or policy.yaml is one at which nobody can be reached.',
  decided: 'exact',
  severity: 'error',
};

const FEWEST_DIGITS = 5;

/** A contact at an example's address on a site that has an address of its own. That a contact is there at all, its schema sees to. */
export function contactFindings(settings: SettingsFacts, site: Pick<SiteSettings, 'url'>): readonly SettingFound[] {
  if (isReserved(site.url)) return [];
  const { email, url, phone } = settings.contact ?? {};
  const found = (key: string, value: string, why: string): SettingFound => ({
    rule: contactSetting,
    place: settings.placeOf(['contact', key]),
    message: `Nobody can be reached at "${value}": ${why}. Write your own, or remove "${key}" if another way is there.`,
  });
  return [
    ...(email !== undefined && isReserved(email) ? [found('email', email, 'such addresses are kept for examples')] : []),
    ...(url !== undefined && isReserved(url) ? [found('url', url, 'such addresses are kept for examples')] : []),
    ...(phone !== undefined && (phone.match(/\p{Nd}/gu) ?? []).length < FEWEST_DIGITS
      ? [found('phone', phone, 'it is no telephone number')]
      : []),
  ];
}
