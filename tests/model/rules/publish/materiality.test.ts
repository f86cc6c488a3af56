import { describe, expect, test } from 'vitest';
import { broken, draft, input } from './facts.ts';

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
