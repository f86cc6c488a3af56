import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFolder, requireFreeFolder } from '../../src/cli/commands/site-folder.ts';
import { UsageError } from '../../src/cli/io.ts';
import { folderOf, write } from '../content-folder.ts';
import { digestsOfTree } from '../tree.ts';

const A_SITE = { 'index.html': '', '404.html': '', _headers: '' };

describe('the folder of the site', () => {
  const isFree = (out: string, content = '/elsewhere/content', program = '/elsewhere/program') =>
    requireFreeFolder(out, [content, program]).then(
      () => true,
      (error: unknown) => (error instanceof UsageError ? false : error),
    );

  test.each([
    ['that is not there', {}, 'dist', true],
    ['that is empty', { 'dist/.git/HEAD': '' }, 'dist', true],
    ['that holds an earlier site', Object.fromEntries(Object.entries(A_SITE).map(([name, text]) => [`dist/${name}`, text])), 'dist', true],
    ['that holds anything else', { 'dist/index.html': '' }, 'dist', false],
    ['that is a file', { dist: '' }, 'dist', false],
  ])('%s', async (_, files, name, expected) => {
    expect(await isFree(join(folderOf(files), name))).toBe(expected);
  });

  test.each([
    ['the content itself', '/a/content', false],
    ['a folder in the content', '/a/content/dist', false],
    ['a folder that holds the content', '/a', false],
    ['the root of the disk', '/', false],
    ['the folder of the program', '/a/program', false],
    ['a folder in that of the program', '/a/program/dist', true],
    ['a folder beside the content whose name begins like it', '/a/content-site', true],
  ])('may be %s: %s', async (_, out, expected) => {
    expect(await isFree(out, '/a/content', '/a/program')).toBe(expected);
  });

  test('is replaced whole, but for the repository in it', async () => {
    const folder = folderOf({ 'dist/old/page.html': 'old', 'dist/index.html': 'old', 'dist/.git/HEAD': 'pages' });
    write(folder, { 'dist.new/index.html': 'new', 'dist.new/page/index.html': 'new', 'dist.old/left/over.html': 'from a crash' });
    await replaceFolder(join(folder, 'dist'), join(folder, 'dist.new'));
    expect(Object.keys(digestsOfTree(folder))).toEqual(['dist/.git/HEAD', 'dist/index.html', 'dist/page/index.html']);
  });

  test('is made where there was none', async () => {
    const folder = folderOf({ 'dist.new/index.html': 'new' });
    await replaceFolder(join(folder, 'dist'), join(folder, 'dist.new'));
    expect(Object.keys(digestsOfTree(folder))).toEqual(['dist/index.html']);
  });
});
