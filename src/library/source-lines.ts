import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText, MOST_BYTES } from './read-text.ts';

/** Lines of a file below the content folder as its author sees them; `undefined` when it is no text that is read. */
export type LinesOf = (file: string) => readonly string[] | undefined;

/** Reads a file when its lines are first asked for: for reports, which show the line that a finding is about. */
export function sourceLines(content: string): LinesOf {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, readLines(join(content, file), file));
    return known.get(file);
  };
}

function readLines(path: string, file: string): readonly string[] | undefined {
  try {
    const info = statSync(path);
    if (!info.isFile() || info.size > MOST_BYTES) return undefined;
    const read = decodeText(readFileSync(path), file);
    return 'text' in read ? read.text.split('\n') : undefined;
  } catch {
    // A file that is not there has a finding that says so.
    return undefined;
  }
}

/** Id of the section that a line of a policy text stands in: that of the nearest heading above it that has one. */
export function sectionAt(lines: readonly string[], line: number): string | undefined {
  const heads = lines.slice(0, line);
  if (heads.filter((text) => text.trimEnd() === '---').length < 2) return undefined;
  return heads.map((text) => /^ {0,3}#{1,6}\s.*\[#([a-z0-9-]+)\]\s*#*\s*$/u.exec(text)?.[1]).findLast((id) => id !== undefined);
}
