import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { check, type Format } from '../../src/cli/commands/check.ts';
import { contentWith, policyText, SITE, type Files } from '../content-folder.ts';
import { firstVersion, NOW, published } from '../desk.ts';
import { digestsOfTree } from '../tree.ts';
import { said } from './said.ts';

const DRAFT = 'policies/privacy/2027-03-01/policy.mdx';
const CHECK_BACK = policyText(
  '## Changes [#changes]\n\nPlease check back often for changes to this policy.',
  'effective: 2027-03-01\nmateriality: initial',
);
const waiver = (severity: string, until = ', until: 2027-06-30'): Files => ({
  'site.yaml': `${SITE}rules: {check-back: {severity: ${severity}, reason: It is negotiated${until}}}\n`,
});

const run = (folder: string, format: Format = 'text', fix = false) => said(() => check({ content: folder, fix, format }, { now: NOW }));

describe('the report in the terminal', () => {
  test('shows the line, the section, how sure it is, where the rule comes from and where it is explained', async () => {
    const folder = contentWith({ [DRAFT]: CHECK_BACK });
    expect(await run(folder)).toMatchObject({
      code: 0,
      stderr: [
        `${folder}/${DRAFT}:8:1  warning`,
        '  Readers are told to look for changes themselves: "Please check back often for changes to this policy." That does not replace telling them. Say how they are told of a change and how long before it counts, and give the same under "changeTerms"; the request may stay beside that only as a courtesy.  (check-back)',
        '  8 | Please check back often for changes to this policy.',
        '    | ^',
        '  In the section changes. Found by its wording, so it may be wrong. Source: WP260 rev.01 para 29 (Article 29 Working Party, Guidelines on transparency). Guide: src/model/rules/README.md#check-back',
        '',
        '',
      ].join('\n'),
    });
  });

  test('tells of every rule that is made to weigh less, with its reason, its last day and what it hid', async () => {
    const { code, stdout, stderr } = await run(contentWith({ ...waiver('off'), [DRAFT]: CHECK_BACK }));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('check-back is off until 2027-06-30, because: It is negotiated. 1 finding is not shown.\n');
  });

  test('ends with 1 when site.yaml makes a rule an error', async () => {
    expect((await run(contentWith({ ...waiver('error', ''), [DRAFT]: CHECK_BACK }))).code).toBe(1);
  });
});

describe('a report for programs', () => {
  test.each(['json', 'sarif', 'github'] as const)('as %s stands alone on the output, and ends like the one for people', async (format) => {
    const folder = contentWith({ ...waiver('error', ''), [DRAFT]: CHECK_BACK });
    const before = digestsOfTree(folder);
    const { code, stdout, stderr } = await run(folder, format);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(
      format === 'github' ? /^::error file=.*policy\.mdx,line=8,col=1,title=check-back::Readers [^\n]*\n$/ : /^\{\n[^]*\n\}\n$/,
    );
    expect(digestsOfTree(folder)).toEqual(before);
  });

  test('holds no word of what --fix has written', async () => {
    const folder = contentWith({ [DRAFT]: policyText('## Changes\n\nNone.', 'effective: 2027-03-01\nmateriality: initial') });
    const { stdout, stderr } = await run(folder, 'json', true);
    expect(() => z.object({}).parse(JSON.parse(stdout))).not.toThrow();
    expect(stderr).toContain('id written: [#changes]');
  });

  test('names the section of what keeps a text from being read, too', async () => {
    const { stdout } = await run(contentWith({ [DRAFT]: policyText('## Changes [#changes]\n\nSee {x}.') }), 'json');
    const { findings } = z
      .object({ findings: z.array(z.object({ rule: z.string(), section: z.string().optional() })) })
      .parse(JSON.parse(stdout));
    expect(findings).toContainEqual({ rule: 'no-code', section: 'changes' });
  });
});

describe('publishing', () => {
  const approved = firstVersion({ effective: '2027-03-01', promise: 'Please check back often for changes to this policy.' });

  test('is refused by a rule that site.yaml makes an error', async () => {
    const folder = contentWith({ ...waiver('error', ''), [DRAFT]: approved });
    const before = digestsOfTree(folder);
    expect(await published(folder)).toMatchObject({ code: 1, stderr: expect.stringContaining('(check-back)') });
    expect(digestsOfTree(folder)).toEqual(before);
  });

  test('is not, by one that is a warning', async () => {
    expect((await published(contentWith({ [DRAFT]: approved }))).code).toBe(0);
  });

  test('of one policy is not refused by a draft that nobody has approved', async () => {
    const files = {
      ...waiver('error', ''),
      [DRAFT]: firstVersion({ effective: '2027-03-01' }),
      'policies/privacy/2027-06-01/policy.mdx': CHECK_BACK,
    };
    expect((await published(contentWith(files))).code).toBe(0);
  });
});
