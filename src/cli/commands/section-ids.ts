import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText } from '../../library/read-text.ts';
import { splitFrontmatter } from '../../library/frontmatter.ts';
import { missingIds } from '../../mdx/missing-ids.ts';
import type { Finding } from '../../model/finding.ts';
import { replaceFile } from './replace-file.ts';

/** Writes the ids that the findings miss, at the ends of their headings, and changes no other byte of the files. */
export async function writeMissingIds(content: string, findings: readonly Finding[], tell: (line: string) => void): Promise<void> {
  const files = findings.filter((finding) => finding.rule === 'section-id-missing').map((finding) => finding.place.file);
  for (const file of new Set(files)) for (const line of await fixFile(content, file)) tell(line);
}

/** Says of each id where it was written. */
async function fixFile(content: string, file: string): Promise<readonly string[]> {
  const path = await realpath(join(content, file));
  const bytes = await readFile(path);
  const text = decodeText(bytes, file);
  const split = 'finding' in text ? text : splitFrontmatter(text.text, file);
  if ('finding' in split) return [];
  const missing = missingIds(split.body, file);
  if (missing.length === 0) return [];
  // The file's own text, with its own line ends and byte order mark: every second part is a line end.
  const parts = bytes.toString('utf8').split(/(\r\n|\r|\n)/u);
  for (const { line, column, id } of missing) {
    const index = (line - 1) * 2;
    const words = parts[index] ?? '';
    parts[index] = `${words.slice(0, column - 1)} [#${id}]${words.slice(column - 1)}`;
  }
  await replaceFile(path, parts.join(''));
  return missing.map(({ line, id }) => `${content}/${file}:${line}  id written: [#${id}]`);
}
