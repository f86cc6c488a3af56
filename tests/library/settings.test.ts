import { describe, expect, test } from 'vitest';
import { siteSchema } from '../../src/config.ts';
import { readSettings } from '../../src/library/settings.ts';
import { SITE } from '../content-folder.ts';
import { settingsFindings } from './findings.ts';

const site = (written: string, instead: string): readonly string[] => settingsFindings('site', SITE.replace(written, instead));
const frontmatter = (more: string): readonly string[] => settingsFindings('frontmatter', `effective: 2027-03-01\n${more}`);

describe('every setting of a site', () => {
  test.each([
    [
      'Example Ltd',
      '12',
      '1:15 settings-value "organisation" must be words; put a number or yes/no between quotation marks. Here stands "12".',
    ],
    [
      'Example Ltd',
      '',
      '1:15 settings-value "organisation" has no value. It must be words; put a number or yes/no between quotation marks.',
    ],
    ['Example Ltd', '" "', '1:15 settings-value "organisation" must not be empty.'],
    [
      'Example Ltd',
      '[Example]',
      '1:15 settings-value "organisation" must be words; put a number or yes/no between quotation marks. Here stands a list.',
    ],
    [
      'address:\n  - 1 Example Street',
      'address: 1 Example Street',
      '2:10 settings-value "address" must be a list: each line of the address after a dash. Here stands "1 Example Street".',
    ],
    [
      '1 Example Street',
      '1',
      '3:5 settings-value Entry 1 of "address" must be words; put a number or yes/no between quotation marks. Here stands "1".',
    ],
    [
      'contact:\n  email: help@example.org',
      'contact: help@example.org',
      '4:10 settings-value "contact" must be a group of settings, each on a line of its own as "name: value". Here stands "help@example.org".',
    ],
    [
      'contact:\n  email: help@example.org',
      'contact: {}',
      '4:10 settings-value "contact" must name at least one of email, phone and url, so that readers can reach you.',
    ],
    ['help@example.org', 'nobody', '5:10 settings-value "email" in "contact" must be an e-mail address. Here stands "nobody".'],
    [
      'email: help@example.org',
      'phone: 3239080607',
      '5:10 settings-value "phone" in "contact" must be words; put a number or yes/no between quotation marks. Here stands "3239080607".',
    ],
    [
      'email: help@example.org',
      'url: example.org',
      '5:8 settings-value "url" in "contact" must be a whole address, such as https://example.org/contact. Here stands "example.org".',
    ],
    [
      'https://policies.example.org',
      'policies.example.org',
      '6:6 settings-value "url" must be the address of the site, such as https://policies.example.org. Here stands "policies.example.org".',
    ],
    [
      'https://policies.example.org',
      'https://example.org/?site=1',
      '6:6 settings-value "url" must be an address without "?", "#" and "@", such as https://policies.example.org. Here stands "https://example.org/?site=1".',
    ],
    [
      'Europe/Paris',
      'Europe/Pairs',
      '7:11 settings-value "timeZone" must be the name of a time zone, such as Europe/Paris. Here stands "Europe/Pairs".',
    ],
    [
      'Europe/Paris',
      '"+02:00"',
      '7:11 settings-value "timeZone" must be the name of a time zone, such as Europe/Paris. Here stands "+02:00", in quotation marks.',
    ],
    [
      '[en]',
      'en',
      '8:12 settings-value "languages" must be a list: each entry on a line after a dash, or between [square brackets]. Here stands "en".',
    ],
    ['[en]', '[]', '8:12 settings-value "languages" must name at least one language.'],
    ['[en]', '[en, de, en]', '8:12 settings-value "languages" must name each language once.'],
    ['[en]', '[english]', '8:13 settings-value Entry 1 of "languages" must be a language tag, such as en or pt-BR. Here stands "english".'],
    ['[en]', '[en]\nsample: yes', '9:9 settings-value "sample" must be true or false. Here stands "yes".'],
    ['[en]', '[en]\nsample: "true"', '9:9 settings-value "sample" must be true or false. Here stands "true", in quotation marks.'],
  ])('%j as %j is refused with its line, column, value and remedy', (written, instead, finding) => {
    expect(site(written, instead)).toEqual([finding]);
  });

  test.each(['Europe/Paris', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati', 'UTC'])('%s is a time zone', (zone) => {
    expect(site('Europe/Paris', zone)).toEqual([]);
  });

  test('the slashes at the end of an address are not part of it', () => {
    const source = { yaml: SITE.replace('example.org\ntime', 'example.org/legal//\ntime'), file: 'site.yaml', linesBefore: 0 };
    expect(readSettings(source, siteSchema).value?.url).toBe('https://policies.example.org/legal');
  });

  test('an empty file names each setting that it needs, with an example', () => {
    expect(settingsFindings('site', '# nothing yet\n')).toEqual([
      '1:1 settings-value "organisation" is missing. Add a line, such as organisation: Example Ltd',
      '1:1 settings-value "contact" is missing. Add a line, such as contact:, and below it, after two spaces, email: help@example.org',
      '1:1 settings-value "url" is missing. Add a line, such as url: https://policies.example.org',
      '1:1 settings-value "timeZone" is missing. Add a line, such as timeZone: Europe/Paris',
      '1:1 settings-value "languages" is missing. Add a line, such as languages: [en]',
    ]);
  });
});

describe('every setting of a policy', () => {
  test.each([
    ['', '1:1 settings-value "title" is missing. Add a line, such as title: Privacy policy'],
    ['title: 12', '1:8 settings-value "title" must be words; put a number or yes/no between quotation marks. Here stands "12".'],
    ['titel: Privacy', '1:1 settings-unknown-key There is no setting "titel". Did you mean "title"?'],
    [
      'title: T\nkind: privcy',
      '2:7 settings-value "kind" must be one of privacy, terms, security, cookies, accessibility, children, consumer-health, other. Here stands "privcy".',
    ],
    [
      'title: T\nsummary: 1',
      '2:10 settings-value "summary" must be words; put a number or yes/no between quotation marks. Here stands "1".',
    ],
    ['title: T\ncontact: {emial: a@b.org}', '2:11 settings-unknown-key There is no setting "emial". Did you mean "email"?'],
    ...['jurisdictions', 'profiles', 'aliases'].map((key) => [
      `title: T\n${key}: us`,
      `2:${key.length + 3} settings-value "${key}" must be a list: each entry on a line after a dash, or between [square brackets]. Here stands "us".`,
    ]),
    ['title: T\nsections: half', '2:11 settings-value "sections" must be open or closed. Here stands "half".'],
    [
      'title: T\ncolour: red',
      '2:1 settings-unknown-key There is no setting "colour". The settings here are title, kind, summary, contact, jurisdictions, profiles, aliases, sections, reviewMonths.',
    ],
  ])('%j', (yaml, finding) => {
    expect(settingsFindings('policy', yaml ?? '')).toEqual([finding]);
  });
});

describe('every setting of a version', () => {
  const isNoDay = (written: string) =>
    `2:12 settings-value "effective" must be a day that exists, in the form 2027-03-01. Here stands "${written}".`;

  test.each(['2023-02-30', '2027-3-1', '01/03/2027', '2027', '2027-03-01T00:00:00Z', 'soon'])('%s is no effective day', (day) => {
    expect(settingsFindings('frontmatter', `effective: ${day}`)).toEqual([isNoDay(day)]);
  });

  test.each([
    ['materiality: initial', '2:1 settings-value "effective" is missing. Add a line, such as effective: 2027-03-01'],
    ['effective:', '2:11 settings-value "effective" has no value. It must be a day that exists, in the form 2027-03-01.'],
    [
      'effective: {day: 2027-02-30, basis: captured}',
      '2:18 settings-value "day" in "effective" must be a day that exists, in the form 2027-03-01. Here stands "2027-02-30".',
    ],
    [
      'effective: {day: 2027-03-01, basis: seen}',
      '2:37 settings-value "basis" in "effective" must be one of stated, committed, captured, unknown. Here stands "seen".',
    ],
    ['effective: {dya: 2027-03-01, basis: captured}', '2:13 settings-unknown-key There is no setting "dya". Did you mean "day"?'],
  ])('%j', (yaml, finding) => {
    expect(settingsFindings('frontmatter', yaml)).toEqual([finding]);
  });

  test.each([
    ['efective: 2027-03-01', '3:1 settings-unknown-key There is no setting "efective". Did you mean "effective"?'],
    [
      'approved: yes',
      '3:11 settings-value "approved" must be a group of settings, each on a line of its own as "name: value". Here stands "yes".',
    ],
    ['approved: {by: counsel, text: 0123456789ab}', '3:11 settings-value "on" in "approved" is missing. Add a line "on: …" there.'],
    [
      'approved: {by: counsel, on: 2027-01-01, text: 012345678901}',
      '3:47 settings-value "text" in "approved" must be the 12 characters that "review" prints, between quotation marks. Here stands "012345678901".',
    ],
    [
      'supersedes: 2016',
      '3:13 settings-value "supersedes" must be words; put a number or yes/no between quotation marks. Here stands "2016".',
    ],
    ['corrects: 2016', '3:11 settings-value "corrects" must be words; put a number or yes/no between quotation marks. Here stands "2016".'],
    [
      'materiality: big',
      '3:14 settings-value "materiality" must be one of initial, editorial, clarifying, substantive, material. Here stands "big".',
    ],
    ['summary: []', '3:10 settings-value "summary" must be words; put a number or yes/no between quotation marks. Here stands a list.'],
    [
      'changes: none',
      '3:10 settings-value "changes" must be a list: each entry on a line after a dash, or between [square brackets]. Here stands "none".',
    ],
    [
      'changes:\n  - section: [rights]\n    what: A right',
      '4:5 settings-unknown-key There is no setting "section". Did you mean "sections"?',
    ],
    [
      'changes:\n  - sections: []\n    what: A right',
      '4:15 settings-value "sections" in entry 1 of "changes" must hold at least one entry.',
    ],
    ['changes:\n  - sections: [rights]', '4:5 settings-value "what" in entry 1 of "changes" is missing. Add a line "what: …" there.'],
    [
      'retired: [rights]',
      '3:10 settings-value "retired" must be a group of settings, each on a line of its own as "name: value". Here stands a list.',
    ],
    [
      'retired: {rights: 1}',
      '3:19 settings-value "rights" in "retired" must be the id of the section that continues it, or null. Here stands "1".',
    ],
    [
      'retired: {"my rights": null}',
      '3:11 settings-value "my rights" in "retired" holds a sign that no section id can have. Write the id as it stood in the earlier text.',
    ],
    [
      'changeTerms: {days: 1.5, channels: [site]}',
      '3:21 settings-value "days" in "changeTerms" must be a whole number of days. Here stands "1.5".',
    ],
    ['changeTerms: {days: -1, channels: [site]}', '3:21 settings-value "days" in "changeTerms" must not be negative. Here stands "-1".'],
    [
      'noticeWaiver: {reason: hurry, authority: law, text: words}',
      '3:24 settings-value "reason" in "noticeWaiver" must be one of legal-duty, imminent-danger, court-order, security. Here stands "hurry".',
    ],
    [
      'attested: [{rule: r, by: counsel, on: 2027-13-01, why: w}]',
      '3:39 settings-value "on" in entry 1 of "attested" must be a day that exists, in the form 2027-03-01. Here stands "2027-13-01".',
    ],
    ['provenance: {sorce: a book}', '3:14 settings-unknown-key There is no setting "sorce". Did you mean "source"?'],
  ])('%j', (yaml, finding) => {
    expect(frontmatter(yaml)).toEqual([finding]);
  });
});
