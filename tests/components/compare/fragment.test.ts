import { describe, expect, test } from 'vitest';
import { readFragment } from '../../../src/components/compare/fragment.ts';
import { addresses, pairFragment, sinceFragment } from '../../../src/urls.ts';

describe('the fragment of a comparison', () => {
  test.each([
    ['', { kind: 'nothing' }],
    ['#', { kind: 'nothing' }],
    ['#_text', { kind: 'nothing' }],
    ['#2016-05-26..2024-01-01', { kind: 'pair', from: '2016-05-26', to: '2024-01-01' }],
    ['#first..second:_c3', { kind: 'pair', from: 'first', to: 'second', place: '_c3' }],
    ['#first..second:your-rights.2', { kind: 'pair', from: 'first', to: 'second', place: 'your-rights.2' }],
    ['#first%2E%2Esecond', { kind: 'pair', from: 'first', to: 'second' }],
    ['#since=2016-05-26', { kind: 'since', point: '2016-05-26' }],
    ['#since%3D2016-05-26', { kind: 'since', point: '2016-05-26' }],
    ['#cookies', { kind: 'unreadable', text: 'cookies' }],
    ['#first...second', { kind: 'unreadable', text: 'first...second' }],
    ['#first..', { kind: 'unreadable', text: 'first..' }],
    ['#first..second:', { kind: 'unreadable', text: 'first..second:' }],
    ['#First..second', { kind: 'unreadable', text: 'First..second' }],
    ['#since=', { kind: 'unreadable', text: 'since=' }],
    ['#%E0%A4%A', { kind: 'unreadable', text: '%E0%A4%A' }],
  ])('%j is read as %j', (hash, asked) => {
    expect(readFragment(hash)).toEqual(asked);
  });

  test('is read as it was written', () => {
    expect(readFragment(`#${pairFragment('a-1', 'b-2', 'rights')}`)).toEqual({ kind: 'pair', from: 'a-1', to: 'b-2', place: 'rights' });
    expect(readFragment(`#${sinceFragment('a-1')}`)).toEqual({ kind: 'since', point: 'a-1' });
    expect(addresses('/legal/').compare('privacy', pairFragment('a', 'b'))).toBe('/legal/privacy/compare/#a..b');
  });
});
