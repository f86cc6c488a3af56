import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../../src/cli/report/redline/display-width.ts';
import { redlineText } from '../../../../src/cli/report/redline/redline-text.ts';
import { redline } from '../../../../src/model/redline/redline.ts';
import type { Block, PolicyRecord, Section } from '../../../../src/model/record/record.ts';
import { examples, record } from '../../../model/record/arbitrary.ts';
import { FEES, MORE, paragraph, plain, RIGHTS, section, SHARING, textOf } from '../../../model/redline/texts.ts';

const look = { title: 'Privacy: one -> two', width: 80, isColoured: false };
const report = (old: PolicyRecord, fresh: PolicyRecord, more: Partial<typeof look> = {}) =>
  redlineText(redline(old, fresh), { ...look, ...more });
/** What stands below the first heading. */
const below = (before: readonly Section[], after: readonly Section[], width = 80) => {
  const [, ...parts] = report(textOf(...before), textOf(...after), { width }).split('\n\n');
  return parts.join('\n\n').trimEnd();
};
const list = (...items: string[]): Block => ({
  kind: 'list',
  order: { start: 1, marker: 'a' },
  items: items.map((text) => [paragraph(text)]),
});
const link = (href: string): Block =>
  paragraph('Write to ', { kind: 'link', target: { kind: 'address', href }, children: ['us'] }, ' at any time.');

describe('a redline in a pipe', () => {
  test('begins with what is compared and what changed in figures', () => {
    expect(report(textOf(plain('fees', FEES)), textOf(plain('fees', FEES.replace('five', 'six'))))).toMatch(
      /^Privacy: one -> two\n1 of 1 section changed; 1 number\.\n\n## About fees \[#fees\]\n {2}You pay a fee of \[-five-\] \{\+six\+\} dollars/,
    );
  });

  test('says so when nothing differs, and nothing else', () => {
    const text = textOf(plain('fees', FEES));
    expect(report(text, text)).toBe('Privacy: one -> two\nThe two texts are the same, word for word and link for link.\n');
  });

  test('leaves out what stays, but for a few words around each change', () => {
    const before = [plain('fees', FEES, `${RIGHTS} ${SHARING} ${MORE}`), plain('rights', RIGHTS)];
    const after = [plain('fees', FEES, `${RIGHTS} ${SHARING} ${MORE.replace('must', 'may')}`), plain('rights', RIGHTS)];
    expect(below(before, after)).toBe(
      '## About fees [#fees]\n  … to nobody else. Whoever delivers a parcel [-must-] {+may+} delete the\n  address after the delivery was confirmed …',
    );
  });

  test('shows a section that came or is gone in full', () => {
    expect(below([plain('fees', FEES)], [plain('fees', FEES), plain('rights', RIGHTS)])).toBe(
      `## {+About rights+} [#rights] (added)\n  {+You can ask us at any time what we know about you and have it corrected or+}\n  {+deleted.+}`,
    );
    expect(below([plain('fees', FEES), plain('rights', RIGHTS)], [plain('fees', FEES)])).toContain(
      '## [-About rights-] [#rights] (removed)\n  [-You can ask',
    );
  });

  test('says in words what happened to a section as a whole', () => {
    const numbered = (label: string, id = 'rights') => section(id, [paragraph(RIGHTS)], { heading: [`${label} Your rights`] });
    expect(below([numbered('1.')], [numbered('2.')])).toBe('## 2. Your rights [#rights] (was 1., is 2.)');
    expect(below([numbered('1.')], [numbered('1.', 'your-rights')])).toBe('## 1. Your rights [#your-rights] (had the id rights)');
    const [fees, sharing] = [plain('fees', FEES), plain('sharing', SHARING, MORE)];
    const rights = plain('rights', RIGHTS);
    expect(below([fees, rights, sharing], [sharing, fees, rights])).toBe(
      '## About sharing [#sharing] (moved)\n\n## About sharing [#sharing] (stood here, and was moved)',
    );
    expect(below([sharing, fees], [plain('sharing', SHARING), plain('carriers', MORE), fees])).toContain(
      '[#carriers] (split off from “About sharing”)',
    );
  });

  test('says at both places where a paragraph went', () => {
    const before = [plain('sharing', SHARING, MORE), plain('rights', RIGHTS)];
    const after = [plain('sharing', SHARING), plain('rights', RIGHTS, MORE)];
    const shown = below(before, after, 200);
    expect(shown).toContain('(moved to “About rights”)');
    expect(shown).toContain('(moved here from “About sharing”)');
  });

  test('names list items by their labels, and says when these differ', () => {
    const shown = below([section('fees', [list(FEES, SHARING)])], [section('fees', [list(RIGHTS, FEES, SHARING)])], 200);
    expect(shown.split('\n')).toEqual([
      '## About fees [#fees]',
      `  a. {+${RIGHTS}+}`,
      '  b. You pay a fee of five dollars for every copy that you ask us to send … (was a.)',
      `  c. ${SHARING} (was b.)`,
    ]);
  });

  test('says where a link led and leads', () => {
    expect(below([section('fees', [link('https://a.example')])], [section('fees', [link('https://b.example')])], 120)).toBe(
      '## About fees [#fees]\n  Write to us (link led to https://a.example, leads to https://b.example) at any time.',
    );
  });

  test('names sections in which only typography differs, and shows no marks for it', () => {
    const shown = below([plain('fees', `“${FEES}”`)], [plain('fees', `"${FEES}"`)]);
    expect(shown).toBe('Typography only: “About fees”.');
  });

  test('tells the cells of a table apart', () => {
    const table = (price: string): Block => ({
      kind: 'table',
      head: [],
      body: [
        [{ blocks: [paragraph('A copy')] }, { blocks: [paragraph(price)] }],
        [{ blocks: [paragraph('Postage')] }, { blocks: [paragraph('nothing')] }],
      ],
    });
    expect(below([section('fees', [table('5 dollars')])], [section('fees', [table('6 dollars')])])).toBe(
      '## About fees [#fees]\n  Table\n    A copy | [-5-] {+6+} dollars',
    );
  });

  test('keeps marked words of a right-to-left text apart from the signs around them', () => {
    const rtl = (word: string): PolicyRecord => ({ ...textOf(plain('fees', `نحن ${word} البيانات دائما`)), lang: 'ar', dir: 'rtl' });
    expect(report(rtl('نحفظ'), rtl('نحذف'))).toContain('[-\u2068نحفظ\u2069-] {+\u2068نحذف\u2069+}');
  });

  test('never passes control characters of a text on to a terminal', () => {
    const sly = plain('fees', `We keep \u001B[31mit\u0007 safe.`);
    const shown = report(textOf(plain('fees', 'We keep it.')), textOf(sly));
    expect([shown.includes('\u001B'), shown.includes('\u0007'), shown.includes('safe')]).toEqual([false, false, true]);
  });
});

describe('a redline on a terminal', () => {
  test('has colours, underline and strike-through in place of signs', () => {
    const shown = report(textOf(plain('fees', FEES)), textOf(plain('fees', FEES.replace('five', 'six'))), { isColoured: true });
    expect(shown).toContain('\u001B[31m\u001B[9mfive\u001B[29m\u001B[39m \u001B[32m\u001B[4msix\u001B[24m\u001B[39m');
    expect(shown).not.toMatch(/\[-|\{\+/);
  });
});

describe('any redline', () => {
  const widths = fc.constantFrom(40, 80, 120);

  test('fits the width, but for a word that is longer', () => {
    fc.assert(
      fc.property(record, record, widths, fc.boolean(), (old, fresh, width, isColoured) => {
        const lines = stripVTControlCharacters(report(old, fresh, { width, isColoured })).split('\n');
        const long = lines.filter((line) => displayWidth(line) > width && line.trim().split(' ').length > 3);
        expect(long).toEqual([]);
      }),
      examples(30),
    );
  });

  test('shows something exactly when a digest differs', () => {
    fc.assert(
      fc.property(record, record, (old, fresh) => {
        const compared = redline(old, fresh);
        expect(redlineText(compared, look).split('\n\n').length > 1).toBe(compared.changes.length > 0);
      }),
      examples(40),
    );
  });
});

describe('the width of words on a terminal', () => {
  test.each([
    ['plain', 5],
    ['é and e\u0301', 7],
    ['利用者', 6],
    ['👩‍⚖️', 2],
    ['a\u00ADb', 2],
    ['', 0],
  ])('%s', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
