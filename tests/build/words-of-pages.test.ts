import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../.ci/node.js';
import { codicil, type Ended } from '../command.ts';
import { copyOfRepository, scratchFolder } from './repository-copy.ts';

const scratch = scratchFolder();
const program = copyOfRepository(join(scratch, 'program'));
cpSync(join(root, 'content'), join(program, 'content'), { recursive: true });

const build = (): Promise<Ended> => codicil(['build', '--today', '2026-12-01', '--out', join(program, 'dist')], { cwd: program, program });
const deep = (place: string): Promise<Ended> => codicil(['verify', place, '--deep'], { program });

/** Pages of the sample that show a text, each with the permanent page's version. */
const PERMANENT = ['privacy/2016-05-26', 'privacy/2024-01-01', 'privacy/2027-03-01', 'security/2016-05-26', 'terms/2016-05-26'];

/** Paths of the files that were found wanting. */
function named(stderr: string, folder: string): readonly string[] {
  const places = [...stderr.matchAll(/^(\S+) {2}error$/gmu)].map(([, place]) => (place ?? '').replace(`${folder}/`, ''));
  return [...new Set(places)].toSorted();
}

describe('a site whose templates are as they were', () => {
  const site = join(program, 'dist');
  const changed = join(scratch, 'changed');

  beforeAll(async () => {
    await build();
  }, 120_000);

  test('says in every page exactly the words of its record', async () => {
    expect(await deep(site)).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/, 33 pages read word by word\.$/mu) });
  });

  const inPage = 'privacy/2024-01-01/index.html';

  test.each([
    [
      'a word that was added to a paragraph',
      inPage,
      /(children\.1">.*?do) not/u,
      '$1 maybe not',
      'In children.1, after “children under 13. We do”, the page adds “maybe”.',
    ],
    ['a paragraph that was left out', inPage, /<p id="children\.1">.*?<\/p>/u, '', 'The page leaves out children.1: “'],
    [
      'a section whose words stand elsewhere',
      inPage,
      /(<p id="who-we-are\.1">.*?<\/p>)(<p id="who-we-are\.2">.*?<\/p>)/u,
      '$2$1',
      'who-we-are.',
    ],
    ['words that nobody is shown', inPage, /<p id="children\.1">/u, '<p id="children.1" hidden>', 'The page leaves out children.1'],
    [
      'words that a screen reader passes over',
      inPage,
      /<p id="children\.1">/u,
      '<p id="children.1" aria-hidden="true">',
      '<hidden from some readers>',
    ],
    ['a picture in the text', inPage, /<p id="children\.1">/u, '<p id="children.1"><img src="/x.png" alt="Not">', 'the page adds “<img>”'],
    ['words beside the text', inPage, /<article/u, '<p>This is a summary.</p><article', '“<p> This is a summary.”'],
    [
      'another word in the contents',
      inPage,
      /(<nav class="contents".*?)Children/u,
      '$1Pupils',
      'Entry 8 of the contents is “#children Pupils”',
    ],
    [
      'a link that leads elsewhere',
      inPage,
      /(<p id="preamble\.2">.*?href=")#changes/u,
      '$1#contact',
      'to #changes, the page “Changes to this policy” to #contact',
    ],
    [
      'other words in the way to the version in force',
      inPage,
      /(<p class="in-force"><a[^>]*>)[^<]*/u,
      '$1It never applied.',
      '“It never applied.”',
    ],
    [
      'a word in the policy’s own address',
      'privacy/index.html',
      /<p id="children\.1">/u,
      '<p id="children.1">Perhaps ',
      'must show version 2024-01-01',
    ],
    [
      'a word in the redline',
      'privacy/2024-01-01/changes/index.html',
      /(<article class="redline[\s\S]*?)Children/u,
      '$1Pupils',
      'is not the one that was frozen: the ledger has the digest',
    ],
    ['a word in policy.txt', 'terms/2016-05-26/policy.txt', /\tYou /u, '\tWe ', 'the record says “You”, the page “We”'],
    ['a word in policy.json', 'terms/2016-05-26/policy.json', /You /u, 'We ', 'is not the record'],
    ['a word in policy.md', 'terms/2016-05-26/policy.md', /You /u, 'We ', 'the record says “You”, the page “We”'],
  ])('does not hold with %s, and the file and the place are named', async (_, file, words, other, said) => {
    rmSync(changed, { recursive: true, force: true });
    cpSync(site, changed, { recursive: true });
    const before = readFileSync(join(changed, file), 'utf8');
    const after = before.replace(words, other);
    expect(after).not.toBe(before);
    writeFileSync(join(changed, file), after);
    const { code, stderr } = await deep(changed);
    expect(stderr).toContain(said);
    expect([code, named(stderr, changed)]).toEqual([1, [file]]);
  });

  test('does not hold without a page that the ledger names', async () => {
    rmSync(changed, { recursive: true, force: true });
    cpSync(site, changed, { recursive: true });
    rmSync(join(changed, 'terms/2016-05-26/index.html'));
    const { code, stderr } = await deep(changed);
    expect([code, named(stderr, changed)]).toEqual([1, ['terms/2016-05-26/index.html']]);
  });
});

describe('a template that was edited', () => {
  const section = 'src/components/policy-section/PolicySection.astro';
  const text = 'src/components/policy-text/PolicyText.astro';

  test.each([
    ['adds a word to every section', section, '<div class="body"', '<p>Hereby.</p>\n  <div class="body"', 'the page adds “Hereby.”'],
    [
      'adds a word to every heading',
      section,
      '<Fragment set:html={section.heading} />',
      '<Fragment set:html={section.heading} /> (amended)',
      'the page adds “(amended)”',
    ],
    ['leaves the body of every section out', section, ' set:html={section.body} />', ' />', 'The page leaves out '],
    [
      'adds a word to every text',
      text,
      '<article class="prose">',
      '<article class="prose">\n  <p>As amended.</p>',
      'the page adds “As amended.”',
    ],
    [
      'shows the sections in another order',
      text,
      '{text.sections.map((section) => (\n    <PolicySection',
      '{text.sections.toReversed().map((section) => (\n    <PolicySection',
      'stands in another place',
    ],
  ])(
    'and %s is found on every page that it makes',
    async (_, file, words, other, said) => {
      const path = join(program, file);
      const before = readFileSync(path, 'utf8');
      const after = before.replace(words, other);
      expect(after).not.toBe(before);
      try {
        writeFileSync(path, after);
        expect((await build()).code).toBe(0);
      } finally {
        writeFileSync(path, before);
      }
      const dist = join(program, 'dist');
      const { code, stderr } = await deep(dist);
      expect(stderr).toContain(said);
      expect(stderr).toMatch(/ have the digest [0-9a-f]{64} in the record and [0-9a-f]{64} on the page\./u);
      const pages = [...PERMANENT, 'privacy', 'security', 'terms'].map((page) => `${page}/index.html`);
      expect([code, named(stderr, dist)]).toEqual([1, pages.toSorted()]);
    },
    120_000,
  );
});
