import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { corpusFolder } from '../.ci/corpus.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const corpus = corpusFolder();
// Where another program collects the results of a run, besides what is printed.
const results = process.env['CODICIL_RESULTS'];
const suite = process.env['CODICIL_WORD'] ? 'word' : process.env['CODICIL_BROWSERS'] ? 'browsers' : 'unit';

const project = (name: string, include: string, more: { exclude?: string[]; env?: Record<string, string> }) => ({
  test: { name, root, include: [include], testTimeout: 30_000, hookTimeout: 60_000, ...more },
});

export default defineConfig({
  test: {
    root,
    allowOnly: false,
    passWithNoTests: false,
    reporters: results ? ['default', ['json', { outputFile: join(results, `${suite}.json`) }]] : ['default'],
    projects: [
      project('unit', 'tests/**/*.test.ts', { exclude: ['tests/corpus/**', 'tests/word/**', 'tests/browsers/**'] }),
      // Needs pandoc and LibreOffice, which npm run test:word brings.
      ...(process.env['CODICIL_WORD'] ? [project('word', 'tests/word/**/*.test.ts', { env: { CODICIL_CORPUS: corpus ?? '' } })] : []),
      // Needs Firefox and WebKitGTK, which npm run test:browsers brings.
      ...(process.env['CODICIL_BROWSERS'] ? [project('browsers', 'tests/browsers/**/*.test.ts', {})] : []),
      ...(corpus ? [project('corpus', 'tests/corpus/**/*.test.ts', { env: { CODICIL_CORPUS: corpus } })] : []),
    ],
  },
});
