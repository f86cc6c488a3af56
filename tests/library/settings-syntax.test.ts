import { describe, expect, test } from 'vitest';
import { SITE } from '../content-folder.ts';
import { settingsFindings } from './findings.ts';

const site = (written: string, instead: string): readonly string[] => settingsFindings('site', SITE.replace(written, instead));

describe('settings that cannot be read', () => {
  const colon =
    'This value holds a colon. Put the value between quotation marks; if the next line is a setting of its own, begin it as far left as this one.';
  const sign = (written: string) =>
    `A value that begins with "${written}" means something else here, and words would be lost. Put the value between quotation marks.`;

  test.each([
    [
      'a setting written twice',
      SITE.replace('address:', 'languages: [de]\naddress:'),
      '9:1 settings-syntax This setting stands here twice. Keep one of the two lines.',
    ],
    ['a tab', SITE.replace('  email', '\temail'), '5:1 settings-syntax A line begins with a tab. Begin it with spaces.'],
    ['a colon in words', SITE.replace('Example Ltd', 'Example: a company'), `1:15 settings-syntax ${colon}`],
    ['a line too far right', SITE.replace('languages', ' languages'), `7:11 settings-syntax ${colon}`],
    [
      'words that begin with @',
      SITE.replace('Example Ltd', '@ Example'),
      '1:15 settings-syntax A value cannot begin with "@". Put the value between quotation marks.',
    ],
    ['an alias', SITE.replace('Example Ltd', '*Example*'), `1:15 settings-syntax ${sign('*')}`],
    ['an anchor', SITE.replace('Example Ltd', '&Sons Ltd'), `1:15 settings-syntax ${sign('&')}`],
    ['a tag', SITE.replace('Example Ltd', '!Important Ltd'), `1:15 settings-syntax ${sign('!')}`],
    ['a tag of YAML', SITE.replace('Example Ltd', '!!binary aGk='), `1:15 settings-syntax ${sign('!')}`],
    [
      'an open quotation mark',
      SITE.replace('Example Ltd', '"Example Ltd'),
      '1:15 settings-syntax The " that opens this value is not closed. Write its partner where the value ends.',
    ],
    [
      'an open bracket',
      SITE.replace('[en]', '[en'),
      '8:12 settings-syntax The [ that opens this value is not closed. Write its partner where the value ends.',
    ],
    [
      'words after quotation marks',
      SITE.replace('Example Ltd', '"Example" Ltd'),
      '1:25 settings-syntax The settings cannot be read from here on. Each setting stands on a line of its own as "name: value"; a value that holds a colon, quotation marks or begins with a sign goes between quotation marks.',
    ],
    [
      'a line without a colon',
      `hello\n${SITE}`,
      '1:1 settings-syntax The line "hello" is no setting: it has no colon. Each setting stands on a line of its own as "name: value".',
    ],
    [
      'a line of dashes',
      `${SITE}---\nsample: true\n`,
      '9:1 settings-syntax A line of dashes or dots ends the settings, and more of them follow. Remove that line.',
    ],
    ['a directive', `%YAML 1.1\n---\n${SITE}`, '1:1 settings-syntax A line that begins with "%" is none of the settings. Remove it.'],
    [
      'a backslash',
      SITE.replace('Example Ltd', '"Example\\Documents"'),
      '1:23 settings-syntax Between double quotation marks a backslash changes what follows it. Write two of them, or put the value between single quotation marks.',
    ],
    [
      'no name',
      `: x\n${SITE}`,
      '1:1 settings-syntax A setting has no name here. Each setting stands on a line of its own as "name: value".',
    ],
    [
      'a list for a name',
      `? [a, b]\n: x\n${SITE}`,
      '1:3 settings-syntax A setting has no name here. Each setting stands on a line of its own as "name: value".',
    ],
    [
      'a list',
      '- a\n- b\n',
      '1:1 settings-value This file must be a group of settings, each on a line of its own as "name: value". Here stands a list.',
    ],
    [
      'a remark in place of a value',
      SITE.replace('Example Ltd', '#1 Example'),
      '1:15 settings-value "organisation" has no value. It must be words; put a number or yes/no between quotation marks. What stands after "#" is a remark that readers never see; put a value that begins with it between quotation marks.',
    ],
    [
      'a character that hides others',
      SITE.replace('Example', 'Exam\u202Eple'),
      '1:19 control-character An invisible control character (U+202E) stands here; it can hide or reorder words. Delete it. Words in a language that runs the other way stand in <span lang="ar" dir="rtl">…</span>.',
    ],
  ])('%s is one finding where it stands', (_, yaml, finding) => {
    expect(settingsFindings('site', yaml)).toEqual([finding]);
  });

  test('a key that only looks like one of the program is unknown', () => {
    expect(site('organisation', 'Organisation')).toEqual([
      '1:1 settings-unknown-key There is no setting "Organisation". Did you mean "organisation"?',
    ]);
    expect(site('languages', '__proto__: 1\nlanguages')[0]).toMatch(/^8:1 settings-unknown-key There is no setting "__proto__"\./);
  });

  test('a remark after a value is no part of it', () => {
    expect(site('Example Ltd', 'Example Ltd # the company')).toEqual([]);
  });

  test.each([
    [
      'aliases of aliases',
      Array.from({ length: 40 }, (_, level) => `a${level}: &a${level} [*a${level - 1},*a${level - 1}]`)
        .join('\n')
        .replaceAll('*a-1', 'x'),
    ],
    ['20,000 brackets', '['.repeat(20_000)],
    ['10,000 groups in groups', '{a: '.repeat(10_000)],
    ['20,000 lists in lists', '- '.repeat(20_000)],
    ['20,000 quotation marks', '"'.repeat(20_000)],
    ['1,000 settings that nobody knows', Array.from({ length: 1000 }, (_, index) => `key${index}: 1`).join('\n')],
    ['more text than settings ever have', 'x'.repeat(2_000_000)],
  ])('%s are refused within seconds', (_, yaml) => {
    const started = performance.now();
    const { length } = settingsFindings('site', yaml);
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(20);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
