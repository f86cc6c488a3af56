import { describe, expect, test } from 'vitest';
import { comparePage } from '../../src/view/compare-page.ts';
import { day, policyOf, siteOf } from './facts.ts';

const removed = { reason: 'A court ordered it.', on: day('2026-01-01') };
const policy = policyOf([{ from: '2016-05-26' }, { from: '2020-01-01', removed }, { from: '2024-01-01', zone: 'America/Los_Angeles' }]);
const view = comparePage(siteOf([policy], '2026-11-22'), policy);

describe('the page that compares any two versions', () => {
  test('offers each version by its name and its days, newest first', () => {
    expect(view.rows.map(({ choice }) => choice)).toEqual([
      '2024-01-01 (from 1 January 2024)',
      '2020-01-01 (its words had to be taken away)',
      '2016-05-26 (26 May 2016 – 31 December 2019)',
    ]);
  });

  test('leads to what each version changed, and says which was the first', () => {
    expect(view.rows.map(({ notice }) => notice)).toEqual([
      { href: '/privacy/2024-01-01/changes/', text: 'What version 2024-01-01 changed' },
      { href: '/privacy/2020-01-01/changes/', text: 'What version 2020-01-01 changed' },
      { href: '/privacy/2016-05-26/changes/', text: 'Version 2016-05-26, the first' },
    ]);
  });

  test('has the text of every version as data, but of one whose words had to go', () => {
    expect(view.rows.map(({ data, zone }) => [data, zone])).toEqual([
      ['/privacy/2024-01-01/policy.json', 'America/Los_Angeles'],
      [undefined, 'UTC'],
      ['/privacy/2016-05-26/policy.json', 'UTC'],
    ]);
  });

  test('is the same on every day', () => {
    expect(comparePage(siteOf([policy], '2030-01-01'), policy)).toEqual(view);
  });
});
