import { describe, expect, test } from 'vitest';
import { newestTexts } from '../search/corpus-texts.ts';
import { farFromHeadings, headingsOf, questions } from '../search/questions.ts';

const corpus = process.env['CODICIL_CORPUS'] ?? '../shared/corpus';

describe.each(['basecamp', 'github-site-policy', 'firefox-privacy-de'] as const)('the questions to %s', (set) => {
  const headings = new Map(newestTexts(corpus, set).flatMap(({ policy, record }) => headingsOf(policy, record)));

  test('each name sections of the newest texts', () => {
    expect(questions(set).flatMap(({ answers }) => answers.filter((answer) => !headings.has(answer)))).toEqual([]);
  });

  test('at least a third share no content word with the heading of any section that answers them', () => {
    const all = questions(set);
    expect(farFromHeadings(all, headings).length / all.length).toBeGreaterThanOrEqual(1 / 3);
  });
});
