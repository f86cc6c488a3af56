import type { Profile } from './profile.ts';

/** California Online Privacy Protection Act. */
export const caloppa: Profile = {
  id: 'caloppa',
  title: 'California Online Privacy Protection Act, Cal. Bus. & Prof. Code 22575-22579',
  kinds: ['privacy', 'children'],
  lastReviewed: '2026-11-22',
  topics: [
    {
      topic: 'categories',
      about: 'which kinds of personal information are collected',
      citation: { law: 'Cal. BPC 22575(b)(1)', basis: 'secondary' },
      words: [String.raw`\bcategories of\b`, String.raw`\b(?:we|to) (?:may )?collect\b`],
    },
    {
      topic: 'third-parties',
      about: 'the kinds of third parties that may receive it',
      citation: { law: 'Cal. BPC 22575(b)(1)', basis: 'secondary' },
      words: [String.raw`\b(?:share|disclose|disclosure|transfer)\b[^.]*\b(?:third part(?:y|ies)|partners?|providers?|companies)\b`],
    },
    {
      topic: 'review-and-change',
      about: 'how people can look at and change their information, where that is offered',
      citation: { law: 'Cal. BPC 22575(b)(2)', basis: 'secondary' },
      words: [String.raw`\b(?:update|correct(?:ion)?|rectif\w+|amend|change|review)\b[^.]*\b(?:information|data)\b`],
      unless: 'no such process is offered',
    },
    {
      topic: 'changes-to-policy',
      about: 'how people are told of changes to the policy',
      citation: { law: 'Cal. BPC 22575(b)(3)', basis: 'secondary' },
      words: [String.raw`\b(?:changes?|updates?|amend\w*|modif\w+|revis\w+)\b[^.]*\b(?:policy|statement|privacy notice)\b`],
    },
    {
      topic: 'dnt',
      about: 'how the site answers a browser’s Do Not Track signal',
      citation: { law: 'Cal. BPC 22575(b)(5)', basis: 'secondary' },
      words: [String.raw`\bdo[- ]not[- ]track\b`, String.raw`\bDNT\b`, String.raw`\bGlobal Privacy Control\b`],
    },
    {
      topic: 'third-party-tracking',
      about: 'whether others may follow people’s activity over time and across sites',
      citation: { law: 'Cal. BPC 22575(b)(6)', basis: 'secondary' },
      words: [
        String.raw`\b(?:across|other|different|various) (?:different )?(?:web ?sites|sites)\b`,
        String.raw`\bover time\b`,
        String.raw`\bthird[- ]party (?:cookies|tracking|advertis\w+|analytics)\b`,
      ],
    },
  ],
};
