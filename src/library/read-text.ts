import { readFile, stat } from 'node:fs/promises';
import type { Finding } from '../model/finding.ts';

/** Largest text file that is read, in bytes. The longest real policy known holds 343 kB. */
export const MOST_BYTES = 2_000_000;

export type TextFile = { readonly text: string } | { readonly finding: Finding };

/**
 * A text file as its author sees it: UTF-8, without a byte order mark, line ends as `\n`. Folding line ends here is what makes a
 * checkout with Windows line ends say the same as any other.
 *
 * A folder, a file too large, or bytes that are no text give a finding; a missing file throws.
 */
export async function readText(path: string, name: string): Promise<TextFile> {
  const read = await readBytes(path, name);
  return 'finding' in read ? read : decodeText(read.bytes, name);
}

/** The bytes of a text file, for who needs their digest too; the same refusals. */
export async function readBytes(path: string, name: string): Promise<{ readonly bytes: Uint8Array } | { readonly finding: Finding }> {
  const info = await stat(path);
  if (!info.isFile()) return refuse(name, 'file-unreadable', 'This is a folder where a file is expected. Rename it, or move it elsewhere.');
  if (info.size > MOST_BYTES) {
    const size = `${(info.size / 1_000_000).toFixed(1)} MB`;
    return refuse(
      name,
      'file-too-large',
      `The file holds ${size}; a text may hold ${MOST_BYTES / 1_000_000} MB. Check that it is the right file.`,
    );
  }
  return { bytes: await readFile(path) };
}

/** Bytes to text, by the same rules. */
export function decodeText(bytes: Uint8Array, name: string): TextFile {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return refuse(name, 'file-encoding', `The file is saved as UTF-16. ${SAVE}.`);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return refuse(name, 'file-encoding', `The file is not a text: it holds bytes that no text has. ${IMPORT}`, placeAt(bytes, nul));
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: text.replaceAll(/\r\n?/gu, '\n') };
  } catch {
    const message = `This character is not saved as UTF-8, so nobody can tell which one it is. ${SAVE}. ${IMPORT}`;
    return refuse(name, 'file-encoding', message, placeAt(bytes, firstBad(bytes)));
  }
}

const SAVE = 'Save the file again as plain text in UTF-8';
const IMPORT = 'A Word or PDF file must be imported first.';

/** Where the first bytes stand that are no character in UTF-8. */
function firstBad(bytes: Uint8Array): number {
  // By halves: the beginning of a file stays readable up to its first bad byte.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isReadable(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isReadable(bytes: Uint8Array): boolean {
  try {
    // A character that the cut parts is no fault of the file.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Line and column of a byte, counted from 1. */
function placeAt(bytes: Uint8Array, index: number): { readonly line: number; readonly column: number } {
  const lines = new TextDecoder('utf-8').decode(bytes.subarray(0, index), { stream: true }).split(/\r\n?|\n/u);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function refuse(file: string, rule: string, message: string, place = { line: 1, column: 1 }): { readonly finding: Finding } {
  return { finding: { rule, severity: 'error', place: { file, ...place }, message } };
}
