import { describe, expect, test } from 'vitest';
import { sectionHistories, type SectionedVersion } from '../../src/model/section-history.ts';

/** `fees:words:record` for each section; the heading is the id in capital letters unless a fourth part says otherwise. */
const version = (name: string, sections: string, retired: SectionedVersion['retired'] = {}): SectionedVersion => ({
  name,
  retired,
  sections: sections
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => {
      const [id = '', words, record = words, heading = id.toUpperCase()] = one.split(':');
      return { id, heading, words, record };
    }),
});

const steps = (...versions: SectionedVersion[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(sectionHistories(versions).map(({ id, steps: own }) => [id, own.map(({ version: name, kind }) => `${name} ${kind}`)]));

describe('the history of a section', () => {
  test('names the versions that changed it, and none that did not', () => {
    expect(steps(version('v1', 'a:1 b:1'), version('v2', 'a:2 b:1'), version('v3', 'a:2 b:1'), version('v4', 'a:3 b:1'))).toEqual({
      a: ['v1 first', 'v2 changed', 'v4 changed'],
      b: ['v1 first'],
    });
  });

  test('tells other links or emphasis from other words', () => {
    expect(steps(version('v1', 'a:1:1'), version('v2', 'a:1:2'))).toEqual({ a: ['v1 first', 'v2 rebuilt'] });
  });

  test('does not change when the section only stands elsewhere', () => {
    expect(steps(version('v1', 'a:1 b:1'), version('v2', 'b:1 a:1'))).toEqual({ b: ['v1 first'], a: ['v1 first'] });
  });

  test('says where a section that is gone goes on, and what a new one continues', () => {
    const [kept, gone] = sectionHistories([version('v1', 'a:1'), version('v2', 'b:1', { a: 'b' })]);
    expect(kept).toMatchObject({ id: 'b', isThere: true, steps: [{ kind: 'first', continues: ['a'] }] });
    expect(gone).toMatchObject({ id: 'a', isThere: false, steps: [{ kind: 'first' }, { version: 'v2', kind: 'gone', into: 'b' }] });
  });

  test('tells words that are gone for good from words of which nothing is said', () => {
    const into = (retired: SectionedVersion['retired']) =>
      sectionHistories([version('v1', 'a:1 b:1'), version('v2', 'b:1', retired)])[1]?.steps.at(-1);
    expect(into({ a: null })).toEqual({ version: 'v2', kind: 'gone', into: null });
    expect(into({})).toEqual({ version: 'v2', kind: 'gone', into: undefined });
  });

  test('goes on when the section comes back', () => {
    expect(steps(version('v1', 'a:1 b:1'), version('v2', 'b:1'), version('v3', 'a:1 b:1'))).toEqual({
      a: ['v1 first', 'v2 gone', 'v3 back'],
      b: ['v1 first'],
    });
  });

  test('remembers the heading that the section had before', () => {
    const [history] = sectionHistories([version('v1', 'a:1:1:Fees'), version('v2', 'a:2:2:Costs')]);
    expect(history).toMatchObject({ heading: 'Costs', steps: [{}, { kind: 'changed', earlierHeading: 'Fees' }] });
  });

  test('calls another number before the heading no other name', () => {
    const numbered = (name: string, heading: string, words: string): SectionedVersion => ({
      name,
      retired: {},
      sections: [{ id: 'a', heading, words, record: words }],
    });
    const [history] = sectionHistories([numbered('v1', '3. Fees', '1'), numbered('v2', '2. Fees', '2')]);
    expect(history?.steps[1]).toEqual({ version: 'v2', kind: 'changed', earlierHeading: undefined });
  });

  test('stands in the order of the last text, what is gone behind it', () => {
    const ids = sectionHistories([version('v1', 'x:1 a:1'), version('v2', 'y:1 a:1 b:1'), version('v3', 'b:1 a:1')]).map(({ id }) => id);
    expect(ids).toEqual(['b', 'a', 'y', 'x']);
  });

  test('passes over a version whose words had to be removed', () => {
    expect(steps(version('v1', 'a:1'), version('v2', ''), version('v3', 'a:1'))).toEqual({ a: ['v1 first'] });
    expect(steps(version('v1', ''))).toEqual({});
  });
});
