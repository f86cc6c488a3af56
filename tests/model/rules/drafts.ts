import { draftTextFindings } from '../../../src/library/check-draft.ts';
import { parseVersion } from '../../../src/library/version-file.ts';
import { calendarDate } from '../../../src/model/calendar-date.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { PROFILES } from '../../../src/model/rules/profiles/index.ts';

export interface Circumstances {
  readonly kind?: string;
  readonly lang?: string;
  readonly profiles?: readonly string[];
}

/** What the rules say of the text of a policy.mdx, on 10 January 2027. */
export function findingsIn(text: string, { kind = 'privacy', lang = 'en', profiles = [] }: Circumstances = {}): readonly Finding[] {
  const { words, findings } = parseVersion(text, 'policy.mdx', { policy: 'privacy', version: '2027-03-01', lang });
  if (!words) throw new Error(findings.map(({ message }) => message).join('\n'));
  const today = calendarDate('2027-01-10');
  if (today === undefined) throw new Error('no day');
  return draftTextFindings(
    words,
    PROFILES.filter(({ id }) => profiles.includes(id)),
    { kind, siteUrl: 'https://policies.acme.com', superseded: new Set(['terms/2020-01-01']), today, zone: 'Europe/Paris' },
  );
}
