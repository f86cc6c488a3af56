import type { Profile } from './profile.ts';

/** Regulation (EU) 2019/1150: terms of platforms towards those who sell on them. */
export const p2b: Profile = {
  id: 'p2b',
  title: 'Regulation (EU) 2019/1150 on fairness for business users of online platforms',
  kinds: ['terms'],
  lastReviewed: '2026-11-22',
  validFrom: '2020-07-12',
  remark:
    'The proposal COM(2025) 837 would repeal this regulation; whether it was adopted had not been checked when the profile was last reviewed.',
  topics: [
    {
      topic: 'changes-to-policy',
      about: 'how business users are told of changes, on a durable medium',
      citation: { law: 'Reg (EU) 2019/1150 Art 3(2)', basis: 'seen' },
      words: [String.raw`\bdurable medium\b`, String.raw`\b(?:changes?|updates?|amend\w*|modif\w+|revis\w+)\b[^.]*\b(?:terms|agreement)\b`],
    },
    {
      topic: 'termination',
      about: 'the right to end the contract before a change applies',
      citation: { law: 'Reg (EU) 2019/1150 Art 3(2)', basis: 'seen' },
      words: [String.raw`\bterminat\w+\b`, String.raw`\bcancel\b[^.]*\b(?:contract|account|subscription)\b`],
    },
    {
      topic: 'grounds-for-suspension',
      about: 'the grounds on which the service is suspended, ended or limited',
      citation: { law: 'Reg (EU) 2019/1150 Art 3(1)(c)', basis: 'not-verified' },
      words: [String.raw`\b(?:suspend|suspension|terminate|restrict)\b[^.]*\b(?:account|access|service)\b`],
    },
    {
      topic: 'ranking',
      about: 'what decides the ranking of offers',
      citation: { law: 'Reg (EU) 2019/1150 Art 5', basis: 'not-verified' },
      words: [String.raw`\brank(?:ing|ed|s)?\b`],
    },
    {
      topic: 'differentiated-treatment',
      about: 'whether the platform treats its own offers otherwise than those of others',
      citation: { law: 'Reg (EU) 2019/1150 Art 7', basis: 'not-verified' },
      words: [String.raw`\b(?:differentiated|preferential|different) treatment\b`],
    },
    {
      topic: 'ip-effects',
      about: 'what the terms mean for intellectual property',
      citation: { law: 'Reg (EU) 2019/1150 Art 3(1)(e)', basis: 'not-verified' },
      words: [String.raw`\bintellectual property\b`, String.raw`\bcopyright\b`, String.raw`\btrademarks?\b`],
    },
    {
      topic: 'data-access',
      about: 'which data business users can see and use',
      citation: { law: 'Reg (EU) 2019/1150 Art 9', basis: 'not-verified' },
      words: [String.raw`\baccess to\b[^.]*\bdata\b`],
    },
    {
      topic: 'complaints',
      about: 'the system for handling complaints',
      citation: { law: 'Reg (EU) 2019/1150 Art 11', basis: 'not-verified' },
      words: [String.raw`\bcomplaints?\b`],
      unless: 'the platform is a small enterprise, which needs none',
    },
    {
      topic: 'mediators',
      about: 'the mediators who can be called on',
      citation: { law: 'Reg (EU) 2019/1150 Art 12', basis: 'not-verified' },
      words: [String.raw`\bmediat(?:or|ors|ion)\b`],
      unless: 'the platform is a small enterprise, which needs none',
    },
  ],
  notice: {
    rule: 'p2b/15-days',
    days: 15,
    counting: 'eu-1182/71',
    citation: { law: 'Reg (EU) 2019/1150 Art 3(2); counting by Reg 1182/71 is a reading, not settled', basis: 'seen' },
  },
};
