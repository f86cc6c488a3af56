import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WordedSection } from '../../../src/model/notice/coverage.ts';
import type { Section } from '../../../src/model/record/record.ts';
import { FEES, MORE, paragraph, plain, RIGHTS, section, SHARING } from '../redline/texts.ts';
import { changesBetween, worded } from './worded.ts';

const fees = plain('fees', FEES);
const rights = plain('rights', RIGHTS);
const sharing = plain('sharing', SHARING, MORE);

/** `fees kept!` for a section that must be mentioned, without the sign for one that may be; `/` before what may be named instead. */
const told = (earlier: readonly WordedSection[], later: readonly WordedSection[]): readonly string[] =>
  changesBetween(earlier, later).map(({ id, kind, others, mustBeMentioned }) =>
    [`${id} ${kind}${mustBeMentioned ? '!' : ''}`, ...others].join(' / '),
  );
const between = (before: readonly Section[], after: readonly Section[]) => told(worded(...before), worded(...after));

describe('a notice must mention', () => {
  test('a section with other words', () => {
    expect(between([fees, rights], [plain('fees', FEES.replace('five', 'nine')), rights])).toEqual(['fees kept!']);
  });

  test('a section that came and one that is gone', () => {
    expect(between([fees, rights], [fees, sharing])).toEqual(['rights removed!', 'sharing added!']);
  });

  test('a section under another heading', () => {
    expect(between([fees, rights], [section('fees', fees.blocks, { heading: ['What it costs'] }), rights])).toEqual(['fees kept!']);
  });

  test('a section in which only a link leads elsewhere, or only emphasis differs', () => {
    const linked = (href: string) =>
      section('fees', [paragraph('Write to ', { kind: 'link', target: { kind: 'address', href }, children: ['us'] })]);
    expect(between([linked('https://example.org/a')], [linked('https://example.org/b')])).toEqual(['fees kept!']);
    expect(between([fees], [section('fees', [paragraph({ kind: 'mark', mark: 'strong', children: [FEES] })])])).toEqual(['fees kept!']);
  });

  test('a section in which a paragraph stands elsewhere, for its meaning may hang on what stands before it', () => {
    expect(between([plain('sharing', SHARING, MORE, RIGHTS)], [plain('sharing', RIGHTS, SHARING, MORE)])).toEqual(['sharing kept!']);
  });

  test('both sections, when a paragraph went from one to the other', () => {
    const moved = between([fees, sharing, rights], [fees, plain('sharing', SHARING), plain('rights', RIGHTS, MORE)]);
    expect(moved.toSorted()).toEqual(['rights kept!', 'sharing kept!']);
  });

  test('both sections, when a sub-section went from one to the other', () => {
    const sub = plain('carriers', MORE);
    const before = [section('sharing', [paragraph(SHARING)], { sections: [sub] }), rights];
    const after = [plain('sharing', SHARING), section('rights', rights.blocks, { sections: [sub] })];
    expect(between(before, after).toSorted()).toEqual(['rights kept!', 'sharing kept!']);
  });

  test('the section that a changed sub-section stands in', () => {
    const withSub = (text: string) => section('sharing', [paragraph(SHARING)], { sections: [plain('carriers', text)] });
    expect(between([withSub(MORE)], [withSub(MORE.replace('must', 'may'))])).toEqual(['sharing kept!']);
  });

  test('a section whose footnote differs', () => {
    const noted = (text: string) =>
      section('fees', [paragraph(FEES, { kind: 'note', label: '1' })], { notes: [{ label: '1', blocks: [paragraph(text)] }] });
    expect(between([noted('Plus tax.')], [noted('Including tax.')])).toEqual(['fees kept!']);
  });

  test('either of two sections, when one was split off from or went into the other', () => {
    const whole = plain('sharing', SHARING, MORE);
    const parts = [plain('sharing', SHARING), plain('carriers', MORE)];
    expect(between([whole, fees], [...parts, fees])).toEqual(['carriers added! / sharing']);
    expect(between([...parts, fees], [whole, fees])).toEqual(['carriers removed! / sharing']);
  });
});

test('a section that gave its words away and took those of another must be mentioned itself', () => {
  const before = [plain('a', FEES), plain('b', MORE), plain('c', SHARING)];
  const after = [plain('b', FEES), plain('d', MORE), plain('c', SHARING)];
  expect(between(before, after)).toContain('b kept!');
});

describe('a notice need not mention', () => {
  test('anything, when both texts are the same', () => {
    expect(between([fees, rights], [fees, rights])).toEqual([]);
  });

  test('a section that only stands elsewhere', () => {
    expect(between([fees, rights, sharing], [sharing, fees, rights])).toEqual(['sharing kept']);
  });

  test('a section whose number alone differs, because another came before it', () => {
    const numbered = (label: string) => section('rights', rights.blocks, { heading: [`${label} Your rights`] });
    expect(between([numbered('1.')], [fees, numbered('2.')])).toEqual(['fees added!', 'rights kept']);
  });

  test('a section in which nothing but quotation marks and dashes differ', () => {
    const quoted = plain('fees', `“${FEES}” – we said`);
    expect(between([quoted], [plain('fees', `"${FEES}" - we said`)])).toEqual(['fees kept']);
  });

  test('a section that says the same under another id, which "retired" has to name', () => {
    expect(between([fees, rights], [{ ...fees, id: 'costs' }, rights])).toEqual(['costs kept / fees']);
  });
});

describe('words that had to be removed', () => {
  const [was, other] = worded(fees, rights);
  const hidden = was ? [{ ...was, content: undefined }, ...(other ? [other] : [])] : [];

  test('are not compared: what was posted tells whether the section differs', () => {
    expect(told(hidden, worded(fees, rights))).toEqual([]);
    expect(told(hidden, worded(plain('fees', SHARING), rights))).toEqual(['fees kept!']);
    expect(told(hidden, worded(rights))).toEqual(['fees removed!']);
    expect(told(worded(rights), hidden)).toEqual(['fees added!']);
  });
});

describe('any two texts', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const texts = [FEES, RIGHTS, SHARING, MORE];
  const anyText = fc
    .uniqueArray(fc.record({ id: fc.constantFrom(...ids), text: fc.constantFrom(...texts) }), { selector: ({ id }) => id })
    .map((list) => worded(...list.map(({ id, text }) => plain(id, text))));

  test('nothing is told exactly when the sections and their order are the same', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(changesBetween(one, other).length === 0).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  test('a section with an id of both texts and other words must be mentioned', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const must = new Set(changesBetween(one, other).flatMap(({ id, mustBeMentioned }) => (mustBeMentioned ? [id] : [])));
        const reworded = one.filter(({ id, words }) => other.some((later) => later.id === id && later.words !== words));
        expect(reworded.filter(({ id }) => !must.has(id))).toEqual([]);
      }),
    );
  });

  test('every section of one text alone is told, and what it may be named by', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const named = new Set(changesBetween(one, other).flatMap(({ id, others }) => [id, ...others]));
        const alone = [...one, ...other].filter(({ id }) => !one.some((a) => a.id === id) || !other.some((b) => b.id === id));
        expect(alone.filter(({ id }) => !named.has(id))).toEqual([]);
      }),
    );
  });
});
