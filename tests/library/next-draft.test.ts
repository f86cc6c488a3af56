import { describe, expect, test } from 'vitest';
import { addChanges } from '../../src/library/add-changes.ts';
import { nextDraftText } from '../../src/library/next-draft.ts';
import { calendarDate } from '../../src/model/calendar-date.ts';

const effective = calendarDate('2027-09-01');
if (!effective) throw new Error('No day.');
const SOURCE = `---
effective: 2027-03-01
approved: {by: general counsel, on: 2026-11-02, text: 'e5bde578f05d'}
materiality: material
summary: What was new then.
changes:
  - sections: [cookies]
    what: We ask first.
# Promised in the terms of 2020.
changeTerms:
  days: 30
  channels: [site, email]
retired: {old: null}
---

## Cookies [#cookies]

We use “cookies” --- few of them.
---
`;

describe('the text of the next version', () => {
  const next = nextDraftText(SOURCE, { effective, notes: ['summary: what is new'] });

  test('has every word and id of the one that it follows, byte for byte', () => {
    expect(next.slice(next.indexOf('---\n\n## Cookies'))).toBe(SOURCE.slice(SOURCE.indexOf('---\n\n## Cookies')));
  });

  test('keeps what holds on, with the remarks of those who wrote it, and nothing that was said about one version', () => {
    expect(next.slice(0, next.indexOf('\n\n'))).toBe(
      [
        '---',
        'effective: 2027-09-01',
        '# summary: what is new',
        '# Promised in the terms of 2020.',
        'changeTerms:',
        '  days: 30',
        '  channels: [site, email]',
        '---',
      ].join('\n'),
    );
  });

  test('keeps the line ends of its file', () => {
    const windows = nextDraftText(SOURCE.replaceAll('\n', '\r\n'), { effective, notes: ['summary'] });
    expect(windows.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });
});

describe('items put under "changes"', () => {
  const item = { sections: ['rights'], what: '[Say what changes.]' };
  const head = (settings: string) => `---\neffective: 2027-09-01\n${settings}---\n\nWords.\n`;
  const ITEM = '  - sections: [rights]\n    what: "[Say what changes.]"\n';

  test.each([
    ['where there is none', '', `changes:\n${ITEM}`],
    ['in place of an empty list', 'changes: []\n', `changes:\n${ITEM}`],
    ['where nothing stands after the word', 'changes:\ntopics: {}\n', `changes:\n${ITEM}topics: {}\n`],
    [
      'after those that are written',
      'changes:\n  - sections: [cookies]\n    what: Fewer. # asked by sales\n\ntopics: {}\n',
      `changes:\n  - sections: [cookies]\n    what: Fewer. # asked by sales\n${ITEM}\ntopics: {}\n`,
    ],
    [
      'after those of a list on one line',
      'changes: [{sections: [cookies], what: Fewer.}]\n',
      `changes:\n  - sections:\n      - cookies\n    what: Fewer.\n${ITEM}`,
    ],
  ])('%s, and nothing else changes', (_, before, after) => {
    expect(addChanges(head(before), [item])).toBe(head(after));
  });

  test('stand as far to the right as the others', () => {
    expect(addChanges(head('changes:\n- sections: [a]\n  what: b\n'), [item])).toBe(
      head('changes:\n- sections: [a]\n  what: b\n- sections: [rights]\n  what: "[Say what changes.]"\n'),
    );
  });
});
