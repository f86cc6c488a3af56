import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';

describe('what was probably meant', () => {
  test.each([
    ['sumary', ['effective', 'summary'], 'summary'],
    ['EFFECTIVE', ['effective', 'summary'], 'effective'],
    ['efefctive', ['effective', 'summary'], 'effective'],
    ['organization', ['organisation', 'url'], 'organisation'],
    ['your-right', ['our-rights', 'your-rights'], 'your-rights'],
  ])('by %j is %j', (written, known, meant) => {
    expect(nearest(written, known)).toBe(meant);
  });

  test.each([
    ['colour', ['title', 'kind', 'summary']],
    ['zzz', ['url', 'contact']],
    ['anything', []],
  ])('by %j nobody can say', (written, known) => {
    expect(nearest(written, known)).toBeUndefined();
  });
});
