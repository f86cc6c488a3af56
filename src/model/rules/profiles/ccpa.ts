import type { Profile } from './profile.ts';

/** California Consumer Privacy Act and its regulations. */
export const ccpa: Profile = {
  id: 'ccpa',
  title: 'California Consumer Privacy Act, Cal. Civ. Code 1798.100 ff., and 11 CCR 7000 ff.',
  kinds: ['privacy'],
  lastReviewed: '2026-11-22',
  validFrom: '2020-01-01',
  topics: [
    {
      topic: 'last-updated',
      about: 'the day on which the text was last updated',
      citation: { law: '11 CCR 7011(e)(4)', basis: 'seen' },
      words: [
        String.raw`\blast (?:updated|revised|modified|changed)\b`,
        String.raw`\b(?:updated|revised|modified) on\b`,
        String.raw`\bdate (?:last )?updated\b`,
      ],
    },
    {
      topic: 'categories-12m',
      about: 'the categories collected, disclosed, sold or shared in the last 12 months',
      citation: { law: 'Cal. Civ. Code 1798.130(a)(5)', basis: 'secondary' },
      words: [String.raw`\b(?:last|past|preceding|previous) (?:12|twelve)(?: \(12\))? months\b`],
    },
    {
      topic: 'consumer-rights',
      about: 'the rights to know, delete and correct, and not to be treated worse for using them',
      citation: { law: '11 CCR 7011(e)(2)', basis: 'not-verified' },
      words: [String.raw`\bright to (?:know|delete|correct|opt[- ]out)\b`, String.raw`\bCalifornia (?:residents|consumers|privacy)\b`],
    },
    {
      topic: 'opt-out-link',
      about: 'how people opt out of the sale or sharing of their information',
      citation: { law: '11 CCR 7011(e)(3)(F)', basis: 'seen' },
      words: [String.raw`\bdo not sell\b`, String.raw`\bopt[- ]out of (?:the )?(?:sale|sharing|selling)\b`],
      unless: 'information is neither sold nor shared',
    },
    {
      topic: 'gpc',
      about: 'how an opt-out preference signal such as Global Privacy Control is treated',
      citation: { law: '11 CCR 7011(e)(3)(F)', basis: 'seen' },
      words: [String.raw`\bGlobal Privacy Control\b`, String.raw`\bGPC\b`, String.raw`\bopt[- ]out (?:preference )?signals?\b`],
      unless: 'information is neither sold nor shared',
    },
    {
      topic: 'request-methods',
      about: 'how people send a request, and how they are recognised',
      citation: { law: '11 CCR 7011(e)(3)', basis: 'seen' },
      words: [
        String.raw`\btoll[- ]free\b`,
        String.raw`\b(?:submit|make|send)\b[^.]*\brequests?\b`,
        String.raw`\bverif(?:y|ication)\b[^.]*\b(?:identity|request)\b`,
        String.raw`\bprove your identity\b`,
      ],
    },
  ],
  review: { rule: 'ccpa/12-months', months: 12, citation: { law: 'Cal. Civ. Code 1798.130(a)(5)', basis: 'secondary' } },
};
