import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFolder, type ImportFolderOptions } from '../../src/cli/commands/import-folder.ts';
import { openArchive } from '../../src/library/archive.ts';
import { verifyContent } from '../../src/library/verify.ts';
import { codicil } from '../command.ts';
import { folderOf, SITE, type Files } from '../content-folder.ts';
import { ledgerLines, namesIn, NOW, run, visibleFiles } from '../desk.ts';

const PROMISE = 'We keep every promise that we have made to you, and we tell you in good time when we cannot keep one of them.';
const COOKIES = 'The site sets cookies of three kinds, and you can refuse two of them whenever you like on the page of settings.';

const text = (...sections: readonly string[]): string => `# Privacy policy\n\nWords at the head.\n\n${sections.join('\n\n')}\n`;
const first = text(
  `## 1. Our promise\n\n${PROMISE}`,
  `## 2. Cookies\n\n${COOKIES}`,
  '## 3. Contact\n\nWrite to us, as [our promise](#1-our-promise) says.',
);

/** Imports dated texts into a fresh content folder. */
async function imported(files: Files, options: Partial<ImportFolderOptions> = {}, content = folderOf({ 'site.yaml': SITE })) {
  const folder = folderOf(files);
  const said = await run(() => importFolder({ content, folder, policy: 'privacy', basis: 'committed', ...options }, { now: NOW }));
  return { ...said, content, folder };
}

async function idsOf(content: string, version: string): Promise<readonly string[]> {
  return (await (await openArchive(content)).frozenVersion('privacy', version)).sections.map(({ id }) => id);
}

async function retiredIn(content: string, version: string) {
  return (await (await openArchive(content)).frozenVersion('privacy', version)).retired;
}

describe('a folder of dated texts', () => {
  test('becomes one version for each text that differs, marked as imported with the basis of its day', async () => {
    const { code, content } = await imported({
      '2020-01-01.md': first,
      '2020-03-01.md': first,
      '2021-01-01.md': first.replace('three', 'four'),
    });
    const { ledger } = await openArchive(content);
    expect(code).toBe(0);
    expect(ledger.entries.map((entry) => entry.type === 'import' && [entry.version, entry.effective])).toEqual([
      ['2020-01-01', { day: '2020-01-01', basis: 'committed' }],
      ['2021-01-01', { day: '2021-01-01', basis: 'committed' }],
    ]);
    expect((await verifyContent(content)).findings).toEqual([]);
  });

  test('says which files only repeat the text before', async () => {
    const { stdout } = await imported({ '2020-01-01.md': first, '2020-03-01.md': `${first}\n<!-- captured again -->\n` });
    expect(stdout).toContain('2020-03-01.md: skipped, the same text as 2020-01-01\n');
    expect(stdout).toContain('1 version from 2 files; 1 skipped as the same text.');
  });

  test('has a version where only the address of a link differs', async () => {
    const linked = (address: string): string => first.replace('Write to us', `[Write to us](https://example.org/${address})`);
    const { content } = await imported({ '2020-01-01.md': linked('old'), '2021-01-01.md': linked('new') });
    const [before, after] = (await openArchive(content)).ledger.entries;
    expect(before?.type === 'import' && after?.type === 'import' && [before.words === after.words, before.record === after.record]).toEqual(
      [true, false],
    );
  });

  test('takes the basis of the days that is asked for, and makes policy.yaml', async () => {
    const { content } = await imported({ '2020-01-01.md': first }, { basis: 'captured' });
    expect(readFileSync(join(content, 'policies/privacy/2020-01-01/policy.mdx'), 'utf8')).toMatch(
      /^---\neffective:\n {2}day: 2020-01-01\n {2}basis: captured\n/,
    );
    expect(readFileSync(join(content, 'policies/privacy/policy.yaml'), 'utf8')).toBe('title: Privacy policy\nkind: privacy\n');
  });

  test('reads web pages beside Markdown', async () => {
    const page = '<html><body><main><h1>Privacy policy</h1><h2>Our promise</h2><p>We keep it.</p></main></body></html>';
    const { content } = await imported({ '2019-01-01.html': page, '2020-01-01.md': first });
    expect(await idsOf(content, '2019-01-01')).toEqual(['our-promise']);
  });
});

describe('section ids in an imported history', () => {
  test('stay when only the number of the heading changes', async () => {
    const second = text(`## 1. New here\n\nA section without a past.`, `## 2. Our promise\n\n${PROMISE}`, `## 3. Cookies\n\n${COOKIES}`);
    const { content } = await imported({ '2020-01-01.md': first, '2021-01-01.md': second });
    expect(await idsOf(content, '2021-01-01')).toEqual(['preamble', 'new-here', 'our-promise', 'cookies']);
  });

  test('stay when the heading changes over the same words, and links within the text follow', async () => {
    const second = first.replace('1. Our promise', '1. What you can rely on').replace('#1-our-promise', '#1-what-you-can-rely-on');
    const { content, stdout } = await imported({ '2020-01-01.md': first, '2021-01-01.md': second });
    expect(await idsOf(content, '2021-01-01')).toEqual(await idsOf(content, '2020-01-01'));
    expect(stdout).toContain('  #our-promise is called "What you can rely on", before "Our promise"\n');
    expect(readFileSync(join(content, 'policies/privacy/2021-01-01/policy.mdx'), 'utf8')).toContain('](#our-promise)');
  });

  test('that are gone are retired, to the section that has their words or to none', async () => {
    const merged = text(`## 1. Our promise\n\n${PROMISE}\n\n${COOKIES}`);
    const { content } = await imported({ '2020-01-01.md': first, '2021-01-01.md': merged });
    expect(await retiredIn(content, '2021-01-01')).toMatchObject({ cookies: 'our-promise', contact: null });
  });

  test('that come back under the same heading are the old ones', async () => {
    const without = text(`## 1. Our promise\n\n${PROMISE}`);
    const { content, stdout } = await imported({ '2020-01-01.md': first, '2021-01-01.md': without, '2022-01-01.md': first });
    expect(await idsOf(content, '2022-01-01')).toEqual(await idsOf(content, '2020-01-01'));
    expect(stdout).toContain('  #cookies is there again\n');
  });

  test('are given once in a text, even when two headings change places', async () => {
    const other = text(`## 1. Our promise\n\n${PROMISE}`, '## Cookies\n\nWe bake them on Tuesdays.');
    const renamed = other.replace('## Cookies', '## Biscuits').replace('## 1. Our promise', '## 1. Cookies');
    const { content } = await imported({ '2020-01-01.md': other, '2021-01-01.md': renamed });
    const sections = (await (await openArchive(content)).frozenVersion('privacy', '2021-01-01')).sections.map(({ id, heading }) => [
      heading,
      id,
    ]);
    expect(new Set(sections.map(([, id]) => id)).size).toBe(sections.length);
  });
});

describe('an import of a folder that cannot be', () => {
  test('names every file that stands in its way and writes nothing', async () => {
    const { code, content, stderr } = await imported({
      '2020-01-01.md': first,
      'latest.md': first,
      '2020-02-30.md': first,
      '2099-01-01.md': first,
    });
    expect(code).toBe(1);
    for (const file of ['latest.md', '2020-02-30.md', '2099-01-01.md']) expect(stderr).toContain(`${file}  `);
    expect(stderr).toMatch(/Nothing was written: 3 of the files cannot be imported\.\n$/);
    expect(namesIn(content)).toEqual(['site.yaml']);
  });

  test('stops at a file that is no text', async () => {
    const { code, content, stderr } = await imported({ '2020-01-01.md': first, '2021-01-01.md': new Uint8Array([0xc3, 0x28, 0xff]) });
    expect([code, namesIn(content)]).toEqual([1, ['site.yaml']]);
    expect(stderr).toContain('2021-01-01.md');
  });

  test('refuses two texts of one day', async () => {
    const { code, stderr } = await imported({ '2020-01-01.md': first, '2020-01-01.html': '<p>Words</p>' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('is of the same day')]);
  });

  test('changes nothing when it is run again', async () => {
    const { content, folder } = await imported({ '2020-01-01.md': first });
    const before = visibleFiles(content);
    const again = await run(() => importFolder({ content, folder, policy: 'privacy', basis: 'committed' }, { now: NOW }));
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('privacy has published versions already')]);
    expect(visibleFiles(content)).toEqual(before);
  });

  test('never writes over a draft of the same name', async () => {
    const content = folderOf({
      'site.yaml': SITE,
      'policies/privacy/policy.yaml': 'title: Own\n',
      'policies/privacy/2020-01-01/policy.mdx': 'mine',
    });
    const { code } = await imported({ '2020-01-01.md': first }, {}, content);
    expect([code, ledgerLines(content)]).toEqual([2, []]);
    expect(readFileSync(join(content, 'policies/privacy/2020-01-01/policy.mdx'), 'utf8')).toBe('mine');
  });

  test('is wrong usage when the folder holds no texts', async () => {
    const { code, stderr } = await imported({ 'notes.txt': 'words' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('holds no text of a version')]);
  });
});

describe('the command', () => {
  test('takes a folder, prints the receipt, and is quiet about progress in a pipe', async () => {
    const [content, folder] = [folderOf({ 'site.yaml': SITE }), folderOf({ '2020-01-01.md': first })];
    const { code, stdout, stderr } = await codicil(['import', folder, '--policy', 'privacy', '--basis', 'unknown', '--content', content]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1 version from 1 file; 0 skipped');
    expect(existsSync(join(content, 'policies/privacy/2020-01-01/record.html'))).toBe(true);
  });

  test.each([
    [['--effective', '2020-01-01'], '--effective is for a file.'],
    [['--basis', 'sometimes'], 'Allowed choices are'],
  ])('refuses %j with a folder', async (flags, told) => {
    const [content, folder] = [folderOf({ 'site.yaml': SITE }), folderOf({ '2020-01-01.md': first })];
    const { code, stderr } = await codicil(['import', folder, '--policy', 'privacy', '--content', content, ...flags]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
  });
});
