import { describe, expect, test } from 'vitest';
import type { EarlierAnchors } from '../../../../src/model/rules/publish/input.ts';
import { broken, day, draft, input, said } from './facts.ts';

const kept = ['data', 'rights', 'contact'];
const earlier = (
  version: string,
  effectiveFrom: string,
  line: number,
  anchors: readonly string[],
  retired: Readonly<Record<string, string | null>> = {},
): EarlierAnchors => ({
  version,
  effectiveFrom: day(effectiveFrom),
  line,
  anchors,
  retired,
});

describe('links to a section lead somewhere for ever', () => {
  test('an id of an earlier version that is not there any more is named with that version', () => {
    const lost = input({ earlier: [earlier('v1', '2024-01-01', 1, [...kept, 'cookies'])] });
    expect(broken(lost)).toEqual(['anchor-lost']);
    expect(said(lost, 'anchor-lost')).toContain('"cookies", a section or anchor of v1');
  });

  test.each([['data'], [null]])('an id under "retired" (gone to %s) is not lost', (to) => {
    expect(
      broken(input({ earlier: [earlier('v1', '2024-01-01', 1, [...kept, 'cookies'])], draft: draft({ retired: { cookies: to } }) })),
    ).toEqual([]);
  });

  test('an id that a later version retired needs no second mention', () => {
    const list = [earlier('v0', '2020-01-01', 1, [...kept, 'cookies']), earlier('v1', '2024-01-01', 2, kept, { cookies: 'data' })];
    expect(broken(input({ earlier: list }))).toEqual([]);
    expect(broken(input({ earlier: list.toReversed() }))).toEqual([]);
  });

  test('an id that came back after it was retired is alive again', () => {
    const list = [earlier('v0', '2020-01-01', 1, kept, { cookies: null }), earlier('v1', '2024-01-01', 2, [...kept, 'cookies'])];
    expect(broken(input({ earlier: list }))).toEqual(['anchor-lost']);
  });

  test('an old anchor that a section still carries is not lost', () => {
    const sections = draft().sections.map((one) => (one.id === 'data' ? { ...one, anchors: ['data', 'link1'] } : one));
    expect(broken(input({ earlier: [earlier('v1', '2024-01-01', 1, [...kept, 'link1'])], draft: draft({ sections }) }))).toEqual([]);
  });

  test('an announced version that takes effect later has no links to keep yet', () => {
    const list = [earlier('v1', '2024-01-01', 1, kept), earlier('v9', '2027-06-01', 2, [...kept, 'cookies'])];
    expect(broken(input({ earlier: list }))).toEqual([]);
  });

  test('an id that has the name of a part of the machine is an id like any other', () => {
    expect(broken(input({ earlier: [earlier('v1', '2024-01-01', 1, [...kept, 'constructor'])] }))).toEqual(['anchor-lost']);
  });
});
