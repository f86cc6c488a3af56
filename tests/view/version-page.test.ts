import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/model/calendar-date.ts';
import { plain } from '../../src/view/sentence.ts';
import { governing, publishedOf } from '../../src/view/succession.ts';
import type { PolicyFacts } from '../../src/view/site.ts';
import { versionPage } from '../../src/view/version-page.ts';
import { day, draftOf, policyOf, siteOf } from './facts.ts';

function page(policy: PolicyFacts, name: string, asOf = '2026-11-22') {
  const version = policy.versions.find((one) => one.name === name);
  if (!version) throw new Error(`There is no ${name}.`);
  return versionPage({ content: siteOf([policy], asOf), policy, version });
}

function said(policy: PolicyFacts, name: string): string[] {
  const { head } = page(policy, name);
  const state = [plain(head.state.name), plain(head.state.rest)];
  return [...state, ...head.banners.flatMap(({ paragraphs }) => paragraphs.map(plain))].filter((words) => words !== '');
}

const three = policyOf([{ from: '2016-05-26' }, { from: '2024-01-01' }, { from: '2027-03-01' }]);
const withdrawn = { reason: 'We thought better of it', on: day('2026-10-01') };

describe('a permanent page says its days in words that stay true, and names its neighbours alone', () => {
  test.each([
    ['2016-05-26', ['In force from 26 May 2016 until 31 December 2023.', 'From 1 January 2024 on, version 2024-01-01 applies.']],
    [
      '2024-01-01',
      [
        'In force from 1 January 2024 until 28 February 2027.',
        'Until 31 December 2023, version 2016-05-26 applies.',
        'From 1 March 2027 on, version 2027-03-01 applies.',
      ],
    ],
    ['2027-03-01', ['In force from 1 March 2027.', 'Until 28 February 2027, version 2024-01-01 applies.']],
  ])('%s', (name, words) => {
    expect(said(three, name)).toEqual(words);
  });

  test('what was withdrawn says when and why', () => {
    const policy = policyOf([{ from: '2024-01-01' }, { from: '2027-03-01', withdrawn }]);
    expect(said(policy, '2027-03-01')).toEqual([
      'Withdrawn.',
      'Announced for 1 March 2027, and withdrawn on 1 October 2026 before it applied: We thought better of it.',
    ]);
  });

  test('what was replaced says by what', () => {
    const policy = policyOf([
      { from: '2027-03-01', name: 'one' },
      { from: '2027-03-01', name: 'two', supersedes: 'one' },
    ]);
    expect(said(policy, 'one')).toEqual(['Never in force.', 'Announced for 1 March 2027; version two took its place before it applied.']);
  });

  test('what was removed says so, and keeps its days', () => {
    const policy = policyOf([
      { from: '2016-05-26', removed: { reason: 'A court ordered it', on: day('2020-01-01') } },
      { from: '2024-01-01' },
    ]);
    const [state, words] = said(policy, '2016-05-26');
    expect([state, words]).toEqual([
      'Removed.',
      'The words of this version had to be taken away on 1 January 2020: A court ordered it. Its name, its days and its digests stay. In force from 26 May 2016 until 31 December 2023.',
    ]);
    expect(page(policy, '2016-05-26').text).toBeUndefined();
  });

  test('a correction is named on both pages', () => {
    const policy = policyOf([
      { from: '2016-05-26', correctedBy: '2016-06-01' },
      { from: '2016-06-01', corrects: '2016-05-26' },
    ]);
    expect(said(policy, '2016-05-26')).toContain('This version was corrected by version 2016-06-01.');
    expect(said(policy, '2016-06-01')).toContain('This version corrects version 2016-05-26.');
  });

  test('a day that was moved is told with its reason', () => {
    const policy = policyOf([{ from: '2027-03-01', rescheduled: [{ to: day('2027-03-01'), reason: 'More time', on: day('2026-11-01') }] }]);
    expect(said(policy, '2027-03-01')).toContain('First announced for another day; moved to 1 March 2027 on 1 November 2026: More time.');
  });

  test('an imported text that was only seen is never worded "in force from"', () => {
    const policy = policyOf([
      { from: '2016-05-26', basis: 'captured', isImported: true },
      { from: '2019-04-03', basis: 'captured', isImported: true },
    ]);
    for (const { name } of publishedOf(policy)) expect(said(policy, name).filter((words) => words.startsWith('In force'))).toEqual([]);
  });

  test('a text that was posted on its effective day or later says from what hour it could be read', () => {
    const policy = policyOf([{ from: '2026-11-22', postedOn: day('2026-11-22'), publicSince: '2026-11-22T12:00:00Z' }]);
    const facts = page(policy, '2026-11-22').head.facts.map(plain);
    expect(facts).toContain('could be read here since 22 November 2026 at 12:00 (UTC)');
  });

  test('title and organisation are those that were posted', () => {
    const policy = policyOf([{ from: '2016-05-26', title: 'Old title', organisation: 'Old Ltd', contact: { email: 'old@example.org' } }]);
    const { frame, head, imprint } = page(policy, '2016-05-26');
    expect([frame.title, head.title, frame.organisation]).toEqual(['Old title, version 2016-05-26 · Old Ltd', 'Old title', 'Old Ltd']);
    expect(imprint.map(({ words }) => plain(words))).toContain('old@example.org');
  });
});

test('no permanent page is kept by search engines, each is its own canonical page, and each names its neighbours to machines', () => {
  const { frame } = page(three, '2024-01-01');
  expect([frame.isIndexed, frame.canonical]).toEqual([false, 'https://policies.example.org/privacy/2024-01-01/']);
  expect(frame.relations.map(({ rel, href }) => `${rel} ${href}`)).toEqual(
    expect.arrayContaining([
      'latest-version /privacy/',
      'predecessor-version /privacy/2016-05-26/',
      'successor-version /privacy/2027-03-01/',
    ]),
  );
});

test('a draft says that it is one', () => {
  expect(said(policyOf([], { versions: [draftOf('2027-03-01')] }), '2027-03-01')).toEqual([
    'Draft.',
    'This text has not been published and is not in force.',
  ]);
});

describe('with any versions', () => {
  const start = day('2020-01-01');
  const days = fc.array(fc.record({ from: fc.nat(40), isWithdrawn: fc.boolean() }), { minLength: 1, maxLength: 6 });

  test('the page of a version is the same whatever the day it is built on, and claims exactly the days for which it governs', () => {
    fc.assert(
      fc.property(days, fc.nat(60), (list, built) => {
        const policy = policyOf(
          list.map((one, index) => ({ from: addDays(start, one.from), name: `v${index}`, ...(one.isWithdrawn ? { withdrawn } : {}) })),
        );
        for (const version of publishedOf(policy)) {
          const onOneDay = page(policy, version.name);
          expect(page(policy, version.name, addDays(start, built))).toEqual(onOneDay);
          const governs = governing(policy).find(({ name }) => name === version.name);
          const claimed = onOneDay.head.state.name.flatMap(({ datetime }) => datetime ?? []);
          const { from, until } = governs?.fate.interval ?? {};
          const expected = from === undefined ? [] : until === undefined ? [from] : [from, addDays(until, -1)];
          expect(claimed).toEqual(expected);
        }
      }),
    );
  });
});
