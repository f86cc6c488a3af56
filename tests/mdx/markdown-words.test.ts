import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownWords, withoutSigns } from '../../src/mdx/markdown-words.ts';
import { canonicalLines } from '../../src/model/record/canonical.ts';
import { markdownText } from '../../src/outputs/markdown.ts';
import { examples, record } from '../model/record/arbitrary.ts';

test('the words of any policy.md are those of its record', () => {
  fc.assert(
    fc.property(record, (any) => {
      const markdown = markdownText(any, 'Title', (target) => (target.kind === 'address' ? target.href : `#${target.kind}`));
      const canonical = canonicalLines(any).map(({ text }) => text);
      expect(withoutSigns(markdownWords(markdown))).toEqual(withoutSigns(canonical.join(' ')));
    }),
    examples(200),
  );
});
