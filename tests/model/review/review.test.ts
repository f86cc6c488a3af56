import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../../../src/mdx/parse-policy.ts';
import type { PolicyRecord } from '../../../src/model/record/record.ts';
import { brokenReferences } from '../../../src/model/review/broken-references.ts';
import { readabilityOf } from '../../../src/model/review/readability.ts';

function textOf(body: string, lang = 'en'): PolicyRecord {
  const { record, findings } = parsePolicy({ body, file: 'policy.mdx', lang, retired: {} });
  if (!record) throw new Error(findings.map(({ message }) => message).join('\n'));
  return record;
}

const NUMBERED = '## 1. Terms [#terms]\n\nWords.\n\n## 4. Rights [#rights]\n\n### 4.2 Access [#access]\n\n';
const found = (sentence: string, lang = 'en') => brokenReferences(textOf(NUMBERED + sentence, lang))?.map(({ words }) => words);

describe('a reference to a numbered section', () => {
  test.each([
    ['See section 4 and section 4.2.', []],
    ['See section 14.', ['section 14']],
    ['Clauses 3 applies.', ['Clauses 3']],
    ['Under Section 5 of the FTC Act we may not.', []],
    ['Under section 1798.100 of the California Civil Code you may ask.', []],
  ])('in “%s”: what is not there is %j', (sentence, words) => {
    expect(found(sentence)).toEqual(words);
  });

  test('is looked for in German, too, and not taken for one in a law', () => {
    expect(found('Siehe Abschnitt 9.', 'de')).toEqual(['Abschnitt 9']);
    expect(found('Nach Abschnitt 3 TMG.', 'de')).toEqual([]);
  });

  test('is not looked for in a text without numbers, nor in a language without words for it', () => {
    expect(brokenReferences(textOf('## Rights [#rights]\n\nSee section 44.'))).toBeUndefined();
    expect(found('Voir section 9.', 'fr')).toBeUndefined();
  });
});

describe('how hard a text is to read', () => {
  test('is counted by words, sentences and syllables, headings left out', () => {
    expect(readabilityOf(textOf('## A long heading of many words [#a]\n\nThe cat sat on the mat. It was fat.'))).toEqual({
      words: 9,
      sentences: 2,
      ease: { formula: 'Flesch reading ease', score: 118 },
    });
  });

  test('falls with long sentences and long words', () => {
    const easy = readabilityOf(textOf('We keep it. You can ask us.')).ease?.score ?? 0;
    const hard =
      readabilityOf(textOf('Notwithstanding the aforementioned considerations, confidentiality obligations survive termination.')).ease
        ?.score ?? 0;
    expect(easy).toBeGreaterThan(90);
    expect(hard).toBeLessThan(10);
  });

  test('has a formula of its own in German, and none where there is none', () => {
    expect(readabilityOf(textOf('Wir bewahren es auf.', 'de')).ease?.formula).toContain('Amstad');
    expect(readabilityOf(textOf('Nous le gardons.', 'fr'))).toEqual({ words: 3, sentences: 1 });
  });
});
