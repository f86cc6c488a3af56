import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redline } from '../../../src/model/redline/redline.ts';
import { structureText } from '../../../src/model/record/structure.ts';
import { examples, record } from '../record/arbitrary.ts';
import { rebuilt, sideOf } from './rebuild.ts';
import { related } from './related.ts';

describe.each([
  ['any two texts', fc.tuple(record, record), 30],
  ['a text and what editors made of it', related, 40],
] as const)('a redline of %s', (_, pairs, count) => {
  test('says the old text without what was added, and the new one without what was removed', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        const compared = redline(old, fresh);
        expect(rebuilt(compared, 'old')).toEqual(sideOf(old));
        expect(rebuilt(compared, 'fresh')).toEqual(sideOf(fresh));
      }),
      examples(count),
    );
  });

  test('says the same when sections are not known by their ids', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        const compared = redline(old, fresh, { byId: false });
        expect(rebuilt(compared, 'old')).toEqual(sideOf(old));
        expect(rebuilt(compared, 'fresh')).toEqual(sideOf(fresh));
        expect(compared.changes.length > 0).toBe(structureText(old) !== structureText(fresh));
      }),
      examples(count),
    );
  });

  test('has a change if, and only if, a digest differs', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        expect(redline(old, fresh).changes.length > 0).toBe(structureText(old) !== structureText(fresh));
        expect(redline(old, old).changes).toEqual([]);
      }),
      examples(count),
    );
  });
});
