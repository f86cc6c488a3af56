import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/library/library.ts';
import { canonicalLines } from '../../src/model/record/canonical.ts';
import { codicil, type Ended } from '../command.ts';
import { policyText, SITE, write, type Files } from '../content-folder.ts';
import { digestsOfTree } from '../tree.ts';
import { copyOfRepository, scratchFolder } from './repository-copy.ts';
import { filesOf, wordsOfFile } from './site-words.ts';

const scratch = scratchFolder();
const program = copyOfRepository(join(scratch, 'program'));
const content = (name: string) => join(scratch, name);
const out = (name: string) => join(scratch, `${name}-site`);

/** Builds a content folder that stands far from the program, into a folder beside it. */
async function build(name: string, files: Files, ...more: readonly string[]): Promise<Ended> {
  write(content(name), files);
  return codicil(['build', '--content', content(name), '--out', out(name), ...more], { cwd: scratch, program });
}

/** All that the drafts of a folder say, block by block, without the marks of a table row or a list's label. */
async function sentences(name: string): Promise<readonly string[]> {
  const { policies, findings } = await readLibrary(content(name));
  expect(findings).toEqual([]);
  const lines = policies.flatMap((policy) => policy.versions.flatMap((version) => canonicalLines(version.record)));
  return lines.flatMap((line) => line.text.replace(/^(?:\d+|[a-z])\. /u, '').split(' | '));
}

const page = (name: string, path: string) => wordsOfFile(join(out(name), path));
const BANNER = /Draft\. This text has not been published and is not in force\./;
const SLOW = 240_000;

const sections = (count: number, words: string) =>
  Array.from(
    { length: count },
    (_, index) => `## ${index + 1}. Wombat ${index + 1} [#wombat-${index + 1}]\n\n${words} number ${index + 1}.`,
  ).join('\n\n');

const VARIED: Files = {
  'site.yaml': SITE.replace('https://policies.example.org', 'https://example.org/legal/policies/'),
  'policies/quokka/policy.yaml': 'title: Quokka policy\nsummary: The quokka summary.\n',
  'policies/quokka/2027-03-01/policy.mdx': policyText(
    'Quokka words before.\n\n## Quokka rights [#quokka-rights]\n\n1. A first quokka.\n2. See [all](policy:platypus).\n\n| Quokka | Days |\n| --- | --- |\n| Grey quokka | 12 |',
  ),
  'policies/platypus/policy.yaml': 'title: Platypus policy\n',
  'policies/platypus/2027-03-01/policy.mdx': policyText('The whole platypus text, without any heading.\n\nIts second paragraph.'),
  'policies/wombat/policy.yaml': 'title: Wombat policy\nsections: open\n',
  'policies/wombat/2027-03-01/policy.mdx': policyText(sections(200, 'A short wombat sentence')),
  'policies/numbat/policy.yaml': 'title: Numbat policy\n',
  'policies/numbat/2027-03-01/policy.mdx': policyText(sections(30, 'A numbat repeats itself. '.repeat(420)).replaceAll('ombat', 'umbat')),
  'pages/about.mdx':
    '---\ntitle: About this shop\n---\n\nOf a <PolicyLink to="quokka#quokka-rights">right</PolicyLink>, <InForce policy="quokka" />.\n\n- <span lang="fr">un</span> of {1 + 1}\n',
};

describe('drafts', () => {
  const secrets = /quokka|platypus|wombat|numbat/i;
  let withDrafts: Ended;
  let without: Ended;
  let shown: Readonly<Record<string, string>>;
  let words: readonly string[];

  beforeAll(async () => {
    withDrafts = await build('varied', VARIED, '--drafts');
    shown = Object.fromEntries(filesOf(out('varied')).map((file) => [file.slice(out('varied').length + 1), wordsOfFile(file)]));
    words = await sentences('varied');
    // Into the same folder, so that whatever the first build has kept could leak into the second.
    without = await build('varied', VARIED);
  }, SLOW);

  test('that are asked for are shown, each with every word, under a banner', () => {
    expect(withDrafts).toMatchObject({ code: 0, stderr: '', stdout: `Built ${out('varied')} from ${content('varied')}, with 4 drafts.\n` });
    const all = ['quokka', 'platypus', 'wombat', 'numbat'].map((name) => shown[`${name}/2027-03-01/index.html`] ?? '');
    for (const text of all) expect(text).toMatch(BANNER);
    expect(words.filter((line) => !all.some((text) => text.includes(line)))).toEqual([]);
  });

  test('that are asked for stand at the address of their policy too', () => {
    for (const name of ['quokka', 'platypus', 'wombat', 'numbat']) expect(shown[`${name}/index.html`]).toMatch(BANNER);
  });

  test('that are asked for show what a check says of them, and nothing of that is left in a site without them', () => {
    const box = /Findings, never part of a published page .*\(materiality-missing\)/;
    expect(['quokka/2027-03-01/index.html', 'quokka/index.html'].filter((path) => box.test(shown[path] ?? ''))).toHaveLength(2);
    const all = filesOf(out('varied')).map((file) => readFileSync(file, 'utf8'));
    expect(all.filter((text) => /never part of a published page|materiality-missing/.test(text) && !text.includes('"$schema"'))).toEqual(
      [],
    );
  });

  test('that are not asked for leave no word, address or name anywhere in the site', () => {
    expect(without).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `Built ${out('varied')} from ${content('varied')}, 4 drafts left out.\n`,
    });
    const files = filesOf(out('varied'));
    expect(files.filter((file) => secrets.test(file.slice(scratch.length)))).toEqual([]);
    expect(files.filter((file) => secrets.test(readFileSync(file, 'utf8')))).toEqual([]);
    const rare = words.filter((line) => /[a-z]{4,}/i.test(line));
    const all = files.map(wordsOfFile).join('\n');
    expect(rare.length).toBeGreaterThan(400);
    expect(rare.filter((line) => all.includes(line))).toEqual([]);
  });

  test('that are not asked for are no policies: the home page says that nothing is published', () => {
    expect(page('varied', 'index.html')).toContain('No policy has been published here yet.');
    expect(page('varied', 'about/index.html')).toContain('Of a right, not published yet.');
    expect(existsSync(join(out('varied'), 'quokka'))).toBe(false);
  });

  test('a text without a heading is one section, and one of 200 sections has them all', () => {
    expect(shown['platypus/index.html']).toContain('The whole platypus text, without any heading. Its second paragraph.');
    expect(shown['wombat/index.html']).toContain('200. Wombat 200');
    expect((shown['numbat/index.html'] ?? '').length).toBeGreaterThan(300_000);
  });

  test('under the path of its address a site links to itself', () => {
    const html = readFileSync(join(out('varied'), 'index.html'), 'utf8');
    const links = [...html.matchAll(/ (?:href|src)="(\/[^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !link.startsWith('/legal/policies/'))).toEqual([]);
    expect(readFileSync(join(out('varied'), '_headers'), 'utf8')).toContain('/legal/policies/');
  });
});

describe('a build that fails', () => {
  const unchanged = { code: 1, stdout: '' };
  let before: Readonly<Record<string, string>>;
  beforeAll(() => {
    before = digestsOfTree(out('varied'));
  });

  test('because of a mistake in the content leaves the earlier site as it was, and says so', async () => {
    const ended = await build('varied', { 'policies/quokka/policy.yaml': 'title: 12\n' });
    expect(ended).toMatchObject({
      ...unchanged,
      stderr: expect.stringMatching(/\nNothing was built: 1 error\. The files are as they were\.\n$/),
    });
    expect(digestsOfTree(out('varied'))).toEqual(before);
  });

  test(
    'because of a page that cannot be run leaves the earlier site as it was, and says so',
    async () => {
      const ended = await build('varied', { ...VARIED, 'pages/about.mdx': '---\ntitle: About\n---\n\n{nobody.knows}\n' });
      expect(ended).toMatchObject({
        ...unchanged,
        stderr: expect.stringMatching(
          /nobody is not defined[^]*\nThe site could not be built; .*Nothing was written: .*varied-site and .*varied are as they were\.\n$/,
        ),
      });
      expect(digestsOfTree(out('varied'))).toEqual(before);
      expect(existsSync(`${out('varied')}.new`)).toBe(false);
    },
    SLOW,
  );
});

describe('a site', () => {
  test(
    'without policies says that nothing is published, and keeps the repository that stands in its folder',
    async () => {
      write(out('empty'), {
        'index.html': 'an earlier site',
        '404.html': '',
        _headers: '',
        'old/index.html': '',
        '.git/HEAD': 'ref: refs/heads/pages',
      });
      expect(await build('empty', { 'site.yaml': SITE, 'policies/.gitkeep': '' }, '--drafts')).toMatchObject({ code: 0, stderr: '' });
      expect(page('empty', 'index.html')).toContain('No policy has been published here yet.');
      expect(existsSync(join(out('empty'), 'old'))).toBe(false);
      expect(readFileSync(join(out('empty'), '.git/HEAD'), 'utf8')).toBe('ref: refs/heads/pages');
    },
    SLOW,
  );

  test.each([
    ['ar', 'rtl', 'نحن شركة المثال.', 'من نحن'],
    ['ja', undefined, '私たちは例社です。', '私たちについて'],
  ])(
    'in the language %s (direction %s) has every word of its policy',
    async (lang, dir, words, heading) => {
      const files = {
        'site.yaml': SITE.replace('[en]', `[${lang}]`),
        'policies/privacy/policy.yaml': `title: ${heading}\n`,
        'policies/privacy/2027-03-01/policy.mdx': policyText(`## ${heading} [#who-we-are]\n\n${words}`),
      };
      expect(await build(lang, files, '--drafts')).toMatchObject({ code: 0, stderr: '' });
      expect(page(lang, 'privacy/index.html')).toContain(words);
      expect(readFileSync(join(out(lang), 'privacy/index.html'), 'utf8')).toContain(
        `<html lang="${lang}"${dir === undefined ? '' : ` dir="${dir}"`}>`,
      );
    },
    SLOW,
  );
});
