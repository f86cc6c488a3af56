import { describe, expect, test } from 'vitest';
import type { DraftFacts, SectionFacts } from '../../../../src/model/rules/publish/input.ts';
import { before, broken, day, draft, input, previous, said, section } from './facts.ts';

const others = before.slice(1);
const from = (text: string) => ({ ...previous, sections: [section('data', text), ...others] });
const small = (sections: readonly SectionFacts[], more: Partial<DraftFacts> = {}) =>
  draft({ sections, materiality: 'clarifying', ...more });
const change = (old: string, text: string, more: Partial<DraftFacts> = {}) =>
  input({ previous: from(old), draft: small([section('data', text), ...others], more) });

describe('a change that is called clarifying', () => {
  test.each([
    ['a number', 'We keep data for 30 days.', 'We keep data for 90 days.'],
    ['a number in words', 'We keep data for thirty days.', 'We keep data for ninety days.'],
    ['a unit of time', 'We keep data for 30 days.', 'We keep data for 30 months.'],
    ['an amount', 'A copy costs $5.', 'A copy costs €5.'],
    ['a date', 'This applies from 1 May 2026.', 'This applies from 1 June 2026.'],
    ['a month that is also a verb', 'It ends on 3 May 2026.', 'It ends on 3 March 2026.'],
    ['a negation', 'We sell data.', 'We do not sell data.'],
    ['an exception', 'We delete data.', 'We delete data unless you object.'],
    ['must to may', 'We must delete data.', 'We may delete data.'],
    ['can to shall', 'You can object.', 'You shall object.'],
    ['a month by itself', 'We delete it by the end of March.', 'We delete it by the end of June.'],
    // Each word stands there as often as before, and they changed places.
    ['who may and who must', 'We may ask and you must answer.', 'We must ask and you may answer.'],
    ['which of two periods is the longer', 'Names 30 days, logs 90 days.', 'Names 90 days, logs 30 days.'],
    ['what is not done', 'We sell names and do not sell logs.', 'We do not sell names and sell logs.'],
    ['the order of what may and what must be done', 'We may keep data; you must tell us.', 'You must tell us; we may keep data.'],
    ['where a link leads', 'Write to [us](https://example.org/a).', 'Write to [us](https://example.org/b).'],
    ['a link under other words', 'Write to [us](https://example.org/a).', 'Write to [our team](https://example.org/b).'],
    ['a link that is gone', 'Write to [us](https://example.org/a).', 'Write to us.'],
    ['a defined term', 'We keep it. “Content” is all you write. We own Content.', 'We keep it. “Content” is all you write. We own all.'],
  ])('cannot touch %s', (_, old, text) => {
    expect(broken(change(old, text))).toEqual(['materiality-understated']);
  });

  test.each([
    ['spelling', 'We recieve data.', 'We receive data.'],
    ['an example', 'We keep data, such as names.', 'We keep data, for example names.'],
    ['a contraction', 'We don’t keep data. We can’t. We won’t.', 'We do not keep data. We cannot. We will not.'],
    ['the number of a footnote', 'We keep data[1].', 'We keep data[2].'],
  ])('can touch %s', (_, old, text) => {
    expect(broken(change(old, text))).toEqual([]);
  });

  test('cannot replace one "we do not" by another, though as many negations stand there as before', () => {
    const swapped = change('We do not sell your data.', 'We do not guarantee the service.');
    expect(broken(swapped)).toEqual(['materiality-understated']);
    expect(said(swapped, 'materiality-understated')).toContain('"we do not sell your data"');
  });

  test('keeps a promise when only its punctuation differs', () => {
    expect(broken(change('We do not sell your data.', 'We do not sell your data!'))).toEqual([]);
  });

  test('can touch the label of a section', () => {
    const numbered = (heading: string) => [section('data', 'We keep data.', { heading }), ...others];
    expect(broken(input({ previous: { ...previous, sections: numbered('4. Data') }, draft: small(numbered('5. Data')) }))).toEqual([]);
  });

  test('can put a link where there was none', () => {
    expect(broken(change('We keep it.', 'We keep it. [Read how](https://example.org/a).'))).toEqual([]);
  });

  test('cannot carry a permission from one section to another', () => {
    const old = { ...previous, sections: [section('data', 'We may keep it.'), section('rights', 'We delete it.')] };
    const now = small([section('data', 'We keep it.'), section('rights', 'We may delete it.')], {
      retired: { contact: null },
      changes: [{ sections: ['data', 'rights'], what: 'Wording.' }],
    });
    expect(broken(input({ previous: old, draft: now }))).toEqual(['materiality-understated', 'materiality-understated']);
  });

  test('can carry a section on under another id', () => {
    const old = from('We may keep it for 30 days.');
    const moved = small([section('storage', 'We may keep it for 30 days.'), ...others], {
      retired: { data: 'storage' },
      changes: [{ sections: ['storage'], what: 'A clearer name.' }],
    });
    expect(broken(input({ previous: old, draft: moved }))).toEqual([]);
  });

  test('names the section, and the words before and after', () => {
    const message = said(change('We keep data for 30 days.', 'We keep data for 90 days.'), 'materiality-understated');
    expect(message).toContain(
      '"About data" (data) may mean something else for readers than in v1. It said "30", and now says "90". Choose',
    );
    const link = change('Write to [us](https://example.org/a).', 'Write to [us](https://example.org/b).');
    expect(said(link, 'materiality-understated')).toContain(
      'The link under "us" led to https://example.org/a, and now leads to https://example.org/b.',
    );
    expect(said(change('We delete data.', 'We delete data unless you object.'), 'materiality-understated')).toContain(
      '"unless you object" was put there.',
    );
  });

  test('may do all this when somebody attests that it means the same', () => {
    const attested = (rule: string) => ({ attested: [{ rule, by: 'counsel', on: day('2026-11-30'), why: 'The law says so anyway.' }] });
    expect(broken(change('We must delete data.', 'We may delete data.', attested('materiality-understated')))).toEqual([]);
    expect(broken(change('We must delete data.', 'We may delete data.', attested('own-promise-notice')))).toEqual([
      'materiality-understated',
    ]);
  });

  test('is not compared with words that had to be removed', () => {
    const removed = { ...previous, sections: [section('data', 'We must.', { content: undefined }), ...others] };
    expect(broken(input({ previous: removed, draft: small([section('data', 'We may.'), ...others]) }))).toEqual([]);
  });
});

describe('a change that is called material', () => {
  test('may touch any word', () => {
    const now = draft({ sections: [section('data', 'We may sell it.'), ...others] });
    expect(broken(input({ previous: from('We do not sell it.'), draft: now }))).toEqual([]);
  });
});
