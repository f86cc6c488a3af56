import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importHtml } from '../../../src/interchange/import/import-html.ts';
import { importMarkdown } from '../../../src/interchange/import/import-markdown.ts';
import type { ImportInput, ImportResult } from '../../../src/interchange/import/import-policy.ts';

export const FIXTURES = fileURLToPath(new URL('../../fixtures/import/', import.meta.url));

export const cases = readdirSync(FIXTURES).toSorted();

/** Imports the source of one case; its name is all that is known of where it came from. */
export function importCase(name: string): ImportResult {
  const isHtml = existsSync(join(FIXTURES, name, 'source.html'));
  const fileName = isHtml ? 'source.html' : 'source.md';
  const input = { text: fixture(name, fileName), fileName, lang: 'en' };
  return isHtml ? importHtml(input) : importMarkdown(input);
}

export function fixture(name: string, file: string): string {
  return readFileSync(join(FIXTURES, name, file), 'utf8');
}

export function markdown(text: string, more: Partial<ImportInput> = {}): ImportResult {
  return importMarkdown({ text, fileName: 'policy.md', lang: 'en', ...more });
}

export function html(text: string, more: Partial<ImportInput> = {}): ImportResult {
  return importHtml({ text, fileName: 'policy.html', lang: 'en', ...more });
}
