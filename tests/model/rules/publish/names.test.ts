import { describe, expect, test } from 'vitest';
import { broken, day, draft, history, input, published, said, previous } from './facts.ts';

const withdrawn = history([
  published('v1', '2024-01-01'),
  published('v1b', '2027-06-01', 'v1'),
  { type: 'withdraw', policy: 'privacy', version: 'v1b', reason: 'A mistake.' },
]);
const retired = history([
  published('v1', '2024-01-01'),
  { type: 'retire', policy: 'privacy', from: day('2027-01-01'), reason: 'The service ends.' },
]);
const effective = (text: string) => draft({ effective: { day: day(text), basis: 'stated' } });

describe('names of versions', () => {
  test('a name that was published stands for that text for ever', () => {
    expect(broken(input({ draft: draft({ version: 'v1' }) }))).toEqual(['version-name-taken']);
  });

  test('the name of a withdrawn version is not free either', () => {
    expect(broken(input({ draft: draft({ version: 'v1b' }), history: withdrawn }))).toEqual(['version-name-taken']);
  });

  test('a version supersedes a published one', () => {
    expect(broken(input({ draft: draft({ supersedes: 'v1' }) }))).toEqual([]);
    expect(broken(input({ draft: draft({ supersedes: 'v7' }) }))).toEqual(['supersedes-unknown']);
    expect(said(input({ draft: draft({ supersedes: 'v7' }) }), 'supersedes-unknown')).toContain('Write one of "v1"');
  });

  test('a version does not supersede itself or one that was withdrawn', () => {
    expect(broken(input({ draft: draft({ supersedes: 'v2' }) }))).toEqual(['supersedes-unknown']);
    expect(broken(input({ draft: draft({ supersedes: 'v1b' }), history: withdrawn }))).toEqual(['supersedes-unknown']);
  });

  test('a version corrects a published one', () => {
    expect(broken(input({ draft: draft({ corrects: 'v1' }) }))).toEqual([]);
    expect(broken(input({ draft: draft({ corrects: 'v7' }) }))).toEqual(['corrects-unknown']);
  });
});

describe('a text that does not differ', () => {
  test('is not published for the sake of its date', () => {
    const same = draft({ sections: previous.sections, digests: previous.digests, changes: [] });
    expect(broken(input({ draft: same }))).toEqual(['date-moved-no-change']);
    expect(said(input({ draft: same }), 'date-moved-no-change')).toContain('codicil reviewed privacy');
  });

  test('differs when only its links do', () => {
    const linked = draft({ digests: { words: previous.digests.words, record: `abcdef012345 other` } });
    expect(broken(input({ draft: linked }))).toEqual([]);
  });
});

describe('a policy that is retired from 1 January 2027', () => {
  test('has no version that takes effect on that day or later', () => {
    expect(broken(input({ draft: effective('2027-01-01'), history: retired }))).toEqual(['retired-after']);
  });

  test('can have one that takes effect before', () => {
    expect(broken(input({ draft: effective('2026-12-31'), history: retired, postedOn: day('2026-11-30') }))).toEqual([]);
  });
});
