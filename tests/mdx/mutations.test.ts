import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/mdx/read-record.ts';
import { recordDocument } from '../../src/model/record/document.ts';
import { hasErrors } from '../../src/model/finding.ts';
import { examples } from '../model/record/arbitrary.ts';
import { mutated, mutation } from '../mutation.ts';
import { findingsOf, parse } from './parse.ts';

const whole = readFileSync(new URL('../fixtures/every-kind/policy.mdx', import.meta.url), 'utf8');

describe('a text that was damaged by accident', () => {
  test('was in order before', () => {
    expect(findingsOf(whole)).toEqual([]);
  });

  test('gives a record that can be frozen, or says in a line and column of it what is wrong', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        const text = mutations.reduce(mutated, whole);
        const { record, findings } = parse(text);
        expect(record === undefined).toBe(hasErrors(findings));
        const lines = text.split('\n');
        const misplaced = findings.filter(({ place }) => {
          const line = lines[(place.line ?? 0) - 1];
          return line === undefined || place.column === undefined || place.column < 1 || place.column > line.length + 1;
        });
        expect(misplaced).toEqual([]);
        const readBack = record && readRecord(recordDocument(record, 'Title')).record;
        expect(readBack).toEqual(record);
      }),
      examples(100),
    );
  });
});
