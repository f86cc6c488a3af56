import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../../src/model/record/canonical.ts';
import { sectionTexts } from '../../../src/model/record/section-texts.ts';
import { structureText } from '../../../src/model/record/structure.ts';
import { recordOf } from '../../mdx/parse.ts';
import { examples, record } from './arbitrary.ts';

describe('a text, section by section', () => {
  test('each top-level section has its heading in words, its own words and the ids in it', () => {
    const [first, second] = sectionTexts(recordOf('Before.\n\n## *Your* rights [#rights]\n\nAsk.\n\n### Copies [#copies]\n\nFree.'));
    expect(first).toMatchObject({ id: 'preamble', heading: undefined, anchors: ['preamble'], text: 'preamble\tBefore.\n' });
    expect(second).toMatchObject({ id: 'rights', heading: 'Your rights', anchors: ['rights', 'copies'] });
    expect(second?.text).toBe('rights\tYour rights\nrights\tAsk.\ncopies\tCopies\ncopies\tFree.\n');
  });

  test('a footnote belongs to the section that refers to it', () => {
    const texts = sectionTexts(recordOf('## A [#a]\n\nOne[^x]\n\n## B [#b]\n\nTwo\n\n[^x]: Why'));
    expect(texts.map(({ text }) => text)).toEqual(['a\tA\na\tOne[1]\na\t[1] Why\n', 'b\tB\nb\tTwo\n']);
  });

  test('a link that leads elsewhere differs in the structure of its section alone', () => {
    const [a, b] = [1, 2].map((n) => sectionTexts(recordOf(`## A [#a]\n\n[Go](https://example.org/${n})\n\n## B [#b]\n\nTwo`)));
    expect(a?.map(({ text }) => text)).toEqual(b?.map(({ text }) => text));
    expect(a?.[0]?.structure).not.toBe(b?.[0]?.structure);
    expect(a?.[1]?.structure).toBe(b?.[1]?.structure);
  });

  test('the sections after each other are the whole canonical text of any record', () => {
    fc.assert(
      fc.property(record, (any) => {
        expect(
          sectionTexts(any)
            .map(({ text }) => text)
            .join(''),
        ).toBe(canonicalText(any));
      }),
      examples(60),
    );
  });

  test('the sections after the line of language and direction are the whole structure text of any record', () => {
    fc.assert(
      fc.property(record, (any) => {
        const [language] = structureText(any).split('\n');
        expect(
          `${language}\n${sectionTexts(any)
            .map(({ structure }) => structure)
            .join('')}`,
        ).toBe(structureText(any));
      }),
      examples(60),
    );
  });
});
