import { describe, expect, test } from 'vitest';
import { broken, draft, input, said } from './facts.ts';

const first = { previous: undefined, inForce: undefined, history: undefined, earlier: [] };
const item = (impact?: string) => ({ changes: [{ sections: ['data'], what: 'How we keep data.', impact }] });

describe('how much a change matters', () => {
  test('is said by every version', () => {
    expect(broken(input({ draft: draft({ materiality: undefined }) }))).toEqual(['materiality-missing']);
  });

  test('need not be said by a text that was public elsewhere before', () => {
    expect(broken(input({ draft: draft({ materiality: undefined }), isImport: true }))).toEqual([]);
  });

  test('is "initial" in the first version alone', () => {
    expect(broken(input({ draft: draft({ materiality: 'initial' }), ...first }))).toEqual([]);
    expect(broken(input({ draft: draft({ materiality: 'initial' }) }))).toEqual(['materiality-initial']);
    // The words of the version before had to be removed: nothing is left to compare, but it was there.
    expect(broken(input({ draft: draft({ materiality: 'initial' }), previous: undefined }))).toEqual(['materiality-initial']);
  });
});

describe('what readers are told', () => {
  test.each(['substantive', 'material'] as const)('a %s change has a summary', (materiality) => {
    expect(broken(input({ draft: draft({ materiality, summary: ' ' }) }))).toEqual(['summary-missing']);
    expect(broken(input({ draft: draft({ materiality, summary: 'What changes.' }) }))).toEqual([]);
  });

  test.each(['editorial', 'clarifying'] as const)('a %s change needs none', (materiality) => {
    expect(broken(input({ draft: draft({ materiality, summary: undefined }) }))).toEqual([]);
  });

  test('every item of a material change says what it means for people', () => {
    expect(broken(input({ draft: draft(item()) }))).toEqual(['impact-and-choices']);
    expect(broken(input({ draft: draft(item('It is safer.')) }))).toEqual([]);
  });

  test('an item of a substantive change need not', () => {
    expect(broken(input({ draft: draft({ ...item(), materiality: 'substantive' }) }))).toEqual([]);
  });
});

describe('a promise of thirty days of notice on the site', () => {
  test.each([
    ['fewer days', { days: 29, channels: ['site'] }],
    ['another channel instead', { days: 30, channels: ['email'] }],
    ['nothing', undefined],
  ])('is not lowered to %s by a clarifying change', (_, changeTerms) => {
    expect(broken(input({ draft: draft({ materiality: 'clarifying', changeTerms }) }))).toEqual(['promise-lowered']);
    expect(broken(input({ draft: draft({ materiality: 'material', changeTerms }) }))).toEqual([]);
  });

  test('may be raised by any change', () => {
    expect(broken(input({ draft: draft({ materiality: 'clarifying', changeTerms: { days: 45, channels: ['email', 'site'] } }) }))).toEqual(
      [],
    );
  });

  test('is told from what it is lowered to', () => {
    const lowered = input({ draft: draft({ materiality: 'editorial', changeTerms: { days: 0, channels: ['site'] } }) });
    expect(said(lowered, 'promise-lowered')).toContain('0 days by "site" in place of 30 days by "site"');
  });
});
