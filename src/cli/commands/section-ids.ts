import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLibrary } from '../../library/library.ts';
import { foldersIn } from '../../library/folders.ts';
import { decodeText } from '../../library/read-text.ts';
import { splitFrontmatter } from '../../library/frontmatter.ts';
import { missingIds } from '../../mdx/missing-ids.ts';
import { say } from '../io.ts';

/** Writes the ids that top-level sections lack, at the end of their headings, and changes no other byte of the file. */
export async function writeMissingIds(content: string, only: string | undefined): Promise<void> {
  await readLibrary(content);
  for (const policy of await foldersIn(join(content, 'policies'))) {
    for (const version of await foldersIn(join(content, 'policies', policy))) {
      if (only === undefined || only === policy || only === `${policy}/${version}`) await fixFile(content, `policies/${policy}/${version}/policy.mdx`);
    }
  }
}

async function fixFile(content: string, file: string): Promise<void> {
  const path = join(content, file);
  const bytes = await readFile(path).catch(() => undefined);
  const text = bytes && decodeText(bytes, file);
  if (!bytes || !text || 'finding' in text) return;
  const split = splitFrontmatter(text.text, file);
  if ('finding' in split) return;
  const missing = missingIds(split.body, file);
  if (missing.length === 0) return;
  // The file's own bytes are cut into lines, so that its line ends stay as they are.
  const lines = bytes.toString('utf8').split('\n');
  for (const { line, id } of missing) {
    const index = line - 1;
    lines[index] = (lines[index] ?? '').replace(/[ \t]*(\r?)$/u, ` [#${id}]$1`);
    say(`${content}/${file}:${line}  id written: [#${id}]`);
  }
  await writeFile(path, lines.join('\n'));
}
