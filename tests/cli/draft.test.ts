import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../src/cli/commands/check.ts';
import { draft } from '../../src/cli/commands/draft.ts';
import { review } from '../../src/cli/commands/review.ts';
import { summarise } from '../../src/cli/commands/summarise.ts';
import { calendarDate } from '../../src/model/calendar-date.ts';
import { folderOf, SITE } from '../content-folder.ts';
import { approvedText, firstVersion, laterVersion, NOW, published, run, visibleFiles, type Said } from '../desk.ts';

const TERMS = 'changeTerms: {days: 30, channels: [site, email]}\n';
let content: string;

/** A version in force from 10 January 2027, the day on which everything here happens, that promises 30 days. */
beforeEach(async () => {
  content = folderOf({
    'site.yaml': SITE,
    'policies/privacy/policy.yaml': 'title: Privacy policy\n',
    'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10', settings: TERMS }),
  });
  await published(content);
});

const drafted = (effective?: string, policy = 'privacy'): Promise<Said> =>
  run(() => draft({ content, policy, effective: effective === undefined ? undefined : calendarDate(effective) }, { now: NOW }));
const file = (version: string): string => join(content, 'policies/privacy', version, 'policy.mdx');
const text = (version: string): string => readFileSync(file(version), 'utf8');
const edit = (version: string, before: string, after: string): void => {
  expect(text(version)).toContain(before);
  writeFileSync(file(version), text(version).replace(before, after));
};

describe('the next version of a policy', () => {
  test('applies from the first day that keeps what readers were promised, and the day is explained', async () => {
    const { code, stdout } = await drafted();
    expect(code).toBe(0);
    expect(stdout).toContain('policies/privacy/2027-02-10/policy.mdx, with the words of one.');
    expect(stdout).toContain('Version one is in force and promises 30 days of notice. Posted today, and sent by "email" no later');
    expect(stdout).toContain('may take effect on 2027-02-10 at the earliest');
    expect(text('2027-02-10')).toContain('## Our promise [#our-promise]\n\nWe keep it.\n');
    expect(text('2027-02-10')).toContain('changeTerms: {days: 30, channels: [site, email]}');
    expect(text('2027-02-10')).not.toContain('approved');
  });

  test('may be planned for another day; one that is too early is called so, one that is past is refused', async () => {
    expect((await drafted('2027-06-01')).stdout).not.toContain('is earlier');
    expect((await drafted('2027-01-20')).stdout).toContain('2027-01-20 is earlier: only spelling, clearer words or a waived notice');
    expect(await drafted('2027-01-09')).toMatchObject({ code: 2, stderr: expect.stringContaining('2027-01-09 is past') });
    expect(existsSync(file('2027-01-09'))).toBe(false);
  });

  test('follows the one that is announced, and says so', async () => {
    const folder = folderOf({
      'site.yaml': SITE,
      'policies/privacy/policy.yaml': 'title: Privacy policy\n',
      'policies/privacy/one/policy.mdx': firstVersion({ effective: '2027-01-10' }),
      'policies/privacy/two/policy.mdx': laterVersion({ effective: '2027-06-01' }),
    });
    await published(folder);
    const { stdout } = await run(() => draft({ content: folder, policy: 'privacy' }, { now: NOW }));
    expect(stdout).toContain('2027-06-02/policy.mdx, with the words of two.');
    expect(stdout).toContain('Version two is announced from 2027-06-01 on; this one follows it.');
  });

  test('is never written over what is there', async () => {
    await drafted('2027-06-01');
    edit('2027-06-01', 'We keep it.', 'We keep it better.');
    const before = visibleFiles(content);
    expect(await drafted('2027-06-01')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is there already. Nothing was written.'),
    });
    expect(visibleFiles(content)).toEqual(before);
  });

  test('cannot be made of a text that is not the one published, nor where nothing was published', async () => {
    writeFileSync(file('one'), text('one').replace('We keep it.', 'We sell it.'));
    expect(await drafted()).toMatchObject({ code: 2, stderr: expect.stringContaining('is not the file that was published') });
    expect(await drafted(undefined, 'terms')).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no policy "terms"') });
  });
});

describe('the check of a draft', () => {
  test('names every section that differs, with its changes, and whether the notice tells of it', async () => {
    await drafted('2027-06-01');
    edit('2027-06-01', 'We keep it.', 'We keep it for 30 days.');
    const { stdout } = await run(() => check({ content, only: 'privacy', fix: false }, { now: NOW }));
    expect(stdout).toContain('  1 section differs from one:\n    Our promise (our-promise): 1 change (number');
    expect(stdout).toContain('NOT told under "changes" yet');
  });
});

describe('the notice of a draft', () => {
  const summarised = (): Promise<Said> => run(() => summarise({ content, name: 'privacy' }, { now: NOW }));

  test('is prepared once, for every section that it must tell of; nothing that is written there is touched', async () => {
    await drafted('2027-06-01');
    expect((await summarised()).stdout).toContain('Nothing differs from one. Nothing was written.');
    edit('2027-06-01', 'We keep it.', 'We keep it for 30 days.');
    expect((await summarised()).stdout).toContain('item written for Our promise: 1 change (number');
    expect(text('2027-06-01')).toContain('changes:\n  - sections: [our-promise]\n    what: "[Say what changes in “Our promise”: 1 change');
    const before = visibleFiles(content);
    expect((await summarised()).stdout).toContain('Every section that has to be told of is told of. Nothing was written.');
    expect(visibleFiles(content)).toEqual(before);
  });

  test.each(['[Say what changes in “Our promise”.]', 'We keep it longer. [Say what changes in “Our promise”.]', '[later]'])(
    'is not published while it says “%s”',
    async (what) => {
      const later = laterVersion({ effective: '2027-06-01' });
      writeFileSync(
        join(folderInto('2027-06-01'), 'policy.mdx'),
        approvedText(later.replace(/^approved:.*\n/mu, '').replace('The promise is put in other words.', `"${what}"`)),
      );
      const { code, stderr } = await published(content);
      expect([code, stderr]).toEqual([1, expect.stringContaining('still holds a note to yourselves')]);
    },
  );

  test('may have brackets in its words', async () => {
    const later = laterVersion({ effective: '2027-06-01' });
    writeFileSync(
      join(folderInto('2027-06-01'), 'policy.mdx'),
      approvedText(
        later
          .replace(/^approved:.*\n/mu, '')
          .replace('The promise is put in other words.', 'The promise [section 2] is put in other words.'),
      ),
    );
    expect((await published(content)).code).toBe(0);
  });
});

describe('a review', () => {
  const reviewed = (files: { html?: string; markdown?: string } = {}): Promise<Said> =>
    run(() => review({ content, name: 'privacy/2027-06-01', ...files }, { now: NOW }));

  test('says what those who approve have to know, and prints the lines that approve exactly this text', async () => {
    await drafted('2027-06-01');
    edit('2027-06-01', 'We keep it.', 'We keep it for 30 days.');
    const { code, stdout, stderr } = await reviewed();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^approved:\n {2}by: .*\n {2}on: 2027-01-10\n {2}text: '[0-9a-f]{12}'\n$/u);
    expect(stderr).toContain('it gives readers 141 whole days of notice. The draft does not say yet how much it changes.');
    expect(stderr).toContain('1 section differs from one, and the notice does not tell of "our-promise".');
  });

  test('writes a page that asks for nothing and a comment in which nothing comes alive', async () => {
    await drafted('2027-06-01');
    edit('2027-06-01', 'We keep it.', 'We keep it, @team, see #1 and ```code``` &lt;b> [x](https://example.org).');
    edit('2027-06-01', '# summary:', 'summary: "Ask @legal about #7 <img src=x> ```"\n#');
    const [html, markdown] = [join(content, '..review.html'), join(content, '..review.md')];
    expect((await reviewed({ html, markdown })).code).toBe(0);
    const page = readFileSync(html, 'utf8');
    expect(page).toContain('<ins');
    expect(page).toContain('Ask @legal about #7 &lt;img src=x&gt;');
    expect(page).not.toMatch(/<script|<img|url\(/u);
    const comment = readFileSync(markdown, 'utf8');
    const outside = comment.replaceAll(/^(`{3,})[a-z]*\n[\s\S]*?^\1$/gmu, '').replaceAll(/(`+)[^`][\s\S]*?\1/gu, '');
    expect(outside).not.toMatch(/@team|@legal|#1|#7|<img|https:/u);
    expect(comment.length).toBeLessThanOrEqual(60_000);
  });

  test('of a text that cannot be read tells why, in the files, too', async () => {
    await drafted('2027-06-01');
    edit('2027-06-01', 'We keep it.', 'We keep it. [Ask](#nowhere)');
    const [html, markdown] = [join(content, '..review.html'), join(content, '..review.md')];
    expect(await reviewed({ html, markdown })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('cannot be looked at yet: 1 error.'),
    });
    for (const one of [html, markdown]) expect(readFileSync(one, 'utf8')).toContain('link-broken');
  });
});

function folderInto(version: string): string {
  const folder = join(content, 'policies/privacy', version);
  mkdirSync(folder, { recursive: true });
  return folder;
}
