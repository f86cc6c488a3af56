import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrozenSection } from '../../../src/model/frozen-version.ts';
import { mustBeMentioned, sectionChanges } from '../../../src/model/notice/coverage.ts';

const section = (id: string, more: Partial<FrozenSection> = {}): FrozenSection => ({ id, heading: id, words: 'w', record: 'r', ...more });
const text = (...ids: string[]): readonly FrozenSection[] => ids.map((id) => section(id));
const kinds = (earlier: readonly FrozenSection[], later: readonly FrozenSection[]) =>
  sectionChanges(earlier, later).map((change) =>
    change.kind === 'kept'
      ? [change.id, ...(['isReworded', 'isRebuilt', 'isRenamed', 'isMoved'] as const).filter((fact) => change[fact])]
      : [change.id, change.kind],
  );

describe('what became of the sections of a text', () => {
  test('nothing, when both texts are the same', () => {
    expect(kinds(text('a', 'b'), text('a', 'b'))).toEqual([]);
  });

  test('one was added, one is gone', () => {
    expect(kinds(text('a', 'b'), text('a', 'c'))).toEqual([
      ['c', 'added'],
      ['b', 'removed'],
    ]);
  });

  test('other words are told from other links under the same words', () => {
    expect(kinds([section('a')], [section('a', { words: 'x', record: 'x' })])).toEqual([['a', 'isReworded']]);
    expect(kinds([section('a')], [section('a', { record: 'x' })])).toEqual([['a', 'isRebuilt']]);
  });

  test('another heading over the same id is a new name, and both are told', () => {
    const later = [section('a', { heading: 'A', words: 'x', record: 'x' })];
    expect(kinds([section('a')], later)).toEqual([['a', 'isReworded', 'isRenamed']]);
    expect(sectionChanges([section('a')], later)).toMatchObject([{ heading: 'A', earlierHeading: 'a' }]);
  });

  test('a section that changed its place moved, and the others did not', () => {
    expect(kinds(text('a', 'b', 'c', 'd'), text('d', 'a', 'b', 'c'))).toEqual([['d', 'isMoved']]);
  });

  test('no section moved because another was added or taken away before it', () => {
    expect(kinds(text('a', 'b', 'c'), text('x', 'b', 'c'))).toEqual([
      ['x', 'added'],
      ['a', 'removed'],
    ]);
  });

  test('a section that only stands elsewhere says what it said', () => {
    expect(sectionChanges(text('a', 'b'), text('b', 'a')).map(mustBeMentioned)).toEqual([false]);
  });
});

describe('any two texts', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const anyText = fc
    .uniqueArray(fc.record({ id: fc.constantFrom(...ids), words: fc.constantFrom('w', 'x') }), { selector: ({ id }) => id })
    .map((list) => list.map(({ id, words }) => section(id, { words, record: words })));

  test('what was added one way is gone the other way', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const of = (kind: string, from: readonly FrozenSection[], to: readonly FrozenSection[]) =>
          sectionChanges(from, to)
            .filter((change) => change.kind === kind)
            .map(({ id }) => id);
        expect(of('added', one, other)).toEqual(of('removed', other, one));
      }),
    );
  });

  test('nothing changed exactly when the sections and their order are the same', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(sectionChanges(one, other).length === 0).toBe(same);
      }),
    );
  });

  test('the sections that did not move stand in the same order in both', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const moved = new Set(
          sectionChanges(one, other).flatMap((change) => (change.kind === 'kept' && change.isMoved ? [change.id] : [])),
        );
        const inBoth = (list: readonly FrozenSection[], both: readonly FrozenSection[]) =>
          list.map(({ id }) => id).filter((id) => !moved.has(id) && both.some((another) => another.id === id));
        expect(inBoth(one, other)).toEqual(inBoth(other, one));
      }),
    );
  });
});
