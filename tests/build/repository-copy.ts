import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { root } from '../../.ci/node.js';

/** What a build reads, besides the content and the packages. */
export const PARTS = ['src', 'public', '.ci', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A folder outside the repository, for all tests of a file. */
export function scratchFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'codicil-build-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The program as another machine would have it, without content. What its builds keep goes with it. */
export function copyOfRepository(folder: string): string {
  const packages = join(folder, 'node_modules');
  mkdirSync(packages, { recursive: true });
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  // The packages are linked one by one: they are the same wherever the lock file was followed, but what is kept in `.cache` is not.
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(packages, name));
  }
  return folder;
}
