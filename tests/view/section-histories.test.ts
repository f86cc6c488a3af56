import { describe, expect, test } from 'vitest';
import { historyPage } from '../../src/view/history-page.ts';
import { plain } from '../../src/view/sentence.ts';
import type { PolicyFacts } from '../../src/view/site.ts';
import { policyOf, siteOf } from './facts.ts';

const section = (id: string, heading: string, words: string, record = words) => ({ id, heading, words, record });
const policy = policyOf([
  { from: '2020-01-01', sections: [section('fees', 'Fees', '1'), section('old', 'Old rules', '1')] },
  { from: '2021-01-01', sections: [section('fees', 'Costs', '2'), section('rules', 'Rules', '1')], retired: { old: 'rules' } },
  { from: '2022-01-01', sections: [section('fees', 'Costs', '2', '3'), section('rules', 'Rules', '1')] },
]);
const viewOf = (one: PolicyFacts) => historyPage(siteOf([one], '2026-11-22'), one);
const rowsOf = (one: PolicyFacts) => viewOf(one).sections.rows;
const said = (id: string): readonly string[] =>
  rowsOf(policy)
    .find((row) => row.id === id)
    ?.sentences.map(plain) ?? [];

describe('the history of each section', () => {
  test('says since when it is unchanged, what changed it, and how it was called', () => {
    expect(said('fees')).toEqual([
      'Unchanged since version 2022-01-01.',
      'Changed by 2021-01-01.',
      'Other links, emphasis or tables under the same words: 2022-01-01.',
      'Before version 2021-01-01 it was called “Fees”.',
      'First in version 2020-01-01.',
    ]);
  });

  test('leads from each change to that section in the redline', () => {
    const hrefs = rowsOf(policy)
      .find(({ id }) => id === 'fees')
      ?.sentences.flatMap((parts) => parts.flatMap(({ href }) => href ?? []));
    expect(hrefs).toContain('/privacy/2021-01-01/changes/#fees');
    expect(hrefs).toContain('/privacy/2022-01-01/');
  });

  test('says what a section continues, and where one that is gone goes on', () => {
    expect(said('rules')).toEqual(['Unchanged since version 2021-01-01.', 'It continues Old rules.']);
    expect(said('old')).toEqual([
      'Not in the text any more from version 2021-01-01 on.',
      'Its words go on in Rules.',
      'First in version 2020-01-01.',
    ]);
    expect(rowsOf(policy).map(({ id, isThere }) => [id, isThere])).toEqual([
      ['fees', true],
      ['rules', true],
      ['old', false],
    ]);
  });

  test('passes over versions that never governed', () => {
    const withdrawn = policyOf([
      { from: '2020-01-01', sections: [section('fees', 'Fees', '1')] },
      {
        from: '2021-01-01',
        sections: [section('fees', 'Fees', '2')],
        withdrawn: { reason: 'No.', on: policy.versions[0]?.effectiveFrom ?? never() },
      },
    ]);
    expect(rowsOf(withdrawn)[0]?.sentences.map(plain)).toEqual(['Unchanged since version 2020-01-01.']);
  });

  test('stands under the id of the section; a version of the same name gives way', () => {
    const namesake = policyOf([{ from: '2020-01-01', sections: [section('2020-01-01', 'A day', '1')] }]);
    expect(viewOf(namesake).rows.map(({ anchor }) => anchor)).toEqual([undefined]);
    expect(viewOf(policy).rows.map(({ anchor }) => anchor)).toEqual(['2022-01-01', '2021-01-01', '2020-01-01']);
  });

  test('depends on no day', () => {
    expect(historyPage(siteOf([policy], '2010-01-01'), policy)).toEqual(viewOf(policy));
  });
});

function never(): never {
  throw new Error('There is a first version.');
}
