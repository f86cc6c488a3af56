import { symlinkSync, readFileSync, readdirSync, statSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/cli/commands/check.ts';
import { UsageError } from '../../src/cli/io.ts';
import { contentWith, folderOf, policyText, SITE, type Files } from '../content-folder.ts';
import { NOW } from '../desk.ts';
import { digestsOfTree } from '../tree.ts';
import { said } from './said.ts';

const TERMS: Files = {
  'policies/terms/policy.yaml': 'title: Terms\n',
  'policies/terms/2027-03-01/policy.mdx': policyText('## Refunds [#refunds]\n\n{none}'),
};

describe('check', () => {
  const run = (folder: string, only?: string) => said(() => check({ content: folder, only, fix: false }, { now: NOW }));

  test('says of each version how long it is, and its fingerprint', async () => {
    const folder = contentWith();
    const { code, stdout, stderr } = await run(folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/(?:[0-9a-f]{4} ?){4}/, 'F')).toBe(
      `privacy/2027-03-01: draft, 2 sections, 20 words, fingerprint F\nChecked ${folder}: no findings.\n`,
    );
  });

  test('prints a finding with file, line and column, what is wrong and what to do, and ends with 1', async () => {
    const folder = contentWith({ 'site.yaml': SITE.replace('Europe/Paris', 'Paris') });
    expect(await run(folder)).toMatchObject({
      code: 1,
      stderr: `${folder}/site.yaml:7:11  error\n  "timeZone" must be the name of a time zone, such as Europe/Paris. Here stands "Paris".  (settings-value)\n  7 | timeZone: Paris\n    |           ^\n\n`,
      stdout: expect.stringMatching(/\nChecked .*: 1 error\.\n$/),
    });
  });

  test('a warning is printed, and the content is right all the same', async () => {
    const folder = contentWith({
      'policies/privacy/2027-03-01/policy.mdx': policyText('See [this](page.html).', 'effective: 2027-03-01\nmateriality: initial'),
    });
    const { code, stdout, stderr } = await run(folder);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/policy\.mdx:6:5 {2}warning\n/)]);
    expect(stdout).toMatch(/: 1 warning\.\n$/);
  });

  test('of one policy leaves the others out', async () => {
    const folder = contentWith({
      ...TERMS,
      'policies/privacy-old/policy.yaml': 'title: Old\n',
      'policies/privacy-old/2020-01-01/policy.mdx': policyText('Words.'),
    });
    const { code, stdout, stderr } = await run(folder, 'privacy');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^privacy\/2027-03-01: .*\nChecked privacy: no findings\.\n$/);
    expect(await run(folder, 'terms')).toMatchObject({ code: 1, stdout: 'Checked terms: 1 error.\n' });
  });

  test('of one version leaves the others out, and a slash behind it changes nothing', async () => {
    const folder = contentWith({ 'policies/privacy/2027-03-02/policy.mdx': policyText('{x}') });
    for (const only of ['privacy/2027-03-01', 'privacy/2027-03-01/']) {
      const { code, stdout } = await run(folder, only);
      expect([code, stdout]).toEqual([0, expect.stringMatching(/^privacy\/2027-03-01: .*\nChecked privacy\/2027-03-01: no findings\.\n$/)]);
    }
    expect(await run(folder, 'privacy/2027-03-02')).toMatchObject({ code: 1 });
  });

  test.each([
    ['nope', 'There is no policy "nope" in FOLDER/policies. The policies are: privacy.'],
    ['privcy', 'There is no policy "privcy" in FOLDER/policies. Did you mean "privacy"?'],
    ['privacy/2027-03-10', 'The policy "privacy" has no version "2027-03-10". Did you mean "2027-03-01"?'],
    ['privacy/first', 'The policy "privacy" has no version "first". The versions are: 2027-03-01.'],
    [
      'privacy/2027-03-01/policy.mdx',
      '"privacy/2027-03-01/policy.mdx" is neither a policy (privacy) nor a version of one (privacy/2027-03-01).',
    ],
    ['/privacy', '"/privacy" is neither a policy (privacy) nor a version of one (privacy/2027-03-01).'],
  ])('of %s, which is not there, is wrong usage', async (only, message) => {
    const folder = contentWith();
    await expect(run(folder, only)).rejects.toThrow(new UsageError(message.replace('FOLDER', folder)));
  });

  test('of a policy where there are none says so', async () => {
    const folder = folderOf({ 'site.yaml': SITE });
    await expect(run(folder, 'privacy')).rejects.toThrow(
      new UsageError(`There is no policy "privacy" in ${folder}/policies. There are no policies yet.`),
    );
  });

  test('of a version that cannot be read is no wrong usage', async () => {
    expect(await run(contentWith(TERMS), 'terms/2027-03-01')).toMatchObject({ code: 1 });
  });
});

describe('check --fix', () => {
  const FILE = 'policies/privacy/2027-03-01/policy.mdx';
  const run = (folder: string, only?: string) => said(() => check({ content: folder, only, fix: true }, { now: NOW }));
  const fixed = async (text: string): Promise<string> => {
    const folder = contentWith({ [FILE]: text });
    await run(folder);
    return readFileSync(join(folder, FILE), 'utf8');
  };

  test('writes the missing ids at the ends of the headings, and no other byte', async () => {
    const folder = contentWith({
      [FILE]: policyText('## Who we are\n\nWe.  \n\n##   Your *rights*  \n\n\nYours.\n\n### Deeper\n\nMore.\n\n## Kept [#kept]\n\nIt.'),
    });
    const before = digestsOfTree(folder);
    const { code, stdout } = await run(folder);
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(
      policyText(
        '## Who we are [#who-we-are]\n\nWe.  \n\n##   Your *rights* [#your-rights]  \n\n\nYours.\n\n### Deeper\n\nMore.\n\n## Kept [#kept]\n\nIt.',
      ),
    );
    expect(code).toBe(0);
    expect(stdout).toContain(`${folder}/${FILE}:5  id written: [#who-we-are]\n${folder}/${FILE}:9  id written: [#your-rights]\n`);
    expect(Object.keys(digestsOfTree(folder))).toEqual(Object.keys(before));
    expect({ ...digestsOfTree(folder), [FILE]: '' }).toEqual({ ...before, [FILE]: '' });
  });

  test('changes nothing when it is run again', async () => {
    const folder = contentWith({ [FILE]: policyText('## Who we are\n\nWe.') });
    await run(folder);
    const before = digestsOfTree(folder);
    const time = statSync(join(folder, FILE)).mtimeMs;
    const { code, stdout } = await run(folder);
    expect([code, stdout]).toEqual([0, expect.not.stringContaining('id written')]);
    expect([digestsOfTree(folder), statSync(join(folder, FILE)).mtimeMs]).toEqual([before, time]);
  });

  test.each([
    ['Windows line ends', '\r\n'],
    ['line ends of an old Mac', '\r'],
  ])('leaves %s as they are', async (_, end) => {
    expect(await fixed(policyText('## Who we are\n\nWe.\n\n## Yours\n\nYou.').replaceAll('\n', end))).toBe(
      policyText('## Who we are [#who-we-are]\n\nWe.\n\n## Yours [#yours]\n\nYou.').replaceAll('\n', end),
    );
  });

  test('leaves a byte order mark, mixed line ends and a missing last line end as they are', async () => {
    expect(await fixed('\uFEFF---\r\neffective: 2027-03-01\n---\n\r\n## Who we are')).toBe(
      '\uFEFF---\r\neffective: 2027-03-01\n---\n\r\n## Who we are [#who-we-are]',
    );
  });

  test.each([
    ['## Who we are ##', '## Who we are [#who-we-are] ##'],
    ['## Who we are\t', '## Who we are [#who-we-are]\t'],
    ['##\tWho we are', '##\tWho we are [#who-we-are]'],
    ['## 4.2 Your rights', '## 4.2 Your rights [#your-rights]'],
    ['## `code`', '## `code` [#code]'],
    ['## A &amp; B', '## A &amp; B [#a-b]'],
    ['## 日本語', '## 日本語 [#section-1]'],
    ['## 😀 Smile', '## 😀 Smile [#smile]'],
    ['## Preamble', '## Preamble [#section-1]'],
    ['- a list\n\n## Who we are', '- a list\n\n## Who we are [#who-we-are]'],
  ])('makes of %j a heading with an id', async (written, expected) => {
    expect(await fixed(policyText(`${written}\n\nWords.`))).toBe(policyText(`${expected}\n\nWords.`));
  });

  test('gives headings of the same words different ids', async () => {
    expect(await fixed(policyText('## Rights\n\nA.\n\n## Rights\n\nB.\n\n## Else [#rights-2]\n\nC.'))).toBe(
      policyText('## Rights [#rights]\n\nA.\n\n## Rights [#rights-3]\n\nB.\n\n## Else [#rights-2]\n\nC.'),
    );
  });

  test('leaves a heading to its author that a line of signs has made', async () => {
    const text = policyText('Who we are\n----------\n\nWe.');
    expect(await fixed(text)).toBe(text);
  });

  test('leaves a heading in code as it is', async () => {
    const text = policyText('```\n## no heading\n```\n\n## Kept [#kept]\n\nIt.');
    expect(await fixed(text)).toBe(text);
  });

  test.each([
    ['cannot be read', policyText('## Who we are\n\n<Note>')],
    ['has no head', '## Who we are\n\nWe.\n'],
  ])('writes nothing into a text that %s', async (_, text) => {
    expect(await fixed(text)).toBe(text);
  });

  test('writes the ids of a text that has other mistakes, and shows those', async () => {
    const folder = contentWith({ [FILE]: policyText('## Who we are\n\n{we}', 'effective: never') });
    const { code, stdout } = await run(folder);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/id written: \[#who-we-are\]\nChecked .*: 2 errors\.\n$/)]);
  });

  test('of one policy writes into no other', async () => {
    const without = policyText('## Who we are\n\nWe.');
    const folder = contentWith({
      [FILE]: without,
      'policies/terms/policy.yaml': 'title: T\n',
      'policies/terms/2027-03-01/policy.mdx': without,
    });
    await run(folder, 'terms');
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(without);
    expect(readFileSync(join(folder, 'policies/terms/2027-03-01/policy.mdx'), 'utf8')).not.toBe(without);
  });

  test('of a policy that is not there writes nothing at all', async () => {
    const folder = contentWith({ [FILE]: policyText('## Who we are\n\nWe.') });
    const before = digestsOfTree(folder);
    await expect(run(folder, 'terms')).rejects.toThrow(UsageError);
    expect(digestsOfTree(folder)).toEqual(before);
  });

  test('keeps the rights of the file, a link to it, and leaves nothing beside it', async () => {
    const real = folderOf({ 'text.mdx': policyText('## Who we are\n\nWe.') });
    chmodSync(join(real, 'text.mdx'), 0o640);
    const folder = contentWith({ [FILE]: undefined, 'policies/privacy/2027-03-01/.keep': '' });
    symlinkSync(join(real, 'text.mdx'), join(folder, FILE));
    await run(folder);
    expect(readFileSync(join(real, 'text.mdx'), 'utf8')).toContain('[#who-we-are]');
    expect(statSync(join(real, 'text.mdx')).mode & 0o777).toBe(0o640);
    expect([readdirSync(real), readdirSync(join(folder, 'policies/privacy/2027-03-01'))]).toEqual([['text.mdx'], ['.keep', 'policy.mdx']]);
  });
});
