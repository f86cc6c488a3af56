import { describe, expect, test } from 'vitest';
import { termsOf, wordsIn } from '../../../src/model/search/query.ts';

const SYNONYMS = { delete: ['erasure', 'deletion'], 'money back': ['refund'], concert: ['Event'] };
const typed = (query: string, lang = 'en') => termsOf(query, SYNONYMS, lang).map((term) => term.typed);

describe('what a question asks about', () => {
  test.each([
    ['How long do you keep my data?', ['keep', 'data']],
    ['“Delete” my account!', ['delete', 'account']],
    ['can I get my money back', ['money back']],
    ['what is it', ['what', 'is', 'it']],
    ['cookies cookies COOKIES', ['cookies']],
    ['e-mail', ['e-mail']],
    ['', []],
    ['?!… — «»', []],
    ['ملفات تعريف الارتباط', ['ملفات', 'تعريف', 'الارتباط']],
    ['<script>alert(1)</script>', ['script', 'alert', '1']],
    ['a\u0000b\u202Ec', ['b', 'c']],
  ])('“%s”', (query, expected) => {
    expect(typed(query)).toEqual(expected);
  });

  test('in German leaves out German words', () => {
    expect(typed('Wie lange speichert ihr meine Daten?', 'de')).toEqual(['lange', 'speichert', 'daten']);
  });

  test('in a language without a list leaves out nothing', () => {
    expect(typed('kuinka kauan', 'fi')).toEqual(['kuinka', 'kauan']);
  });

  test('brings what the texts say for a word, whatever its ending', () => {
    expect(termsOf('deleting', SYNONYMS, 'en')).toEqual([{ typed: 'deleting', others: ['erasure', 'deletion'] }]);
    expect(termsOf('concerts', SYNONYMS, 'en')[0]?.others).toEqual(['Event']);
    expect(termsOf('concern', SYNONYMS, 'en')[0]?.others).toEqual([]);
  });

  test('of 10,000 characters is as much of it as somebody types by hand', () => {
    expect(termsOf('refund policy '.repeat(1000), {}, 'en').length).toBeLessThanOrEqual(12);
    expect(wordsIn('x'.repeat(10_000))).toHaveLength(1);
  });

  test('never takes a word for a property of an object', () => {
    expect(typed('constructor __proto__ toString')).toEqual(['constructor', 'proto', 'tostring']);
    expect(termsOf('constructor', SYNONYMS, 'en')[0]?.others).toEqual([]);
  });
});
