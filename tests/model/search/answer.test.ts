import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/model/search/answer.ts';
import type { SearchIndex } from '../../../src/model/search/found.ts';

const TEXTS: Readonly<Record<string, string>> = {
  a: 'we use cookies to count visits',
  b: 'you can delete your account and all cookies',
  c: 'we delete old accounts',
  d: 'you may pass a ticket on',
};

/** An index over a few texts, with the habits of Pagefind: stems, prefixes, and a shorter word where there is no longer one. */
const index: SearchIndex = (query) => {
  const isExact = query.startsWith('"');
  const words = query.replaceAll('"', '').split(' ');
  const fits = (word: string, own: string) =>
    own === word || (!isExact && (own.startsWith(word) || (own.length > 2 && word.startsWith(own))));
  const results = Object.entries(TEXTS).flatMap(([id, content]) => {
    const own = content.split(' ');
    const places = own.flatMap((one, place) => (words.some((word) => fits(word, one)) ? [place] : []));
    if (!words.every((word) => own.some((one) => fits(word, one)))) return [];
    return [{ id, score: 10 / own.length, words: places, data: () => Promise.resolve({ url: `/p/#${id}`, content, meta: { title: '' } }) }];
  });
  return Promise.resolve({ results });
};

const ask = (query: string, synonyms = {}) => answer({ query, synonyms, lang: 'en', most: 10 }, index);
const ids = async (query: string, synonyms = {}) => (await ask(query, synonyms)).answers.map(({ id }) => id);

describe('answers', () => {
  test('have what is asked for, first those that have all of it', async () => {
    expect((await ids('delete cookies'))[0]).toBe('b');
    expect([...(await ids('delete cookies'))].toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('are found by the words that people use', async () => {
    expect(await ids('erase', { erase: ['delete'] })).toEqual(['c', 'b']);
  });

  test('are found while a word is being typed', async () => {
    const { answers, isGuess } = await ask('cook');
    expect([answers.map(({ id }) => id), isGuess]).toEqual([['a', 'b'], false]);
  });

  test('are none where an index offers a word that nobody meant', async () => {
    expect(await ask('passport')).toMatchObject({ count: 0, answers: [] });
  });

  test('by the heading over them alone have the words of that heading to mark', async () => {
    const data = () =>
      Promise.resolve({ url: '/p/#c', content: 'the rest applies', meta: { title: 'Law', within: 'Complaints and disputes' } });
    const hit = { id: 'c', score: 1, words: [], data };
    const found = await answer({ query: 'complaint', synonyms: {}, lang: 'en', most: 10 }, () => Promise.resolve({ results: [hit] }));
    expect(found.answers.map(({ words }) => words)).toEqual([['complaints']]);
  });

  test('are none to a question without words', async () => {
    expect(await ask('?')).toMatchObject({ count: 0, answers: [], isGuess: false });
  });

  test('that are known already are left out when they are asked for besides', async () => {
    const { ids: known } = await ask('cookies');
    const again = await answer({ query: 'cookies', synonyms: {}, lang: 'en', most: 10, without: known }, index);
    expect(again.count).toBe(0);
  });

  test('are the same however often they are asked for', async () => {
    expect(await ids('delete cookies accounts')).toEqual(await ids('delete cookies accounts'));
  });
});
