import { describe, expect, test } from 'vitest';
import { recordIn } from '../../../src/components/compare/record-in.worker.ts';

const section = { id: 'a', aliases: [], blocks: [], sections: [], notes: [] };
const text = { format: 1, lang: 'en', dir: 'ltr', sections: [section] };

describe('the text in a policy.json', () => {
  test('is given as it is', () => {
    expect(recordIn({ policy: 'privacy', text })).toBe(text);
  });

  test.each([
    ['nothing', undefined],
    ['no object', 'text'],
    ['no text', { policy: 'privacy' }],
    ['a later format', { text: { ...text, format: 2 } }],
    ['no direction', { text: { ...text, dir: 'up' } }],
    ['sections that are none', { text: { ...text, sections: [{}] } }],
    ['a sub-section that is none', { text: { ...text, sections: [{ ...section, sections: ['b'] }] } }],
  ])('is refused when there is %s', (_, document) => {
    expect(() => recordIn(document)).toThrow('no text of a format that this page can read');
  });
});
