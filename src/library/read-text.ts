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
  const info = await stat(path);
  if (!info.isFile()) return refuse(name, 'file-unreadable', 'This is a folder where a file is expected. Rename it, or move it elsewhere.');
  if (info.size > MOST_BYTES) {
    const size = `${(info.size / 1_000_000).toFixed(1)} MB`;
    return refuse(name, 'file-too-large', `The file holds ${size}; a text may hold ${MOST_BYTES / 1_000_000} MB. Check that it is the right file.`);
  }
  return decodeText(await readFile(path), name);
}

/** Bytes to text, by the same rules. */
export function decodeText(bytes: Uint8Array, name: string): TextFile {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'UTF-16' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16' : '';
  if (mark !== '') return refuse(name, 'file-encoding', `The file is saved as ${mark}. Save it again as plain text in UTF-8.`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(name, 'file-encoding', `The file is not text in UTF-8 (${badLine(bytes)}). Save it again as plain text in UTF-8; a Word or PDF file must be imported first.`);
  }
  if (text.includes('\0')) return refuse(name, 'file-encoding', 'The file is not a text: it holds bytes that no text has. A Word or PDF file must be imported first.');
  return { text: text.replaceAll(/\r\n?/gu, '\n') };
}

function badLine(bytes: Uint8Array): string {
  const lines = new TextDecoder('latin1').decode(bytes).split('\n');
  const bad = lines.findIndex((line) => {
    const raw = Uint8Array.from(line, (character) => character.charCodeAt(0) & 0xff);
    return new TextDecoder('utf-8').decode(raw).includes('\uFFFD');
  });
  return bad < 0 ? 'its bytes are no text' : `the first such character is in line ${bad + 1}`;
}

function refuse(file: string, rule: string, message: string): TextFile {
  return { finding: { rule, severity: 'error', place: { file }, message } };
}
