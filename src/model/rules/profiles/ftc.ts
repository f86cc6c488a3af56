import type { Profile } from './profile.ts';

/** Section 5 of the FTC Act, as the Commission has used it against changes of privacy policies. */
export const ftc: Profile = {
  id: 'ftc',
  title: 'Federal Trade Commission Act, Section 5, as applied to changes of privacy policies',
  kinds: ['privacy', 'terms', 'children', 'consumer-health'],
  lastReviewed: '2026-11-22',
  topics: [],
  raises: [
    { rule: 'consent-by-use', severity: 'error', citation: { law: 'FTC v. Gateway Learning (2004)', basis: 'seen' } },
    { rule: 'own-promise-clause-mismatch', severity: 'error', citation: { law: 'FTC v. Gateway Learning (2004)', basis: 'seen' } },
    {
      rule: 'notice-on-changes-vague',
      severity: 'warning',
      citation: { law: 'FTC business blog, 13 February 2024 (quiet changes)', basis: 'secondary' },
    },
  ],
};
