import { describe, expect, test } from 'vitest';
import { historyPage } from '../../src/view/history-page.ts';
import { noticePage } from '../../src/view/notice-page.ts';
import { notices } from '../../src/view/notices.ts';
import { plain } from '../../src/view/sentence.ts';
import { publishedOf } from '../../src/view/succession.ts';
import { day, policyOf, siteOf } from './facts.ts';

const policy = policyOf([
  {
    from: '2016-05-26',
    postedOn: day('2016-05-01'),
    anchors: ['rights', 'gone'],
    sections: [
      { id: 'rights', heading: 'Rights' },
      { id: 'gone', heading: 'Gone' },
    ],
  },
  {
    from: '2024-01-01',
    postedOn: day('2023-11-01'),
    summary: 'We answer sooner.',
    anchors: ['choices', 'rights'],
    sections: [{ id: 'choices', heading: 'Choices' }],
    retired: { rights: 'choices', gone: null },
    changes: [
      { sections: ['choices'], what: 'Another name.', impact: 'None.', choices: 'None.' },
      { sections: ['gone'], what: 'It is gone.' },
    ],
    noticeWaiver: { reason: 'legal-duty', authority: 'Article 1', text: 'The law left no time.' },
    sent: [{ channel: 'e-mail', on: day('2023-11-02') }],
    changeTerms: { days: 30, channels: ['e-mail', 'this site'] },
  },
]);
const [first, second] = publishedOf(policy);
const content = siteOf([policy], '2026-11-22');

function noticeOf(version: typeof first) {
  if (!version) throw new Error('There is no such version.');
  return noticePage({ content, policy, version });
}

describe('the notice of a version', () => {
  test('names each section with links into the texts that have it, under its former name before', () => {
    expect(noticeOf(second).changes.map(({ sections }) => sections)).toEqual([
      [
        {
          heading: 'Choices',
          texts: [
            { text: 'Rights in version 2016-05-26', href: '/privacy/2016-05-26/#rights' },
            { text: 'Choices in version 2024-01-01', href: '/privacy/2024-01-01/#choices' },
          ],
        },
      ],
      [{ heading: 'Gone', texts: [{ text: 'Gone in version 2016-05-26', href: '/privacy/2016-05-26/#gone' }] }],
    ]);
  });

  test('says at its top why it came late', () => {
    expect(noticeOf(second).waiver?.paragraphs.map(plain)).toEqual(['A legal duty demanded it (Article 1).', 'The law left no time.']);
  });

  test('says how it was sent, and what the version promises about the next', () => {
    expect(noticeOf(second).closing.map(plain)).toEqual([
      'The full text of version 2024-01-01',
      'Sent by e-mail on 2 November 2023.',
      'This version promises that the next change is announced at least 30 days before it applies, by e-mail and this site.',
    ]);
  });

  test('of a first version says that it is one', () => {
    expect(noticeOf(first).nothing).toBe('This is the first version of this policy.');
  });
});

test('the list of notices begins with the newest, and leaves out what was brought in without one', () => {
  const other = policyOf(
    [
      { from: '2020-01-01', isImported: true },
      { from: '2025-01-01', postedOn: day('2024-12-01') },
    ],
    { name: 'terms' },
  );
  expect(notices(siteOf([policy, other], '2026-11-22')).entries.map(({ href }) => href)).toEqual([
    '/terms/2025-01-01/changes/',
    '/privacy/2024-01-01/changes/',
    '/privacy/2016-05-26/changes/',
  ]);
});

test('the history lists every version from the latest to the first, says where it begins, and depends on no day', () => {
  const view = historyPage(content, policy);
  expect(view.rows.map(({ version, kind, from, until }) => [version, kind, from, until])).toEqual([
    ['2024-01-01', 'stated', '2024-01-01', undefined],
    ['2016-05-26', 'stated', '2016-05-26', '2024-01-01'],
  ]);
  expect(plain(view.nothingBefore ?? [])).toBe('Before 26 May 2016 no version of this policy stands in this archive.');
  expect(historyPage(siteOf([policy], '2010-01-01'), policy)).toEqual(view);
});
