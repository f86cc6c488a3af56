import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORE_RULES } from '../../../../src/model/rules/core/index.ts';
import { findingsIn } from '../drafts.ts';

const folder = new URL('../../../fixtures/rules/', import.meta.url);

const read = (rule: string, name: string): string => readFileSync(new URL(`${rule}/${name}`, folder), 'utf8');

/** The findings of one rule, each as `line:column section message`. */
function found(rule: string, name: string): string {
  const findings = findingsIn(read(rule, name)).filter((finding) => finding.rule === rule);
  return findings.map(({ place, message }) => `${place.line}:${place.column} ${place.section ?? '-'} ${message}\n`).join('');
}

describe.each(readdirSync(folder).toSorted())('%s', (rule) => {
  test('finds what is wrong, where it stands, and says what to do', () => {
    expect(found(rule, 'wrong.mdx')).toBe(read(rule, 'expected.txt'));
  });

  test('is silent on the neighbour that is right', () => {
    expect(found(rule, 'right.mdx')).toBe('');
  });
});

test('every rule about words has a case that is wrong and one that is right', () => {
  expect(readdirSync(folder).toSorted()).toEqual(CORE_RULES.map(({ id }) => id).toSorted());
});

test('nothing is said in words of law: neither compliant nor illegal', () => {
  const texts = readdirSync(folder).map((rule) => readFileSync(join(folder.pathname, rule, 'expected.txt'), 'utf8'));
  expect(texts.join('')).not.toMatch(/complian|illegal|unlawful|violat/i);
});
