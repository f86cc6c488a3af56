import { describe, expect, test } from 'vitest';
import { redline } from '../../../src/model/redline/redline.ts';
import { redlineSummary } from '../../../src/model/redline/summary.ts';
import { summaryText } from '../../../src/model/redline/summary-words.ts';
import type { Section } from '../../../src/model/record/record.ts';
import { wordsFor } from '../../../src/strings/strings.ts';
import { FEES, MORE, paragraph, plain, RIGHTS, section, SHARING, textOf } from './texts.ts';

const fees = plain('fees', FEES);
const rights = plain('rights', RIGHTS);
const sharing = plain('sharing', SHARING, MORE);
const summary = (before: readonly Section[], after: readonly Section[]) => redlineSummary(redline(textOf(...before), textOf(...after)));
const line = (before: readonly Section[], after: readonly Section[], lang = 'en') =>
  summaryText(summary(before, after), wordsFor(lang).strings);

describe('the line above a redline', () => {
  test('says so when the texts are the same', () => {
    expect(line([fees], [fees])).toBe('The two texts are the same, word for word and link for link.');
  });

  test('counts a changed section once, however much of it differs', () => {
    const after = plain('sharing', SHARING.replace('name', 'first name'), MORE.replace('must', 'may').replace('delivery', 'handing over'));
    expect(line([fees, sharing], [fees, after])).toBe('1 of 2 sections changed; 1 “may”, “must” or the like.');
  });

  test('counts a change in a sub-section or footnote for the section that it stands in', () => {
    const withSub = (text: string) => section('sharing', [paragraph(SHARING)], { sections: [plain('carriers', text)] });
    expect(summary([withSub(MORE), fees], [withSub(`${MORE} Always.`), fees])).toMatchObject({ sections: 2, changed: 1 });
  });

  test('tells of sections that came, are gone, moved or have another name', () => {
    expect(line([fees, rights], [fees, sharing])).toMatch(/^0 of 2 sections changed, 1 added, 1 removed; /);
    expect(line([fees, rights, sharing], [sharing, fees, rights])).toBe('0 of 3 sections changed, 1 moved.');
    expect(line([fees], [section('fees', fees.blocks, { heading: ['What it costs'] })])).toBe('1 of 1 section changed, 1 renamed.');
  });

  test('tells of sections that were split off or went into another', () => {
    const parts = [plain('sharing', SHARING), plain('carriers', MORE)];
    expect(summary([sharing, fees], [...parts, fees])).toMatchObject({ added: 0, split: 1 });
    expect(summary([...parts, fees], [sharing, fees])).toMatchObject({ removed: 0, merged: 1 });
  });

  test('counts numbers, dates, links and the like, in English and German', () => {
    const before = plain('fees', 'It costs 5 dollars until 1 May 2026, and you may not resell it.');
    const after = plain('fees', 'It costs 6 dollars until 1 June 2026, and you must resell it.');
    expect(line([before], [after])).toBe(
      '1 of 1 section changed; 1 number, 1 date or period, 1 “not” or other negation, 1 “may”, “must” or the like.',
    );
    expect(line([before], [after], 'de')).toMatch(/^1 von 1 Abschnitt geändert; 1 Zahl, 1 Datum oder Zeitraum, 1 „nicht“/);
  });

  test('counts changes of typography apart, and no section for them', () => {
    const before = plain('fees', `“${FEES}” – so we said`, RIGHTS);
    const after = plain('fees', `"${FEES}" - so we said`, RIGHTS);
    expect(line([before], [after])).toMatch(/^0 of 1 section changed\. [123] changes? of typography only\.$/);
  });

  test('says how many sections only have another number', () => {
    const numbered = (label: string) => section('rights', rights.blocks, { heading: [`${label} Your rights`] });
    expect(line([numbered('1.')], [numbered('2.')])).toBe('0 of 1 section changed; 1 renumbered.');
  });
});
