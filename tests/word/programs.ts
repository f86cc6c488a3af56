import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldWords } from '../../src/model/record/fold.ts';

/** A file as another program writes it. `from` is its ending, by which the program knows its kind. */
export function converted(content: string | Uint8Array, from: string, by: 'pandoc' | 'LibreOffice', to = 'docx'): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'codicil-word-'));
  try {
    const source = join(folder, `source.${from}`);
    writeFileSync(source, content);
    if (by === 'pandoc') {
      const format = from === 'md' ? ['-f', 'gfm-yaml_metadata_block'] : [];
      execFileSync('pandoc', [...format, source, '-o', join(folder, `made.${to}`)], { stdio: 'pipe' });
      return readFileSync(join(folder, `made.${to}`));
    }
    // A profile of its own, or a LibreOffice that is open would answer in its place.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const filter = to === 'docx' ? 'docx:MS Word 2007 XML' : to;
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', join(folder, 'out'), source], { stdio: 'pipe' });
    return readFileSync(join(folder, 'out', `source.${to}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The words of a Word file as pandoc reads it, without labels and footnotes. */
export function pandocWords(docx: Uint8Array, changes: 'accept' | 'reject'): readonly string[] {
  const json = execFileSync('pandoc', ['-f', 'docx', `--track-changes=${changes}`, '-t', 'json'], { input: docx, maxBuffer: 100_000_000 });
  const { blocks }: { blocks: unknown } = JSON.parse(json.toString());
  return foldWords(textOf(blocks))
    .split(' ')
    .filter((word) => word !== '');
}

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node !== 'object' || node === null || !('t' in node)) return '';
  const content = 'c' in node ? node.c : [];
  switch (node.t) {
    case 'Str':
      return String(content);
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Code':
    case 'CodeBlock':
      return Array.isArray(content) ? String(content[1]) : '';
    case 'Note':
      return '';
    case 'Quoted':
      return Array.isArray(content) ? `“${textOf(content[1])}”` : '';
    case 'Para':
    case 'Plain':
    case 'Header':
      return `${textOf(content)} `;
    default:
      return textOf(content);
  }
}
