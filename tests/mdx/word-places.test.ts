import { describe, expect, test } from 'vitest';
import { wordPlaces } from '../../src/mdx/word-places.ts';

const BODY = `

Words before. The same sentence.

## 1. Rights [#rights]

- *The* [same](https://www.example.org/same-sentence) **sen**tence\\.
- Fish &amp; chips \\[TODO\\]

| Who | What |
| --- | ---- |
| You | Rest |

## Empty [#empty]

## Straße [#strasse]

“Größe” means 日本語 and Σ.
`;

const locate = wordPlaces(BODY, 'policy.mdx');

describe('words are found in the source', () => {
  test.each([
    ['in the section they belong to, not in one before it', 'rights', 'The same sentence.', 7, 4],
    ['before the first heading', 'preamble', 'The same sentence.', 3, 15],
    ['behind a character reference and an escape', 'rights', '[TODO]', 8, 22],
    ['in a table', 'rights', 'You | Rest', 12, 3],
    ['in letters of any script', 'strasse', '日本語 and Σ', 18, 15],
    ['whatever their capitals', 'strasse', 'GRÖSSE'.replace('SS', 'ß'), 18, 2],
  ])('%s', (_, section, words, line, column) => {
    expect(locate(section, words)).toEqual({ line, column });
  });

  test('at the heading of their section when they are not there', () => {
    expect(locate('empty', 'Never written')).toEqual({ line: 14, column: 1 });
  });

  test('nowhere in a section that is not there', () => {
    expect(locate('gone', 'Never written')).toBeUndefined();
  });

  test('nowhere in a text that cannot be read', () => {
    expect(wordPlaces('<Note>', 'policy.mdx')('rights', 'words')).toBeUndefined();
  });
});
