import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { draftFindings, otherFindings } from '../../src/view/draft-findings.ts';
import type { DraftFacts, SiteContent } from '../../src/view/site.ts';
import { draftOf, policyOf, siteOf } from './facts.ts';

const DRAFT: DraftFacts = { ...draftOf('2027-03-01'), sections: [{ id: 'your-data' }] };
const FILE = 'policies/privacy/2027-03-01/policy.mdx';

const finding = (place: Finding['place'], severity: Finding['severity'] = 'warning'): Finding => ({
  rule: 'check-back',
  severity,
  place,
  message: 'Say it otherwise.',
});

const policy = policyOf([{ from: '2016-05-26' }], { versions: [DRAFT] });

const content = (findings?: readonly Finding[]): SiteContent => ({ ...siteOf([policy], '2026-11-22'), findings });

describe('the findings of a draft', () => {
  test('stand on its page, each with its weight, its line and a link to its section', () => {
    const one = finding({ file: FILE, line: 41, column: 3, section: 'your-data' });
    expect(draftFindings(content([one]), policy, DRAFT)?.items).toEqual([
      { level: 'Warning', place: 'Line 41', href: '#your-data', message: 'Say it otherwise.', rule: 'check-back' },
    ]);
  });

  test('lead nowhere when their section is not one of the page', () => {
    const [item] = draftFindings(content([finding({ file: FILE, line: 2, section: 'deeper' })]), policy, DRAFT)?.items ?? [];
    expect(item).toMatchObject({ place: 'Line 2', href: undefined });
  });

  test('are an empty list when there are none, so that its author knows it was checked', () => {
    expect(draftFindings(content([]), policy, DRAFT)).toMatchObject({ items: [], nothing: 'No findings.' });
  });

  test('are worded in English on a German page, and say so', () => {
    expect(draftFindings(content([finding({ file: FILE, line: 2 })]), policy, { ...DRAFT, lang: 'de' })).toMatchObject({
      items: [{ level: 'Warnung', place: 'Zeile 2' }],
      words: { lang: 'en' },
    });
  });

  test('are on no page of a published version', () => {
    expect(draftFindings(content([finding({ file: FILE })]), policy, policy.versions[0])).toBeUndefined();
  });

  test('are on no page of a build without drafts', () => {
    expect(draftFindings(content(), policy, DRAFT)).toBeUndefined();
    expect(otherFindings(content())).toBeUndefined();
  });
});

describe('findings of what has no page', () => {
  test('are named by their files, those of shown drafts left out', () => {
    const all = [
      finding({ file: FILE, line: 1 }),
      finding({ file: 'site.yaml', line: 3 }, 'error'),
      finding({ file: 'policies/x/1/policy.mdx' }, 'info'),
    ];
    expect(otherFindings(content(all))?.items.map(({ level, place }) => `${level} ${place}`)).toEqual([
      'Error site.yaml:3',
      'Remark policies/x/1/policy.mdx',
    ]);
  });

  test('take no place on a page when there are none', () => {
    expect(otherFindings(content([finding({ file: FILE })]))).toBeUndefined();
  });
});
