import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../../.ci/browser.ts';
import { serve } from '../../../.ci/serve.ts';
import { buildSite } from '../../../src/cli/commands/build.ts';
import { importFolder } from '../../../src/cli/commands/import-folder.ts';
import { edited, markdownOf, policyText } from './texts.ts';

// `npm run bench:compare`: two generated versions of 200 kB, compared in Chromium on the page that readers use. It prints the longest
// task of the page, when the first and the last words stood on it, and how large its scripts are. Timings are those of this machine.

const BYTES = 200_000;

/** What is compared with the first version. */
const PAIRS = [
  ['2021-01-01', '1 % of the words changed'],
  ['2022-01-01', '30 % of the words changed'],
  ['2023-01-01', 'another text'],
] as const;

const SITE = `organisation: Example Ltd
address: [1 Example Street]
contact: {email: help@example.org}
url: https://policies.example.org
timeZone: UTC
languages: [en]
sample: true
`;

const folder = mkdtempSync(join(tmpdir(), 'codicil-bench-'));
try {
  const out = await site(folder);
  for (const file of globSync('_astro/*.js', { cwd: out }).toSorted()) {
    console.log(`${file}: ${gzipSync(readFileSync(join(out, file)), { level: 9 }).length} B with gzip -9`);
  }
  const running = await serve(out, 0, '/');
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no browser; "npm test" finds or installs one.');
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  for (const [version, words] of PAIRS)
    for (let run = 0; run < 3; run++) console.log(`${words}: ${await measured(browser, running.url, version)}`);
  await browser.close();
  await running.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function site(place: string): Promise<string> {
  const [content, texts, out] = ['content', 'texts', 'out'].map((name) => join(place, name));
  if (content === undefined || texts === undefined || out === undefined) throw new Error('three folders');
  mkdirSync(content);
  mkdirSync(texts);
  writeFileSync(join(content, 'site.yaml'), SITE);
  const first = policyText(BYTES, 1);
  const all = [
    ['2020-01-01', first],
    ['2021-01-01', edited(first, 0.01, 2)],
    ['2022-01-01', edited(first, 0.3, 3)],
    ['2023-01-01', policyText(BYTES, 4)],
  ] as const;
  for (const [name, lines] of all) writeFileSync(join(texts, `${name}.md`), markdownOf(lines));
  const imported = await importFolder(
    { content, folder: texts, policy: 'long', basis: 'stated' },
    { now: Date.parse('2024-01-01T12:00:00Z') },
  );
  if (imported !== 0) throw new Error('The generated texts cannot be imported.');
  if ((await buildSite({ content, out, today: '2024-01-01', drafts: false })) !== 0) throw new Error('The site cannot be built.');
  return out;
}

/** What the page itself notes: tasks of 50 ms and more, and when the redline began and ended. Nothing of the bench runs while it works. */
async function measured(browser: Browser, url: string, version: string): Promise<string> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    const times = { first: 0, last: 0 };
    Object.assign(window, { tasks, times });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
    document.addEventListener('DOMContentLoaded', () => {
      const seen = new MutationObserver(() => {
        if (document.querySelector('.redline > details') && times.first === 0) times.first = performance.now();
        if (document.querySelector('redline-tools:not([inert]) button') && times.last === 0) times.last = performance.now();
      });
      const main = document.querySelector('main');
      if (main) seen.observe(main, { attributes: true, childList: true, subtree: true });
    });
  });
  await page.goto(`${url}long/compare/#2020-01-01..${version}`);
  await page.locator('redline-tools:not([inert]) button').first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(500);
  const noted = await page.evaluate(() => {
    const { tasks, times }: { tasks?: number[]; times?: { first: number; last: number } } = Object.fromEntries(
      Object.entries(window).filter(([name]) => name === 'tasks' || name === 'times'),
    );
    return { tasks: tasks ?? [], ...times, letters: document.querySelector('.redline')?.textContent?.length ?? 0 };
  });
  await page.close();
  const longest =
    noted.tasks.length === 0
      ? 'no task of 50 ms or more'
      : `${noted.tasks.length} tasks of 50 ms or more, the longest ${Math.round(Math.max(...noted.tasks))} ms`;
  return `${longest}; first words after ${Math.round(noted.first ?? 0)} ms, last after ${Math.round(noted.last ?? 0)} ms (${noted.letters} letters)`;
}
