import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/library/library.ts';
import { inForceOn } from '../../src/model/lifecycle.ts';
import { calendarDate } from '../../src/model/calendar-date.ts';
import { root } from '../../.ci/node.js';
import { farFromHeadings, headingsOf, questions, type QuestionSet } from './questions.ts';

const SETS: readonly QuestionSet[] = ['sample', 'basecamp', 'github-site-policy', 'firefox-privacy-de'];

describe('the questions that search is measured by', () => {
  test('are at least 60', () => {
    expect(SETS.flatMap((set) => questions(set)).length).toBeGreaterThanOrEqual(60);
  });

  test('none is asked twice of the same policies', () => {
    for (const set of SETS) {
      const asked = questions(set).map(({ ask }) => ask);
      expect(asked).toEqual([...new Set(asked)]);
    }
  });
});

describe('the questions to the sample', () => {
  let headings: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const { archive } = await readLibrary(join(root, 'content'));
    const day = calendarDate('2026-11-22');
    if (!day) throw new Error('no such day');
    const found = await Promise.all(
      archive.histories.map(async ({ policy, timeline }) => {
        const version = inForceOn(timeline, day)?.posting.version ?? '';
        return headingsOf(policy, await archive.frozenRecord(policy, version));
      }),
    );
    headings = new Map(found.flat());
  });

  test('each name sections of the versions in force', () => {
    expect(questions('sample').flatMap(({ answers }) => answers.filter((answer) => !headings.has(answer)))).toEqual([]);
  });

  test('at least a third share no content word with the heading of any section that answers them', () => {
    const all = questions('sample');
    expect(farFromHeadings(all, headings).length / all.length).toBeGreaterThanOrEqual(1 / 3);
  });
});

describe('what counts as the same word', () => {
  const far = (ask: string, heading: string) => farFromHeadings([{ ask, answers: ['a#b'] }], new Map([['a#b', heading]])).length === 1;

  test.each([
    ['delete my data', 'Access, correction and deletion', false],
    ['lost tickets', 'Lost Tickets', false],
    ['ad', 'Advertising', true],
    ['wheelchair', 'Access for people with disabilities', true],
    ['anything', '', false],
  ])('“%s” and the heading “%s”: far apart %s', (ask, heading, expected) => {
    expect(far(ask, heading)).toBe(expected);
  });
});
