import { readdir } from 'node:fs/promises';

/** Names of the folders in a folder, in the order of their code units on every machine; none when it does not exist. Hidden ones are left out. */
export async function foldersIn(path: string): Promise<readonly string[]> {
  return names(path, (entry) => entry.isDirectory());
}

/** Names of the files in a folder, likewise. */
export async function filesIn(path: string): Promise<readonly string[]> {
  return names(path, (entry) => entry.isFile());
}

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isFile(): boolean;
}

async function names(path: string, keep: (entry: Entry) => boolean): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => keep(entry) && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .toSorted((a, b) => (a < b ? -1 : 1));
}
