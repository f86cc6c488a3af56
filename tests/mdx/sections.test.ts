import { describe, expect, test } from 'vitest';
import { findingsOf, outline, parse, recordOf, rulesOf } from './parse.ts';

const tree = (text: string): string => outline(recordOf(text).sections);

describe('section tree', () => {
  test.each([
    ['headings of the first level divide the text', '# A [#a]\n\nOne\n\n# B [#b]\n\nTwo', 'a, b'],
    ['a text that has only headings of the third level', '### A [#a]\n\n### B [#b]', 'a, b'],
    ['deeper headings are sub-sections', '## A [#a]\n\n### B [#b]\n\n#### C [#c]\n\n### D [#d]\n\n## E [#e]', 'a (b (c), d), e'],
    ['a level that is left out leaves no gap', '## A [#a]\n\n#### B [#b]\n\n##### C [#c]', 'a (b (c))'],
    ['a shallower heading after a level that was left out', '## A [#a]\n\n#### B [#b]\n\n### C [#c]', 'a (b, c)'],
    ['sub-sections may lack an id', '## A [#a]\n\n### B\n\n### C [#c]', 'a (, c)'],
    ['a text without headings is one section', 'One\n\nTwo', 'text'],
    ['words before the first heading are the preamble', 'One\n\n## A [#a]', 'preamble, a'],
    ['nothing before the first heading is no preamble', '## A [#a]', 'a'],
    ['a deeper heading before the first top one belongs to the preamble', 'One\n\n### B [#b]\n\nTwo\n\n## A [#a]', 'preamble (b), a'],
    ['a deeper heading at the very beginning makes a preamble', '### B [#b]\n\nTwo\n\n## A [#a]', 'preamble (b), a'],
    ['headings may say the same, with ids of their own', '## Contact [#contact]\n\n## Contact [#contact-us]', 'contact, contact-us'],
    ['a heading may be underlined', 'A [#a]\n---\n\nOne', 'a'],
    ['six levels and no more', '# A [#a]\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F [#f]', 'a ( ( ( ( (f)))))'],
  ])('%s', (_, text, expected) => {
    expect(tree(text)).toBe(expected);
  });

  test('the id is no word of the heading', () => {
    expect(recordOf('## Your *rights* [#your-rights]').sections[0]?.heading).toEqual([
      'Your ',
      { kind: 'mark', mark: 'em', children: ['rights'] },
    ]);
  });

  test.each([
    ['## A [x] [#a]', 'A [x]'],
    ['## A [#b [#a]', 'A [#b'],
    ['## A [#b] [#a]', 'A [#b]'],
    ['## A[#a]', 'A'],
  ])('only the last brackets of %s are its id', (text, heading) => {
    expect(recordOf(text).sections[0]).toMatchObject({ id: 'a', heading: [heading] });
  });

  test('brackets within a heading are words', () => {
    expect(recordOf('## Fees [USD] [#fees]').sections[0]?.heading).toEqual(['Fees [USD]']);
  });

  test('anchors that a section had before lead to it', () => {
    const { sections } = recordOf('## A [#a]\n\n### B [#b]', { retired: { link1: 'a', 'old-b': 'b', gone: null, link2: 'a' } });
    expect([sections[0]?.aliases, sections[0]?.sections[0]?.aliases]).toEqual([['link1', 'link2'], ['old-b']]);
  });

  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ur-Latn', 'ltr'],
    ['zh-Hant', 'ltr'],
  ])('a text in %s is written %s', (lang, dir) => {
    expect(recordOf('One', { lang })).toMatchObject({ lang, dir });
  });
});

describe('ids of sections', () => {
  test('every missing id is suggested, and no suggestion is taken', () => {
    const found = findingsOf('## Contact\n\n## Contact\n\n## Contact us [#contact]').map((line) => /\[#([^\]]+)\]/u.exec(line)?.[1]);
    expect(found).toEqual(['contact-2', 'contact-3']);
  });

  test('the id of a long heading is suggested without repeating all of it', () => {
    const [finding] = findingsOf(`## ${'Very '.repeat(40)}`);
    expect(finding?.length).toBeLessThan(350);
  });

  test('a malformed id is put right in the suggestion', () => {
    expect(findingsOf('## A [#Your Rights]')[0]).toContain('[#your-rights]');
  });

  test('a reserved id is replaced by one made from the heading', () => {
    expect(findingsOf('## Full text [#text]')[0]).toContain('[#full-text]');
  });

  test('a missing id on the level that divides the text is an error; below it is not', () => {
    expect(rulesOf('## A\n\n### B')).toEqual(['section-id-missing']);
  });

  test('a text with an error has no record', () => {
    expect(parse('## A').record).toBeUndefined();
  });
});
