import { describe, expect, test } from 'vitest';
import { structuredData } from '../../src/view/structured-data.ts';
import { day, draftOf, policyOf, siteOf, type Told } from './facts.ts';

function dataOf(told: readonly Told[], name: string): unknown {
  const policy = policyOf(told);
  const version = policy.versions.find((one) => one.name === name) ?? draftOf(name);
  const text = structuredData(siteOf([policy], '2026-11-22'), policy, version);
  expect(text ?? '').not.toContain('<');
  return text === undefined ? undefined : JSON.parse(text);
}

describe('what machines are told of a text', () => {
  test('names its days, its digest and its permanent page', () => {
    const told = [{ from: '2016-05-26' }, { from: '2027-03-01', title: 'Privacy </script> policy' }];
    expect(dataOf(told, '2016-05-26')).toMatchObject({
      '@type': 'DigitalDocument',
      url: 'https://policies.example.org/privacy/2016-05-26/',
      version: '2016-05-26',
      temporalCoverage: '2016-05-26/2027-03-01',
      expires: '2027-03-01',
      encoding: { sha256: 'a'.repeat(64) },
    });
    expect(dataOf(told, '2027-03-01')).toMatchObject({ name: 'Privacy </script> policy', temporalCoverage: '2027-03-01/..' });
  });

  test('says no days that nobody stated, and of one that never governed none', () => {
    const withdrawn = { reason: 'We thought better of it.', on: day('2026-12-01') };
    expect(dataOf([{ from: '2016-05-26', basis: 'captured' }], '2016-05-26')).not.toHaveProperty('temporalCoverage');
    expect(dataOf([{ from: '2027-03-01', withdrawn }], '2027-03-01')).not.toHaveProperty('temporalCoverage');
  });

  test('is nothing for a draft, and for words that had to go', () => {
    expect(dataOf([], '2027-03-01')).toBeUndefined();
    expect(dataOf([{ from: '2016-05-26', removed: { reason: 'An order.', on: day('2020-01-01') } }], '2016-05-26')).toBeUndefined();
  });
});
