import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../', import.meta.url));

// Histories of real policies, which are not ours to give away: where the folder is there, they are tested too.
const named = process.env['CODICIL_CORPUS'];
const corpus = resolve(root, named ?? '../shared/corpus');
const hasCorpus = existsSync(corpus);
if (named && !hasCorpus) throw new Error(`CODICIL_CORPUS=${named} is not a folder.`);
if (!hasCorpus) console.log('The tests with real policies (tests/corpus) are left out: CODICIL_CORPUS names no folder of them.');

// Where another program collects the results of a run, besides what is printed.
const results = process.env['CODICIL_RESULTS'];

const project = (name: string, include: string, exclude: string[] = []) => ({
  test: { name, root, include: [include], exclude, env: { CODICIL_CORPUS: corpus }, testTimeout: 30_000, hookTimeout: 60_000 },
});

export default defineConfig({
  test: {
    root,
    allowOnly: false,
    passWithNoTests: false,
    reporters: results ? ['default', ['json', { outputFile: join(results, 'unit.json') }]] : ['default'],
    projects: [
      project('unit', 'tests/**/*.test.ts', ['tests/corpus/**']),
      ...(hasCorpus ? [project('corpus', 'tests/corpus/**/*.test.ts')] : []),
    ],
  },
});
