import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './node.js';

/**
 * The folder of real policy histories that tests/corpus reads, from CODICIL_CORPUS or where it stands beside the repository; `undefined`
 * when there is none, or when CODICIL_CORPUS is empty. They belong to others and are not part of the repository.
 *
 * @throws when CODICIL_CORPUS names no folder: tests that were asked for are not left out in silence.
 */
export function corpusFolder(): string | undefined {
  const named = process.env['CODICIL_CORPUS'];
  if (named === '') return undefined;
  const folder = resolve(root, named ?? '../shared/corpus');
  if (existsSync(folder)) return folder;
  if (named) throw new Error(`CODICIL_CORPUS=${named} is not a folder.`);
  return undefined;
}
