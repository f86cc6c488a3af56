import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageText } from '../../src/mdx/page-text.ts';
import { canonicalText } from '../../src/model/record/canonical.ts';
import { recordDocument } from '../../src/model/record/document.ts';
import { examples, record } from '../model/record/arbitrary.ts';

const said = (html: string): string =>
  pageText(html)
    .lines.map(({ section, text }) => `${section}\t${text}\n`)
    .join('');

describe('the words of any record.html, told from its markup alone', () => {
  test('are its canonical text, with every label of a list, every footnote and every row of a table', () => {
    fc.assert(
      fc.property(record, (any) => {
        expect(said(recordDocument(any, 'Title'))).toBe(canonicalText(any));
      }),
      examples(200),
    );
  });

  test('have an anchor in every line, and none of them twice', () => {
    fc.assert(
      fc.property(record, (any) => {
        const anchors = pageText(recordDocument(any, 'Title')).lines.map(({ anchor }) => anchor);
        expect(anchors).not.toContain(undefined);
        expect(new Set(anchors).size).toBe(anchors.length);
      }),
      examples(100),
    );
  });
});
