import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../src/model/calendar-date.ts';
import { home, inForceSince } from '../../src/view/home.ts';
import { policyPage, shownOn } from '../../src/view/policy-page.ts';
import { plain } from '../../src/view/sentence.ts';
import type { PolicyFacts } from '../../src/view/site.ts';
import { day, draftOf, policyOf, siteOf, type Told } from './facts.ts';

const three = policyOf([{ from: '2016-05-26' }, { from: '2024-01-01' }, { from: '2027-03-01', summary: 'We answer sooner.' }]);
const page = (policy = three, asOf = '2026-11-22') => policyPage({ content: siteOf([policy], asOf), policy });
const words = (policy = three, asOf = '2026-11-22') => {
  const { head } = page(policy, asOf);
  const banners = head.banners.flatMap(({ title = '', paragraphs }) => [title, ...paragraphs.map(plain)]);
  return { state: plain([...head.state.name, ...head.state.rest]), tone: head.state.tone, banners: banners.filter((one) => one !== '') };
};

describe('a policy’s own address shows the version in force, on the days before, on and after each effective day', () => {
  test.each([
    ['2016-05-25', undefined, 'In force from 26 May 2016.'],
    ['2016-05-26', '2016-05-26', 'In force from 26 May 2016 until 31 December 2023.'],
    ['2023-12-31', '2016-05-26', 'In force from 26 May 2016 until 31 December 2023.'],
    ['2024-01-01', '2024-01-01', 'In force from 1 January 2024 until 28 February 2027.'],
    ['2027-02-28', '2024-01-01', 'In force from 1 January 2024 until 28 February 2027.'],
    ['2027-03-01', '2027-03-01', 'In force since 1 March 2027.'],
    ['2036-01-01', '2027-03-01', 'In force since 1 March 2027.'],
  ])('on %s it is %s: %s', (asOf, version, sentence) => {
    expect(shownOn(three, day(asOf))?.name).toBe(version);
    expect(words(three, asOf).state).toContain(sentence);
  });
});

describe('while a version is announced', () => {
  test('its page says until when the text applies, what comes after it, and leads to both', () => {
    expect(words().banners).toEqual([
      'A new version applies from 1 March 2027 on.',
      'This text applies until 28 February 2027; from 1 March 2027 on: We answer sooner.',
    ]);
    expect(page().head.banners[0]?.links.map(({ href }) => href)).toEqual(['/privacy/2027-03-01/', '/privacy/2027-03-01/changes/']);
  });

  test('the page carries its day and the next on which it changes', () => {
    expect(page().asOf).toBe('2026-11-22');
    expect(page().switches.map(({ from, text }) => [from, text])).toEqual([['2027-03-01', '/privacy/2027-03-01/']]);
  });

  test('home says the same', () => {
    const [entry] = home(siteOf([three], '2026-11-22')).entries;
    expect(plain(entry?.state.name ?? [])).toBe('In force from 1 January 2024 until 28 February 2027.');
    expect(entry?.next.map(plain)).toEqual(['From 1 March 2027 on: version 2027-03-01.']);
  });

  test('a sentence of somebody else’s stays true after the switch', () => {
    const { text } = inForceSince(siteOf([three], '2026-11-22'), 'privacy');
    expect(text).toBe('in force from 1 January 2024 until 28 February 2027, and in another version from 1 March 2027 on');
  });
});

describe('where nothing is in force', () => {
  test('before the first version its page says so and shows no text', () => {
    const first = policyOf([{ from: '2027-03-01' }]);
    expect(words(first)).toMatchObject({
      tone: 'announced',
      state: expect.stringContaining('Before 1 March 2027 no version of this policy applies.'),
    });
    expect(shownOn(first, day('2026-11-22'))).toBeUndefined();
  });

  test('after a retirement its page says since when, and shows the last text', () => {
    const retired = policyOf([{ from: '2020-01-01' }], { retirement: { from: day('2026-10-01'), reason: 'Closed' } });
    expect(words(retired)).toMatchObject({ tone: 'retired', state: 'Not in force from 1 October 2026 on.The policy was retired: Closed.' });
    expect(shownOn(retired, day('2026-11-22'))?.name).toBe('2020-01-01');
  });

  test('a retirement to come is a switch without a text', () => {
    const ending = policyOf([{ from: '2020-01-01' }], { retirement: { from: day('2027-06-01'), reason: 'Closed' } });
    expect(words(ending).state).toBe('In force from 1 January 2020 until 31 May 2027.');
    expect(page(ending).switches.map(({ from, text }) => [from, text])).toEqual([['2027-06-01', undefined]]);
  });

  test('when all was withdrawn, no version is in force', () => {
    const none = policyOf([{ from: '2027-01-01', withdrawn: { reason: 'No', on: day('2026-10-01') } }]);
    expect(words(none)).toMatchObject({ tone: 'withdrawn', state: expect.stringContaining('No version is in force.') });
  });

  test('a draft is shown only while nothing is published', () => {
    expect(shownOn(policyOf([], { versions: [draftOf('2027-03-01')] }), day('2026-11-22'))?.status).toBe('draft');
    expect(shownOn(policyOf([{ from: '2020-01-01' }], { versions: [draftOf('2027-03-01')] }), day('2026-11-22'))?.name).toBe('2020-01-01');
  });
});

test('a day that is not stated is worded "seen on", and never "in force"', () => {
  const seen = policyOf([
    { from: '2016-05-26', basis: 'captured' },
    { from: '2019-04-03', basis: 'committed' },
  ]);
  expect(words(seen, '2017-01-01').state).toBe('Seen on 26 May 2016; a later text was seen on 3 April 2019.');
  expect(words(seen, '2020-01-01').state).toBe('Seen on 3 April 2019.');
});

describe('with any versions', () => {
  const start = day('2020-01-01');
  const told = fc.uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 60 }), isWithdrawn: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
    selector: (one) => one.day,
  });
  const versions = (list: readonly { day: number; isWithdrawn: boolean }[]): Told[] =>
    list.map((one) => ({ from: addDays(start, one.day), ...(one.isWithdrawn ? { withdrawn: { reason: 'No', on: start } } : {}) }));

  const built = fc.integer({ min: -2, max: 62 });

  test('a page that was built on one day and is read on a later one never says that a version is in force outside its days', () => {
    // "Since" claims the day it is read on; "from … until …" claims its own days.
    const isFalse = (policy: PolicyFacts, asOf: CalendarDate, read: CalendarDate): boolean =>
      words(policy, asOf).state.startsWith('In force since') && shownOn(policy, read)?.name !== shownOn(policy, asOf)?.name;
    const isTrue = fc.property(told, built, fc.nat(80), (list, day0, later) => {
      return !isFalse(policyOf(versions(list)), addDays(start, day0), addDays(start, day0 + later));
    });
    expect(() => fc.assert(isTrue)).not.toThrow();
  });

  test('the next day on which a page changes is the next on which another version is shown', () => {
    const nextChange = (policy: PolicyFacts, asOf: CalendarDate): CalendarDate | undefined => {
      const days = Array.from({ length: 70 }, (_, ahead) => addDays(asOf, ahead + 1));
      return days.find((read) => shownOn(policy, read)?.name !== shownOn(policy, asOf)?.name);
    };
    const isRight = fc.property(told, built, (list, day0) => {
      const policy = policyOf(versions(list));
      const asOf = addDays(start, day0);
      return page(policy, asOf).switches[0]?.from === nextChange(policy, asOf);
    });
    expect(() => fc.assert(isRight)).not.toThrow();
  });
});
