import { rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a file anew: any reader finds it as it was or as it will be, and nothing between. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const { mode } = await stat(path);
  const staged = join(dirname(path), `.${basename(path)}.new`);
  await writeFile(staged, text, { mode });
  await rename(staged, path);
}
