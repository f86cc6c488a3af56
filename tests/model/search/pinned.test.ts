import { expect, test } from 'vitest';
import { isAskedFor } from '../../../src/model/search/pinned.ts';

test.each([
  ['get my money back', 'money back', true],
  ['Back, money!', 'money back', true],
  ['contacts', 'contact', true],
  ['money back for a lost ticket', 'money back', false],
  ['money', 'money back', false],
  ['', 'money back', false],
  ['money back', '…', false],
])('“%s” asks for what is pinned to “%s”: %s', (query, words, expected) => {
  expect(isAskedFor(query, words, 'en')).toBe(expected);
});
