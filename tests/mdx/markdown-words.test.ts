import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownWords, withoutSigns } from '../../src/mdx/markdown-words.ts';
import { canonicalLines } from '../../src/model/record/canonical.ts';
import { markdownText } from '../../src/outputs/markdown.ts';
import { examples, record } from '../model/record/arbitrary.ts';

/** Quotes, preformatted words and tables inside a cell: Markdown's cells are one line and have no sign for them. */
function hasOddCells(value: unknown, isInCell = false): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isInCell && 'kind' in value && ['quote', 'preformatted', 'table'].includes(String(value.kind))) return true;
  const isTable = 'kind' in value && value.kind === 'table';
  return Object.values(value).some((inner) => hasOddCells(inner, isInCell || isTable));
}

test('the words of any policy.md are those of its record', () => {
  fc.assert(
    fc.property(record, (any) => {
      fc.pre(!hasOddCells(any));
      const markdown = markdownText(any, 'Title', (target) => (target.kind === 'address' ? target.href : `#${target.kind}`));
      const canonical = canonicalLines(any).map(({ text }) => text);
      expect(withoutSigns(markdownWords(markdown))).toEqual(withoutSigns(canonical.join(' ')));
    }),
    examples(200),
  );
});
