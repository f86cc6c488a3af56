import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../src/model/calendar-date.ts';
import type { Materiality } from '../../../../src/model/frozen-version.ts';
import { publishFindings } from '../../../../src/model/rules/publish/index.ts';
import type { PublishInput } from '../../../../src/model/rules/publish/input.ts';
import { broken, day, draft, inForce, input, previous, section } from './facts.ts';

const sentences = ['We may keep it.', 'We do not sell it.', 'Ask us within 30 days.', 'You must tell us.', 'Plain words.'];
const ids = ['data', 'rights', 'contact', 'fees'];
const anySections = fc
  .uniqueArray(fc.record({ id: fc.constantFrom(...ids), text: fc.constantFrom(...sentences) }), { selector: ({ id }) => id, minLength: 1 })
  .map((list) => list.map(({ id, text }) => section(id, text)));
const materiality = fc.constantFrom<Materiality | undefined>(undefined, 'initial', 'editorial', 'clarifying', 'substantive', 'material');
const anyChange = fc.record({
  sections: fc.uniqueArray(fc.constantFrom(...ids, 'nowhere'), { minLength: 1, maxLength: 4 }),
  what: fc.constant('What.'),
  impact: fc.constantFrom(undefined, 'Impact.'),
});
const waiver = { reason: 'court-order', authority: 'High Court', text: 'At once.' } as const;

/** Any draft against any text in force; most break some rule. */
const anyInput: fc.Arbitrary<PublishInput> = fc
  .record({
    old: anySections,
    sections: anySections,
    materiality,
    changes: fc.array(anyChange, { maxLength: 3 }),
    days: fc.integer({ min: -5, max: 60 }),
    promise: fc.integer({ min: 0, max: 40 }),
    retired: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(null, ...ids), { noNullPrototype: true }),
    supersedes: fc.constantFrom(undefined, 'v1', 'v7'),
  })
  .map(({ old, days, promise, ...more }) =>
    input({
      draft: draft({ ...more, effective: { day: addDays(day('2026-12-01'), days), basis: 'stated' } }),
      previous: { ...previous, sections: old },
      inForce: inForce(old, { changeTerms: { days: promise, channels: ['site'] } }),
      earlier: [{ version: 'v1', effectiveFrom: day('2024-01-01'), line: 1, anchors: old.map(({ id }) => id), retired: {} }],
    }),
  );

const withDraft = (one: PublishInput, more: Partial<PublishInput['draft']>): PublishInput => ({ ...one, draft: { ...one.draft, ...more } });
const NOTICE = ['own-promise-notice', 'posted-after-effective'];

describe('publishing any draft', () => {
  test('a waiver lifts the rules of notice and no other', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        expect(broken(withDraft(one, { noticeWaiver: waiver }))).toEqual(broken(one).filter((rule) => !NOTICE.includes(rule)));
      }),
    );
  });

  test('an attestation lifts the rule that it names and no other', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const attested = [{ rule: 'materiality-understated', by: 'counsel', on: day('2026-11-30'), why: 'Same meaning.' }];
        expect(broken(withDraft(one, { attested }))).toEqual(broken(one).filter((rule) => rule !== 'materiality-understated'));
      }),
    );
  });

  test('a later effective day never breaks more rules, as long as the policy goes on', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 60 }), (one, days) => {
        const later = { ...one.draft.effective, day: addDays(one.draft.effective.day, days) };
        const more = broken(withDraft(one, { effective: later }));
        expect(more.filter((rule) => !broken(one).includes(rule))).toEqual([]);
      }),
    );
  });

  test('the order of the items, and of the sections in them, breaks and mends no rule', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const changes = one.draft.changes.toReversed().map((change) => ({ ...change, sections: change.sections.toReversed() }));
        expect(broken(withDraft(one, { changes }))).toEqual(broken(one));
      }),
    );
  });

  test('a text that was public elsewhere before breaks no rule that it would keep here', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const rules = broken(one);
        for (const rule of broken({ ...one, isImport: true })) expect(rules).toContain(rule);
      }),
    );
  });

  test('a notice that mentions what differs, given in time, for a text that keeps all ids, may be published', () => {
    fc.assert(
      fc.property(anySections, anySections, (old, added) => {
        const sections = [
          ...old.map((one) => section(one.id, 'Other words.')),
          ...added.filter(({ id }) => !old.some((one) => one.id === id)),
        ];
        const changes = sections.map(({ id }) => ({ sections: [id], what: 'What.', impact: 'Impact.' }));
        const anchors = old.map(({ id }) => id);
        const kept = input({
          draft: draft({ sections, changes }),
          previous: { ...previous, sections: old },
          earlier: [{ version: 'v1', effectiveFrom: day('2024-01-01'), line: 1, anchors, retired: {} }],
        });
        expect(broken(kept)).toEqual([]);
      }),
    );
  });

  test('every finding says where it is, and ends in a sentence', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        for (const { place, message } of publishFindings(one)) {
          expect(place.file).toBe('policies/privacy/v2/policy.mdx');
          expect(message).toMatch(/^["A-Z].*\.$/su);
        }
      }),
    );
  });
});
