import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../../../src/mdx/parse-policy.ts';
import { canonicalLines } from '../../../src/model/record/canonical.ts';
import { withoutSection } from '../../../src/model/record/without-section.ts';
import { sectionRecords } from '../../../src/model/search/section-records.ts';

const BODY = `Opening words.

## Your rights [#your-rights]

### Access [#access]

Ask us.[^1]

#### More

- one
- two

### Deletion [#deletion]

| A | B |
| - | - |
| c | d |

## Contact [#contact]

Write to us.

[^1]: By letter.
`;

function recordOf(body: string) {
  const { record } = parsePolicy({ body, file: 'policy.mdx', lang: 'en', retired: {} });
  if (!record) throw new Error('The text cannot be read.');
  return record;
}

describe('a text as search finds it', () => {
  const records = sectionRecords(recordOf(BODY));

  test('has a record for each section that has an address and words of its own', () => {
    expect(records.map(({ id, within }) => [id, ...within])).toEqual([
      ['preamble'],
      ['your-rights'],
      ['access', 'Your rights'],
      ['deletion', 'Your rights'],
      ['contact'],
    ]);
  });

  test('keeps the words of a part without an address with the section it stands in', () => {
    expect(records.find(({ id }) => id === 'access')?.lines).toEqual(['Ask us.[1]', 'More', 'one', 'two']);
  });

  test('says every word of the text once, headings apart', () => {
    const headings = new Set(records.flatMap(({ heading }) => heading ?? []));
    const all = canonicalLines(recordOf(BODY))
      .map(({ text }) => text)
      .filter((text) => !headings.has(text));
    expect(records.flatMap(({ lines }) => lines).toSorted()).toEqual(all.toSorted());
  });

  test('has no record of a section that only holds others', () => {
    const body = '## Your rights [#your-rights]\n\n### Access [#access]\n\nAsk us.\n';
    expect(sectionRecords(recordOf(body)).map(({ id, within }) => [id, ...within])).toEqual([['access', 'Your rights']]);
  });

  test('has no record of a section whose words had to be removed', () => {
    const shortened = withoutSection(recordOf(BODY), 'your-rights');
    expect(shortened && sectionRecords(shortened.record).map(({ id }) => id)).toEqual(['preamble', 'contact']);
  });
});
