import { describe, expect, test } from 'vitest';
import { receiptText } from '../../../src/interchange/import/receipt-text.ts';
import { parsePolicy } from '../../../src/mdx/parse-policy.ts';
import { cases, fixture, importCase } from './fixtures.ts';

describe.each(cases)('a source with %s', (name) => {
  const result = importCase(name);
  const { title, effective, retired, provenance, findings } = result;

  test('gives the expected draft', () => {
    expect(result.body).toBe(fixture(name, 'expected.mdx'));
  });

  test('gives the expected receipt', () => {
    expect(receiptText(result.receipt)).toBe(fixture(name, 'receipt.txt'));
  });

  test('gives the expected title, day, anchors and provenance', () => {
    expect({ title, effective, retired, provenance, findings }).toEqual(JSON.parse(fixture(name, 'facts.json')));
  });

  test('gives a draft that can be read', () => {
    const parsed = parsePolicy({ body: result.body, file: 'policy.mdx', lang: 'en', retired });
    expect(parsed.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  test('gives the same result when it is imported again', () => {
    expect(importCase(name)).toEqual(result);
  });
});
