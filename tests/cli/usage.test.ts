import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { codicil, type Ended } from '../command.ts';
import { contentWith, FILES, folderOf, SITE } from '../content-folder.ts';

const VERBS = [
  'check',
  'import',
  'build',
  'diff',
  'draft',
  'review',
  'publish',
  'reschedule',
  'withdraw',
  'reviewed',
  'retire',
  'remove',
  'notice',
  'status',
  'deploy-plan',
  'verify',
];

describe('help', () => {
  let whole: Ended;
  beforeAll(async () => {
    whole = await codicil(['--help']);
  });

  test('names every verb', () => {
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    expect([...whole.stdout.matchAll(/^ {2}([a-z][a-z-]*) (?:\[|<)/gm)].map(([, verb]) => verb)).toEqual(VERBS);
  });

  test.each(VERBS)('of %s explains its options and those of all verbs', async (verb) => {
    const { code, stdout, stderr } = await codicil([verb, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^Usage: codicil ${verb} `));
    for (const option of ['--content <dir>', '--out <dir>', '--today <day>']) expect(stdout.split(option)).toHaveLength(2);
  });
});

describe('wrong usage ends with 2, one clear line and nothing else', () => {
  test.each([
    [['chek'], /^error: unknown command 'chek'\n\(Did you mean check\?\)\n$/],
    [['check', '--fiks'], /^error: unknown option '--fiks'\n\(Did you mean --fix\?\)\n$/],
    [['import', '--policy', 'terms'], /^error: missing required argument 'path'\n$/],
    [['check', '--today', '2027-02-29'], /^--today 2027-02-29 is not a day that exists, in the form 2027-03-01\.\n$/],
    [['check', '--content', '/nowhere'], /^There is no content folder at \/nowhere\. Name it with --content DIR\.\n$/],
    [['check', 'nope'], /^There is no policy "nope" in content\/policies\. The policies are: .*\n$/],
  ])('%j', async (args, message) => {
    expect(await codicil(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });

  test('no verb at all', async () => {
    expect(await codicil([])).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Usage: codicil /) });
  });

  test('a wrong day in the environment', async () => {
    expect(await codicil(['check'], { env: { CODICIL_TODAY: '2027-13-01' } })).toMatchObject({
      code: 2,
      stderr: '--today 2027-13-01 is not a day that exists, in the form 2027-03-01.\n',
    });
  });
});

describe('the content folder', () => {
  const NONE = /Checked .*: no findings\.\n$/;

  test('may be named before the verb, after it, and by the environment; what is typed counts more', async () => {
    const folder = contentWith();
    const env = { CODICIL_CONTENT: '/nowhere' };
    const all = await Promise.all([
      codicil(['--content', folder, 'check']),
      codicil(['check', `--content=${folder}`], { env }),
      codicil(['check'], { env: { CODICIL_CONTENT: folder } }),
    ]);
    for (const ended of all) expect(ended).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(NONE) });
  });

  test('may be named from where one stands, with a slash at its end', async () => {
    const folder = contentWith({ 'site.yaml': SITE.replace('Europe/Paris', 'Paris') });
    const name = folder.slice(dirname(folder).length + 1);
    const [beside, inside] = await Promise.all([
      codicil(['check', '--content', `${name}/`], { cwd: dirname(folder) }),
      codicil(['check', '--content', '.'], { cwd: folder }),
    ]);
    expect(beside.stderr).toContain(`${name}/site.yaml:7:11  error`);
    expect(inside.stderr).toContain('site.yaml:7:11  error');
  });
});

describe('the folder of the site', () => {
  test('is refused when building would destroy what stands there', async () => {
    const folder = folderOf({
      ...Object.fromEntries(Object.entries(FILES).map(([file, text]) => [`content/${file}`, text])),
      'photos/one.jpg': 'x',
      file: 'x',
    });
    mkdirSync(join(folder, 'empty'));
    const into = (out: string) => codicil(['build', '--content', 'content', '--out', out], { cwd: folder });
    const [content, above, photos, file] = await Promise.all(['content', '.', 'photos', 'file'].map(into));
    for (const ended of [content, above]) {
      expect(ended).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^The site cannot be built into .*: building replaces the whole folder/),
      });
    }
    expect(photos).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/photos holds files that are no site built by this program, and building would replace them\./),
    });
    expect(file).toMatchObject({ code: 2, stderr: expect.stringMatching(/file: it is a file\. Name a folder with --out DIR\.\n$/) });
    expect(readdirSync(folder)).toEqual(['content', 'empty', 'file', 'photos']);
  });
});
