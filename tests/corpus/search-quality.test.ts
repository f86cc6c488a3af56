import { expect, test } from 'vitest';
import { quality, type Quality } from '../bench/quality.ts';
import { newestTexts } from '../search/corpus-texts.ts';
import { questions } from '../search/questions.ts';

const corpus = process.env['CODICIL_CORPUS'] ?? '../shared/corpus';

test('the questions to real policies find the right section first in at least four of five, without a word from their keepers', async () => {
  const found: Quality[] = [];
  for (const set of ['basecamp', 'github-site-policy', 'firefox-privacy-de'] as const)
    found.push(await quality(newestTexts(corpus, set), questions(set), { synonyms: {}, pinned: [], expect: [] }));
  const share = (count: (one: Quality) => number) =>
    found.reduce((sum, one) => sum + count(one), 0) / found.reduce((sum, one) => sum + one.asked, 0);
  expect(share((one) => one.first)).toBeGreaterThanOrEqual(0.8);
  expect(share((one) => one.firstThree)).toBeGreaterThanOrEqual(0.94);
});
