import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/library/library.ts';
import { calendarDate } from '../../src/model/calendar-date.ts';
import { root } from '../../.ci/node.js';
import { quality, type Quality } from '../bench/quality.ts';
import { textsOf } from '../bench/question-texts.ts';
import { questions } from './questions.ts';

describe('the questions to the sample, asked with its own search.yaml', () => {
  let found: Quality;

  beforeAll(async () => {
    const content = join(root, 'content');
    const day = calendarDate('2026-11-22');
    if (!day) throw new Error('no such day');
    found = await quality(await textsOf('sample', { content, day, corpus: '' }), questions('sample'), (await readLibrary(content)).search);
  });

  test('find the right section first in at least four of five', () => {
    expect(found.first / found.asked).toBeGreaterThanOrEqual(0.8);
  });

  test('find it among the first three in at least 95 of 100', () => {
    expect(found.firstThree / found.asked).toBeGreaterThanOrEqual(0.95);
  });
});
