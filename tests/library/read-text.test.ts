import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText, MOST_BYTES, readText } from '../../src/library/read-text.ts';
import { folderOf } from '../content-folder.ts';
import { line } from './findings.ts';

function said(bytes: Uint8Array): string {
  const read = decodeText(bytes, 'policy.mdx');
  return 'text' in read ? read.text : line(read.finding);
}

describe('bytes of a file', () => {
  test('a byte order mark and the kind of line end are no part of the text', () => {
    expect(said(Buffer.from('\uFEFFa\r\nb\rc\n'))).toBe('a\nb\nc\n');
  });

  test.each([
    [
      'UTF-16, little end first',
      Buffer.from('\uFEFFtext', 'utf16le'),
      /^1:1 file-encoding The file is saved as UTF-16\. Save the file again as plain text in UTF-8\.$/,
    ],
    ['UTF-16, big end first', Buffer.from('\uFEFFtext', 'utf16le').swap16(), /^1:1 file-encoding The file is saved as UTF-16\./],
    ['UTF-16 without a mark', Buffer.from('text', 'utf16le'), /^1:2 file-encoding The file is not a text/],
    [
      'Latin-1',
      Buffer.from('a\r\nb\ncaf\u00E9 au lait', 'latin1'),
      /^3:4 file-encoding This character is not saved as UTF-8, so nobody can tell which one it is\./,
    ],
    ['Latin-1 behind characters of three bytes', Buffer.concat([Buffer.from('日本語 '), Buffer.from([0xe9])]), /^1:5 file-encoding /],
    ['a character cut in half', Buffer.from('日本語').subarray(0, 8), /^1:3 file-encoding /],
    [
      'a Word file',
      Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0]),
      /^1:6 file-encoding The file is not a text: .* A Word or PDF file must be imported first\.$/,
    ],
    [
      'a PDF file',
      Buffer.concat([Buffer.from('%PDF-1.7\n%'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3])]),
      /^2:2 file-encoding .* A Word or PDF file must be imported first\.$/,
    ],
  ])('%s is refused where it shows', (_, bytes, finding) => {
    expect(said(bytes)).toMatch(finding);
  });

  test('a character that says that one was lost is left to the check of the text', () => {
    expect(said(Buffer.from('a\uFFFDb'))).toBe('a\uFFFDb');
  });
});

describe('a file', () => {
  async function read(name: string, make: (path: string) => void): Promise<string> {
    const folder = folderOf({ 'there.mdx': 'there' });
    make(join(folder, name));
    const text = await readText(join(folder, name), name);
    return 'text' in text ? text.text : line(text.finding);
  }

  test('of two million bytes is read, of one more is not', async () => {
    expect(await read('a.mdx', (path) => writeFileSync(path, 'x'.repeat(MOST_BYTES)))).toHaveLength(MOST_BYTES);
    expect(await read('a.mdx', (path) => writeFileSync(path, 'x'.repeat(MOST_BYTES + 1)))).toBe(
      '1:1 file-too-large The file holds 2.0 MB; a text may hold 2 MB. Check that it is the right file.',
    );
  });

  test('that is a folder is refused', async () => {
    expect(await read('policy.mdx', (path) => mkdirSync(path))).toBe(
      '1:1 file-unreadable This is a folder where a file is expected. Rename it, or move it elsewhere.',
    );
  });

  test('that is a link is read where it leads', async () => {
    expect(await read('policy.mdx', (path) => symlinkSync('there.mdx', path))).toBe('there');
  });
});
