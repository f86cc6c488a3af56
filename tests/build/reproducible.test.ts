import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../.ci/node.js';
import { codicil } from '../command.ts';
import { digestsOfTree } from '../tree.ts';
import { copyOfRepository, PARTS, scratchFolder } from './repository-copy.ts';

const scratch = scratchFolder();

function copy(name: string): string {
  const folder = copyOfRepository(join(scratch, name));
  cpSync(join(root, 'src/sample'), join(folder, 'content'), { recursive: true });
  return folder;
}

async function build(folder: string, env: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const ended = await codicil(['build', '--drafts', '--today', '2027-01-01'], { cwd: folder, env, program: folder });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return digestsOfTree(join(folder, 'dist'));
}

describe('the same content', () => {
  const east = { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' };
  const west = { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', NODE_ENV: 'development' };
  const here = copy('here');
  const there = copy('another place/a good deal deeper');
  let first: Readonly<Record<string, string>>;

  beforeAll(async () => {
    first = await build(here, east);
  }, 240_000);

  test('gives a whole site', () => {
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining([
        'index.html',
        '404.html',
        '_headers',
        'robots.txt',
        'sitemap.xml',
        'privacy/index.html',
        'privacy/2016-05-26/index.html',
        'about/index.html',
      ]),
    );
  });

  test('gives the same bytes in another folder, time zone and locale', async () => {
    expect(await build(there, west)).toEqual(first);
  }, 240_000);

  test('gives the same bytes from what the build before it has kept', async () => {
    expect(await build(here, west)).toEqual(first);
  }, 240_000);

  test('names no folder of the machine in any file', () => {
    const dist = join(here, 'dist');
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[a-z]+$/.test(file));
    expect(files.length).toBeGreaterThan(10);
    expect(
      files.filter((file) => [scratch, root, tmpdir()].some((folder) => readFileSync(join(dist, file), 'utf8').includes(folder))),
    ).toEqual([]);
  });

  test('leaves nothing beside the site', () => {
    expect(readdirSync(here).toSorted()).toEqual([...PARTS, '.astro', 'content', 'dist', 'node_modules'].toSorted());
  });
});
