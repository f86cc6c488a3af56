import type { Citation } from '../rule.ts';
import type { Profile } from './profile.ts';

const article13 = (place: string): Citation => ({ law: `GDPR Art 13${place}`, basis: 'not-verified' });
// Article 14 was read; Article 13 asks the same where people give the data themselves, in other letters.
const article14 = (place: string): Citation => ({ law: `GDPR Art 14${place}, and Art 13`, basis: 'seen' });

/** Regulation (EU) 2016/679, Articles 12 to 14 and 21: what people are told about their data. */
export const gdpr: Profile = {
  id: 'gdpr',
  title: 'General Data Protection Regulation (EU) 2016/679',
  kinds: ['privacy', 'children'],
  lastReviewed: '2026-11-22',
  validFrom: '2018-05-25',
  topics: [
    {
      topic: 'controller',
      about: 'who is responsible for the data, and how to reach them',
      citation: article14('(1)(a)'),
      words: [
        String.raw`\bcontroller\b`,
        String.raw`\bwho we are\b`,
        String.raw`\b(?:site|website|service) is operated by\b`,
        String.raw`\bcontact us\b`,
      ],
    },
    {
      topic: 'dpo',
      about: 'how to reach the data protection officer',
      citation: article14('(1)(b)'),
      words: [String.raw`\bdata protection officer\b`, String.raw`\bDPO\b`],
      unless: 'there is no data protection officer',
    },
    {
      topic: 'purposes',
      about: 'what the data is used for',
      citation: article14('(1)(c)'),
      words: [
        String.raw`\bpurposes?\b`,
        String.raw`\b(?:we|to) use (?:this|your|the|personal|that)\b[^.]*\b(?:information|data)\b`,
        String.raw`\bhow (?:we use )?your information\b`,
      ],
    },
    {
      topic: 'legal-basis',
      about: 'the legal basis of each use',
      citation: article14('(1)(c)'),
      words: [String.raw`\b(?:legal|lawful) (?:basis|bases|grounds?)\b`, String.raw`\blegitimate interests?\b`, String.raw`\bArticle 6\b`],
    },
    {
      topic: 'legitimate-interests',
      about: 'which legitimate interests are relied on',
      citation: article14('(2)(b)'),
      words: [String.raw`\blegitimate (?:business )?interests?\b`],
      unless: 'nothing rests on legitimate interests',
    },
    {
      topic: 'recipients',
      about: 'who receives the data',
      citation: article14('(1)(e)'),
      words: [
        String.raw`\brecipients?\b`,
        String.raw`\b(?:share|disclose|disclosure|transfer)\b[^.]*\b(?:third part(?:y|ies)|partners?|providers?|processors?|companies)\b`,
        String.raw`\bsub-?processors?\b`,
      ],
    },
    {
      topic: 'transfers',
      about: 'transfers to other countries and what protects the data there',
      citation: article14('(1)(f)'),
      words: [
        String.raw`\btransferr?(?:s|ed|ring)?\b[^.]*\b(?:countr(?:y|ies)|outside|international(?:ly)?|around the world|EEA|European Economic Area|United States)\b`,
        String.raw`\bstandard contractual clauses\b`,
      ],
      unless: 'no data leaves the European Economic Area',
    },
    {
      topic: 'retention',
      about: 'how long the data is kept, as a period or the way to work it out',
      citation: article14('(2)(a)'),
      words: [
        String.raw`\bretention (?:period|schedule)s?\b`,
        String.raw`\b(?:retain|keep|kept|store|stored|delete[sd]?|erased?)\b[^.]*\b(?:for (?:up to |at least )?\w+|after|within)\s+(?:\(?\d+\)? )?(?:days?|weeks?|months?|years?)\b`,
      ],
    },
    {
      topic: 'rights-access',
      about: 'the right to see the data',
      citation: article14('(2)(c)'),
      words: [
        String.raw`\b(?:right (?:of|to) |request )(?:access|a copy)\b`,
        String.raw`\brequest access\b`,
        String.raw`\baccess (?:to )?your (?:personal )?(?:information|data)\b`,
        String.raw`\bcopy of (?:the|your) (?:personal )?(?:information|data)\b`,
      ],
    },
    {
      topic: 'rights-rectification',
      about: 'the right to have data put right',
      citation: article14('(2)(c)'),
      words: [
        String.raw`\brectif\w+\b`,
        String.raw`\bcorrect(?:ion)?\b[^.]*\b(?:data|information)\b`,
        String.raw`\b(?:update|amend)\b[^.]*\binformation\b`,
      ],
    },
    {
      topic: 'rights-erasure',
      about: 'the right to have data deleted',
      citation: article14('(2)(c)'),
      words: [
        String.raw`\berasure\b`,
        String.raw`\b(?:right|request|ask(?: us)?|you (?:may|can))\b[^.]*\b(?:delet(?:e|ion)|eras(?:e|ed)|remov(?:e|al))\b`,
      ],
    },
    {
      topic: 'rights-restriction',
      about: 'the right to have the use of data restricted',
      citation: article14('(2)(c)'),
      words: [String.raw`\brestrict(?:ion)?\b[^.]*\b(?:process\w*|use)\b`, String.raw`\bblocking\b`],
    },
    {
      topic: 'rights-portability',
      about: 'the right to take data elsewhere',
      citation: article14('(2)(c)'),
      words: [String.raw`\bportab\w+\b`, String.raw`\bmachine-readable\b`],
    },
    {
      topic: 'right-to-object',
      about: 'the right to object to uses of data',
      citation: article14('(2)(c)'),
      words: [String.raw`\b(?:right|may|can) to? ?object\b`, String.raw`\bobject to\b`, String.raw`\bask us not to process\b`],
    },
    {
      topic: 'withdraw-consent',
      about: 'how consent is taken back',
      citation: article14('(2)(d)'),
      words: [String.raw`\b(?:withdraw|revoke|take back)\b[^.]*\bconsent\b`],
      unless: 'nothing rests on consent',
    },
    {
      topic: 'complaint-authority',
      about: 'the right to complain to a supervisory authority',
      citation: article14('(2)(e)'),
      words: [
        String.raw`\bsupervisory authorit(?:y|ies)\b`,
        String.raw`\bdata protection authorit(?:y|ies)\b`,
        String.raw`\bInformation Commissioner\b`,
      ],
    },
    {
      topic: 'statutory-or-contractual',
      about: 'which data people must give, and what happens if they do not',
      citation: article13('(2)(e)'),
      words: [
        String.raw`\b(?:required|obliged|mandatory|necessary)\b[^.]*\bto (?:provide|give)\b`,
        String.raw`\bif you (?:do not|don['’]t) (?:provide|give)\b`,
      ],
    },
    {
      topic: 'automated-decisions',
      about: 'decisions made by machines alone, and profiling',
      citation: article14('(2)(g)'),
      words: [String.raw`\bautomated (?:decision|individual)\w*\b`, String.raw`\bprofiling\b`],
      unless: 'nothing is decided by machines alone',
    },
    {
      topic: 'source-of-data',
      about: 'where data comes from that people did not give themselves',
      citation: article14('(2)(f)'),
      words: [
        String.raw`\bother sources\b`,
        String.raw`\breceive\b[^.]*\b(?:information|data)\b[^.]*\bfrom\b`,
        String.raw`\bthird[- ]party sources\b`,
      ],
      unless: 'all data comes from the people themselves',
    },
    {
      topic: 'categories',
      about: 'which kinds of data are used',
      citation: article14('(1)(d)'),
      words: [String.raw`\bcategories of\b`, String.raw`\b(?:we|to) (?:may )?collect\b`],
    },
  ],
  separate: [{ topic: 'right-to-object', citation: { law: 'GDPR Art 21(4)', basis: 'not-verified' } }],
  raises: [
    { rule: 'check-back', severity: 'error', citation: { law: 'WP260 rev.01 para 29', basis: 'seen' } },
    { rule: 'consent-by-use', severity: 'error', citation: { law: 'GDPR Art 4(11) and 7', basis: 'not-verified' } },
  ],
};
