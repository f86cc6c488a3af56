import { describe, expect, test } from 'vitest';
import { after, before, broken, draft, input, previous, said, section } from './facts.ts';
import type { DraftFacts, SectionFacts, VersionFacts } from '../../../../src/model/rules/publish/input.ts';

const mention = (...ids: string[]): Pick<DraftFacts, 'changes'> => ({ changes: [{ sections: ids, what: 'What.', impact: 'Impact.' }] });
const since = (sections: readonly SectionFacts[]): VersionFacts => ({ ...previous, sections });

describe('every section that differs is mentioned in the notice', () => {
  test('a changed section that no item mentions is named', () => {
    const silent = input({ draft: draft({ changes: [] }) });
    expect(broken(silent)).toEqual(['changes-cover']);
    expect(said(silent, 'changes-cover')).toContain('"About data" (data) differs from v1');
  });

  test('an added section is mentioned too', () => {
    const sections = [...after, section('fees', 'None.')];
    expect(said(input({ draft: draft({ sections }) }), 'changes-cover')).toContain('"About fees" (fees) is not in v1');
    expect(broken(input({ draft: draft({ sections, ...mention('data', 'fees') }) }))).toEqual([]);
  });

  test('a section that is gone is mentioned too', () => {
    const gone = { sections: after.slice(0, 2), retired: { contact: null } };
    expect(said(input({ draft: draft(gone) }), 'changes-cover')).toContain('"About contact" (contact) is gone');
    expect(broken(input({ draft: draft({ ...gone, ...mention('data', 'contact') }) }))).toEqual([]);
  });

  test('a section in which only a link leads elsewhere is mentioned too', () => {
    const linked = (href: string) => [...before.slice(0, 2), section('contact', `Write to [us](${href}).`)];
    const from = since(linked('https://example.org/a'));
    const sections = linked('https://example.org/b');
    expect(broken(input({ previous: from, draft: draft({ sections, changes: [] }) }))).toEqual(['changes-cover']);
    expect(broken(input({ previous: from, draft: draft({ sections, ...mention('contact') }) }))).toEqual([]);
  });

  test('a sub-section stands for the section that it is in', () => {
    const sections = [section('data', 'We keep it safe.', { anchors: ['data', 'data-storage'] }), ...after.slice(1)];
    expect(broken(input({ draft: draft({ sections, ...mention('data-storage') }) }))).toEqual([]);
  });

  test('a section that went into another may be mentioned by either', () => {
    const into = {
      sections: [after[0] ?? section('data', ''), section('rights', 'You can ask us. Write to us.')],
      retired: { contact: 'rights' },
    };
    expect(broken(input({ draft: draft({ ...into, ...mention('data', 'rights') }) }))).toEqual([]);
    const renamed = { sections: [...after.slice(0, 2), section('reach-us', 'Write to us.')], retired: { contact: 'reach-us' } };
    expect(broken(input({ draft: draft({ ...renamed, ...mention('data', 'contact') }) }))).toEqual([]);
    expect(broken(input({ draft: draft({ ...renamed, ...mention('data', 'reach-us') }) }))).toEqual([]);
  });

  test('a section that only stands elsewhere needs no mention', () => {
    const sections = [after[2] ?? section('contact', ''), ...after.slice(0, 2)];
    expect(broken(input({ draft: draft({ sections }) }))).toEqual([]);
  });

  test('the first version of a policy has nothing to mention', () => {
    const first = draft({ changes: [], materiality: 'initial' });
    expect(broken(input({ draft: first, previous: undefined, inForce: undefined, history: undefined, earlier: [] }))).toEqual([]);
  });
});

describe('the notice speaks of sections that changed', () => {
  test('an item about a section that says the same is named', () => {
    const idle = input({ draft: draft(mention('data', 'rights')) });
    expect(broken(idle)).toEqual(['changes-orphan']);
    expect(said(idle, 'changes-orphan')).toContain('"rights", which says the same as in v1');
  });

  test('an item about a section that does not exist is named', () => {
    expect(said(input({ draft: draft(mention('data', 'cookies')) }), 'changes-orphan')).toContain('"cookies", which does not exist');
  });

  test('an item may speak of a section that moved or that is gone', () => {
    const moved = draft({ sections: [after[2] ?? section('contact', ''), ...after.slice(0, 2)], ...mention('data', 'contact') });
    expect(broken(input({ draft: moved }))).toEqual([]);
    const gone = draft({ sections: after.slice(0, 2), retired: { contact: null }, ...mention('data', 'contact') });
    expect(broken(input({ draft: gone }))).toEqual([]);
  });

  test('an item may speak of the untouched section in which another goes on', () => {
    const merged = draft({ sections: after.slice(0, 2), retired: { contact: 'rights' }, ...mention('data', 'rights') });
    expect(broken(input({ draft: merged }))).toEqual([]);
  });

  test('a heading that changed is a change of its section', () => {
    const renamed = since([section('data', 'We keep it safe.', { heading: 'Data' }), ...before.slice(1)]);
    expect(broken(input({ previous: renamed }))).toEqual([]);
  });
});

describe('a version posted before an announced one', () => {
  // The announced version was written against the text in force; the draft changes "data" before it.
  const announced = (sections: readonly SectionFacts[], ...ids: string[]): VersionFacts => ({
    ...since(sections),
    version: 'v9',
    ...mention(...ids),
  });
  const fees = section('fees', 'None.');

  test('is refused when the announced one would take its change back without a word', () => {
    const back = input({ next: announced([...before, fees], 'fees') });
    expect(broken(back)).toEqual(['next-covered']);
    expect(said(back, 'next-covered')).toContain('"About data" (data) differs from this text');
  });

  test('may be posted when the announced one has its change too, or its notice tells of the section', () => {
    expect(broken(input({ next: announced([...after, fees], 'fees') }))).toEqual([]);
    expect(broken(input({ next: announced([...before, fees], 'fees', 'data') }))).toEqual([]);
  });
});
