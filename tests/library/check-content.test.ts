import { describe, expect, test } from 'vitest';
import { checkContent, type CheckTime } from '../../src/library/check-content.ts';
import { readLibrary } from '../../src/library/library.ts';
import { redlineWords } from '../../src/strings/redline.ts';
import { contentWith, policyText, SITE, write, type Files } from '../content-folder.ts';
import { firstVersion, laterVersion, NOW, published } from '../desk.ts';
import { day } from '../model/rules/publish/facts.ts';

const DRAFT = 'policies/privacy/2027-03-01/policy.mdx';
const NEXT = 'policies/privacy/2027-06-01/policy.mdx';
const SETTLED = 'effective: 2027-03-01\nmateriality: initial';
const OWN = SITE.replace('policies.example.org', 'policies.acme.com').replace('help@example.org', 'help@acme.com');

async function rulesIn(folder: string, time: Partial<CheckTime> = {}): Promise<readonly string[]> {
  const { findings } = await checkContent(await readLibrary(folder), { now: NOW, words: redlineWords, ...time });
  return findings.map(({ rule, severity, place }) => `${place.file}:${place.line} ${severity} ${rule}`);
}

const rules = (files: Files, time?: Partial<CheckTime>): Promise<readonly string[]> => rulesIn(contentWith(files), time);

describe('what publishing would refuse', () => {
  test('is a warning while nobody has approved the draft', async () => {
    expect(await rules({ [DRAFT]: policyText('Words.') })).toEqual([`${DRAFT}:2 warning materiality-missing`]);
  });

  test('is an error once it is approved', async () => {
    const approved = policyText('Words.', "effective: 2027-03-01\napproved: {by: counsel, on: 2027-01-09, text: '0123456789ab'}");
    expect(await rules({ [DRAFT]: approved })).toEqual([`${DRAFT}:2 error materiality-missing`, `${DRAFT}:3 error approval-digest`]);
  });

  test('is told of the next version as well: which sections its changes do not mention', async () => {
    const folder = contentWith({ [DRAFT]: firstVersion({ effective: '2027-03-01' }) });
    expect((await published(folder)).code).toBe(0);
    const text = laterVersion({ effective: '2027-06-01' })
      .replace(/^approved:.*\n/m, '')
      .replace('[our-promise]\n', '[who-we-are]\n');
    write(folder, { [NEXT]: text });
    expect(await rulesIn(folder)).toEqual([`${NEXT}:5 warning changes-cover`, `${NEXT}:6 warning changes-orphan`]);
  });
});

describe('the words of a draft', () => {
  test('are looked at though its settings cannot be read: one run shows everything', async () => {
    const found = await rules({ [DRAFT]: policyText('Please check back often for changes to this policy.', 'effective: soon') });
    expect(found).toEqual([`${DRAFT}:2 error settings-value`, `${DRAFT}:5 warning check-back`]);
  });

  test('answer to the profiles that site.yaml names, for the kinds of policy that these are about', async () => {
    const text = policyText('Words.', SETTLED);
    const files = { 'site.yaml': `${SITE}profiles: [caloppa]\n`, [DRAFT]: text };
    expect(await rules({ ...files, 'policies/privacy/policy.yaml': 'title: P\nkind: privacy\n' })).toContain(
      `${DRAFT}:2 warning caloppa/dnt`,
    );
    expect(await rules({ ...files, 'policies/privacy/policy.yaml': 'title: P\nkind: terms\n' })).toEqual([]);
  });

  test('answer to the profiles of their own policy.yaml, whatever its kind', async () => {
    const files = { [DRAFT]: policyText('Words.', SETTLED), 'policies/privacy/policy.yaml': 'title: P\nprofiles: [caloppa]\n' };
    expect(await rules(files)).toContain(`${DRAFT}:2 warning caloppa/dnt`);
  });
});

describe('settings', () => {
  test.each([
    ['a profile that does not exist', { 'site.yaml': `${SITE}profiles: [gdrp]\n` }, 'site.yaml:9 error profile-unknown'],
    [
      'a contact at which nobody can be reached, on a site with an address of its own',
      { 'site.yaml': OWN.replace('help@acme.com', 'help@example.org') },
      'site.yaml:5 error contact-setting',
    ],
    ['a telephone number that is none', { 'site.yaml': OWN.replace('url:', "  phone: '000'\nurl:") }, 'site.yaml:6 error contact-setting'],
    [
      'a rule that does not exist',
      { 'site.yaml': `${SITE}rules: {chek-back: {severity: error, reason: r}}\n` },
      'site.yaml:9 error rule-unknown',
    ],
  ])('are found with %s', async (_, files, finding) => {
    expect(await rules(files)).toEqual([finding]);
  });

  test('are right with a contact of their own', async () => {
    expect(await rules({ 'site.yaml': OWN })).toEqual([]);
  });

  test('tell when a profile was not compared with its law for more than a year', async () => {
    const files = { 'site.yaml': `${SITE}profiles: [ftc]\n`, [DRAFT]: policyText('Words.', SETTLED) };
    expect(await rules(files, { today: day('2027-11-23') })).not.toContain('site.yaml:9 info profile-old');
    expect(await rules(files, { today: day('2027-11-24') })).toContain('site.yaml:9 info profile-old');
  });
});

describe('a review', () => {
  const folder = async (policy: string): Promise<string> => {
    const content = contentWith({ [DRAFT]: firstVersion({ effective: '2027-03-01' }), 'policies/privacy/policy.yaml': policy });
    await published(content);
    return content;
  };

  test('is due when the months have passed since the policy was published', async () => {
    const content = await folder('title: P\nreviewMonths: 6\n');
    expect(await rulesIn(content, { today: day('2027-07-10') })).toEqual([]);
    expect(await rulesIn(content, { today: day('2027-07-11') })).toEqual(['policies/privacy/policy.yaml:2 warning review-due']);
  });

  test('is due after twelve months where a law asks for it', async () => {
    const content = await folder('title: P\nprofiles: [ccpa]\n');
    expect(await rulesIn(content, { today: day('2028-01-11') })).toContain('policies/privacy/policy.yaml:2 warning ccpa/12-months');
    expect(await rulesIn(content, { today: day('2027-09-11') })).toEqual([]);
  });
});

describe('a change that a law wants told fifteen days before', () => {
  const drafted = async (effective: string, materiality = 'substantive'): Promise<readonly string[]> => {
    const content = contentWith({
      [DRAFT]: firstVersion({ effective: '2027-01-10' }),
      'policies/privacy/policy.yaml': 'title: P\nkind: terms\nprofiles: [p2b]\n',
    });
    await published(content);
    write(content, { [NEXT]: laterVersion({ effective }).replace('substantive', materiality) });
    return (await rulesIn(content)).filter((finding) => finding.includes('p2b/15-days'));
  };

  test('may not apply a day earlier: 25 January is a Monday, so the days end with it', async () => {
    expect(await drafted('2027-01-25')).toEqual([`${NEXT}:3 warning p2b/15-days`]);
    expect(await drafted('2027-01-26')).toEqual([]);
  });

  test('may apply at once when it is editorial', async () => {
    expect(await drafted('2027-01-25', 'editorial')).toEqual([]);
  });
});
