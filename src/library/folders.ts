import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Names of the folders in a folder, in the order of their code units on every machine; none when it does not exist. Hidden
 * ones are left out, and a link counts as what it leads to.
 */
export async function foldersIn(path: string): Promise<readonly string[]> {
  return names(path, 'folder');
}

/** Names of the files in a folder, likewise. */
export async function filesIn(path: string): Promise<readonly string[]> {
  return names(path, 'file');
}

async function names(path: string, kind: 'folder' | 'file'): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  });
  const visible = entries.filter((entry) => !entry.name.startsWith('.'));
  const kinds = await Promise.all(visible.map((entry) => kindOf(path, entry)));
  return visible.flatMap((entry, index) => (kinds[index] === kind ? [entry.name] : [])).toSorted((a, b) => (a < b ? -1 : 1));
}

async function kindOf(path: string, entry: Dirent): Promise<'folder' | 'file' | undefined> {
  // A link whose end is missing is neither.
  const info = entry.isSymbolicLink() ? await stat(join(path, entry.name)).catch(() => undefined) : entry;
  if (info?.isDirectory()) return 'folder';
  return info?.isFile() ? 'file' : undefined;
}
