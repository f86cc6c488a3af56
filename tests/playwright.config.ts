import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../.ci/browser.ts';
import { corpusFolder } from '../.ci/corpus.ts';

const executablePath = findBrowser();
if (!executablePath) throw new Error('There is no browser for these tests yet; "npm test" finds or installs one.');

// Where another program collects the results of a run, besides what is printed.
const results = process.env['CODICIL_RESULTS'];

export default defineConfig({
  testDir: './site',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  retries: 0,
  reporter: results ? [['list'], ['json', { outputFile: join(results, 'site.json') }]] : 'list',
  projects: [
    { name: 'site', testIgnore: 'others/**' },
    // Sites in other languages and under a base path; the first project does not wait until they are built.
    { name: 'building', testMatch: 'others/*.setup.ts' },
    { name: 'others', testMatch: 'others/*.spec.ts', dependencies: ['building'] },
    // Real texts, where they are at hand; built after the other sites, because two builds at once would share Astro's own folder.
    ...(corpusFolder() ? [{ name: 'corpus', testDir: './corpus', testMatch: '*.spec.ts', dependencies: ['building'] }] : []),
  ],
  // Chromium refuses its sandbox to root.
  use: { launchOptions: { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] } },
});
