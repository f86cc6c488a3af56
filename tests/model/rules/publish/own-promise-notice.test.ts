import { describe, expect, test } from 'vitest';
import { before, broken, day, draft, history, inForce, input, previous, published, said } from './facts.ts';
import type { DraftFacts } from '../../../../src/model/rules/publish/input.ts';

const on = (effective: string, more: Partial<DraftFacts> = {}): DraftFacts =>
  draft({ effective: { day: day(effective), basis: 'stated' }, ...more });
const waiver = { reason: 'court-order', authority: 'High Court', text: 'Ordered at once.' } as const;

describe('a version in force that promises thirty days of notice', () => {
  test('is kept by a change posted on 1 December that takes effect on 1 January: thirty whole days lie in between', () => {
    expect(broken(input({ draft: on('2027-01-01') }))).toEqual([]);
  });

  test('is broken by one that takes effect on 31 December; the finding names days given, days promised and the earliest lawful day', () => {
    const late = input({ draft: on('2026-12-31') });
    expect(broken(late)).toEqual(['own-promise-notice']);
    expect(said(late, 'own-promise-notice')).toMatch(/29 whole days.*promises 30 days.*2027-01-01/u);
  });

  test('binds a substantive change as well as a material one', () => {
    expect(broken(input({ draft: on('2026-12-31', { materiality: 'substantive' }) }))).toEqual(['own-promise-notice']);
  });

  test.each(['editorial', 'clarifying'] as const)('does not bind %s changes', (materiality) => {
    expect(broken(input({ draft: on('2026-12-02', { materiality }) }))).toEqual([]);
  });

  test('is lifted by a waiver', () => {
    expect(broken(input({ draft: on('2026-12-02', { noticeWaiver: waiver }) }))).toEqual([]);
  });

  test('binds whatever the new version promises about the next one', () => {
    expect(broken(input({ draft: on('2026-12-31', { changeTerms: { days: 0, channels: ['site'] } }) }))).toEqual(['own-promise-notice']);
  });

  test('says which promised channels the days wait for', () => {
    const promised = inForce(before, { changeTerms: { days: 30, channels: ['site', 'email'] } });
    expect(said(input({ draft: on('2026-12-31'), inForce: promised }), 'own-promise-notice')).toContain(
      'Notice by "email" is promised too',
    );
  });
});

describe('how the days are counted', () => {
  test('the naive way counts the day of notice: 31 December is thirty days after 1 December', () => {
    expect(broken(input({ draft: on('2026-12-31'), counting: 'naive' }))).toEqual([]);
    expect(broken(input({ draft: on('2026-12-30'), counting: 'naive' }))).toEqual(['own-promise-notice']);
  });

  test('an instant that lies on a later day than the one counted leaves too few hours', () => {
    expect(broken(input({ postedAt: Date.parse('2026-12-01T23:59:00Z') }))).toEqual([]);
    expect(broken(input({ postedAt: Date.parse('2026-12-02T00:01:00Z') }))).toEqual(['own-promise-notice']);
  });
});

describe('which promise binds', () => {
  test('a version in force without a promise binds nothing', () => {
    expect(broken(input({ draft: on('2026-12-02'), inForce: inForce(before, { changeTerms: undefined }) }))).toEqual([]);
  });

  test('the promise of an announced version that is not in force yet does not bind', () => {
    const announced = {
      ...previous,
      version: 'v1b',
      effective: { day: day('2026-12-20'), basis: 'stated' as const },
      changeTerms: { days: 90, channels: ['site'] },
    };
    expect(broken(input({ previous: announced }))).toEqual([]);
  });

  test('a small correction that takes the place of an announced material change cannot bring it forward', () => {
    const announced = {
      ...previous,
      version: 'v1b',
      effective: { day: day('2027-03-01'), basis: 'stated' as const },
      materiality: 'material' as const,
      supersedes: 'v1',
    };
    const ledger = history([published('v1', '2024-01-01'), published('v1b', '2027-03-01', 'v1')]);
    const small = (effective: string) =>
      input({ draft: on(effective, { materiality: 'editorial' }), previous: announced, history: ledger });
    expect(broken(small('2026-12-15'))).toEqual(['own-promise-notice']);
    expect(broken(small('2027-03-01'))).toEqual([]);
    expect(broken(small('2027-01-01'))).toEqual([]);
  });

  test('a small correction may bring forward an announced change that is small itself', () => {
    const announced = {
      ...previous,
      version: 'v1b',
      effective: { day: day('2027-03-01'), basis: 'stated' as const },
      materiality: 'editorial' as const,
      supersedes: 'v1',
    };
    expect(broken(input({ draft: on('2026-12-15', { materiality: 'editorial' }), previous: announced }))).toEqual([]);
  });
});
