import { describe, expect, test } from 'vitest';
import { PROFILES, TOPICS } from '../../../../src/model/rules/profiles/index.ts';
import { policyText } from '../../../content-folder.ts';
import { findingsIn } from '../drafts.ts';

const settings = (topics = ''): string => `effective: 2027-03-01\nmateriality: initial${topics === '' ? '' : `\ntopics: ${topics}`}`;

const RETENTION = '## How long we keep data [#retention]\n\nWe delete your data after 30 days.';

function rules(text: string, profile: string): readonly string[] {
  return findingsIn(text, { profiles: [profile] }).map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('a topic of a profile', () => {
  test('of which neither a tag nor a word is there is what was looked for and not found', () => {
    const finding = findingsIn(policyText('We sell tickets.', settings()), { profiles: ['gdpr'] }).find(
      ({ rule }) => rule === 'gdpr/retention',
    );
    expect(finding).toMatchObject({
      severity: 'warning',
      message:
        'Nothing was found about how long the data is kept, as a period or the way to work it out. No section is tagged with "retention". Write about it and name the section, topics: {retention: [section-id]}.',
    });
  });

  test('that is only in the words is named for tagging, since words prove nothing', () => {
    const text = policyText(RETENTION, settings());
    expect(rules(text, 'gdpr')).not.toContain('warning gdpr/retention');
    expect(findingsIn(text, { profiles: ['gdpr'] }).find(({ rule }) => rule === 'gdpr/untagged')?.message).toContain(
      'retention: [retention]',
    );
  });

  test('that is tagged and in the words is not found fault with', () => {
    const found = findingsIn(policyText(RETENTION, settings('{retention: [retention]}')), { profiles: ['gdpr'] });
    expect(found.filter(({ message }) => message.includes('retention'))).toEqual([]);
  });

  test('whose tag stands on a section that speaks of something else is doubted there', () => {
    const text = policyText('## Who we are [#who-we-are]\n\nWe sell tickets.', settings('{retention: [who-we-are]}'));
    const finding = findingsIn(text, { profiles: ['gdpr'] }).find(({ rule }) => rule === 'gdpr/retention');
    expect(finding).toMatchObject({ place: { line: 4, section: 'who-we-are' }, message: expect.stringContaining('none of the words') });
  });

  test('that does not concern a policy is left alone when somebody says so', () => {
    const attested = `${settings()}\nattested: [{rule: gdpr/dpo, by: general counsel, on: 2027-01-09, why: We have none.}]`;
    expect(rules(policyText('We sell tickets.', settings()), 'gdpr')).toContain('warning gdpr/dpo');
    expect(rules(policyText('We sell tickets.', attested), 'gdpr')).not.toContain('warning gdpr/dpo');
  });

  test('is not looked for in the words of another language', () => {
    const found = findingsIn(policyText('## Wir [#wir]\n\nWir löschen.', settings('{retention: [wir]}')), {
      profiles: ['gdpr'],
      lang: 'de',
    });
    const [message = ''] = found.filter(({ rule }) => rule === 'gdpr/dpo').map((finding) => finding.message);
    expect(message).toContain('words are looked for in English only');
    expect(found.map(({ rule }) => rule)).not.toContain('gdpr/retention');
  });
});

describe('the right to object', () => {
  const body = '## Objecting [#objecting]\n\nYou may object to this.\n\n## Rest [#rest]\n\nWe keep it for 30 days.';

  test('that shares its section with another topic is told to stand apart', () => {
    expect(rules(policyText(body, settings('{right-to-object: [objecting], retention: [objecting]}')), 'gdpr')).toContain(
      'warning gdpr/right-to-object-separate',
    );
  });

  test('in a section of its own is as it should be', () => {
    expect(rules(policyText(body, settings('{right-to-object: [objecting], retention: [rest]}')), 'gdpr')).not.toContain(
      'warning gdpr/right-to-object-separate',
    );
  });
});

describe('a profile', () => {
  test('makes a rule weigh more than it does by itself', () => {
    const text = policyText('Please check back often to see changes to this policy.', settings());
    expect(rules(text, 'caloppa')).toContain('warning check-back');
    expect(rules(text, 'gdpr')).toContain('error check-back');
  });

  test.each(PROFILES)('$id says on which day it was last compared with its law', ({ lastReviewed, title, kinds }) => {
    expect([lastReviewed, title, kinds]).toEqual([
      expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      expect.stringMatching(/\d/),
      expect.arrayContaining([expect.any(String)]),
    ]);
  });

  test.each(PROFILES.flatMap(({ id, topics }) => topics.map((topic) => ({ id, ...topic }))))(
    '$id/$topic can be read as words to look for',
    ({ words }) => {
      expect(() => new RegExp(words.join('|'), 'iu')).not.toThrow();
      expect(words.filter((word) => new RegExp(word, 'iu').test(''))).toEqual([]);
    },
  );

  test('has topics that can be written as a setting', () => {
    expect(TOPICS.filter((topic) => !/^[a-z0-9-]+$/.test(topic))).toEqual([]);
  });
});
