import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createIndex } from 'pagefind';
import { needBrowser } from '../../.ci/browser.ts';
import { corpusFolder } from '../../.ci/corpus.ts';
import { root } from '../../.ci/node.js';
import { serve } from '../../.ci/serve.ts';
import { buildSite } from '../../src/cli/commands/build.ts';
import { readLibrary } from '../../src/library/library.ts';
import { calendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import { closeIndexer } from '../../src/search/bundle.ts';
import { questions, type QuestionSet } from '../search/questions.ts';
import { addVersion, writeArchive } from './archive.ts';
import { firstResult, type FirstResult } from './first-result.ts';
import { pageQuality } from './page-level.ts';
import { quality, type Quality } from './quality.ts';
import { textsOf } from './question-texts.ts';
import { slowLine } from './slow-line.ts';

// npm run bench:search [-- quality|latency|archive]: prints what search finds, what a reader loads and waits for, and what an archive costs.
const SETS: readonly QuestionSet[] = ['sample', 'basecamp', 'github-site-policy', 'firefox-privacy-de'];
const LINE = { latencyMs: 150, bitsPerSecond: 1_600_000 };
const RUNS = 5;
const POLICIES = 10;
const ARCHIVES = [10, 1000, 10_000];
const DAY = dayFrom('2026-11-22');
const NOTHING = { synonyms: {}, pinned: [], expect: [] };
const content = join(root, 'content');
const wanted = process.argv.slice(2);
const isWanted = (part: string): boolean => wanted.length === 0 || wanted.includes(part);

if (isWanted('quality')) await printQuality();
if (isWanted('latency')) await printLatency();
if (isWanted('archive')) await printArchive();

async function printQuality(): Promise<void> {
  console.log('Questions in plain words: right section first, and among the first three');
  const corpus = corpusFolder();
  for (const set of SETS) {
    if (set !== 'sample' && corpus === undefined) continue;
    const texts = await textsOf(set, { content, day: DAY, corpus: corpus ?? '' });
    const asked = questions(set);
    if (set === 'sample') printShare(`${set}, with its search.yaml`, await quality(texts, asked, (await readLibrary(content)).search));
    printShare(`${set}, without search.yaml`, await quality(texts, asked, NOTHING));
    printShare(`${set}, whole pages, Pagefind as it is`, await pageQuality(texts, asked));
  }
}

function printShare(name: string, { asked, first, firstThree, missed }: Quality): void {
  const percent = (count: number): string => `${Math.round((100 * count) / asked)} %`.padStart(5);
  console.log(`  ${name.padEnd(52)} ${String(asked).padStart(3)} questions  first ${percent(first)}  first three ${percent(firstThree)}`);
  if (process.env['CODICIL_BENCH_MISSED'])
    for (const { ask, place, found } of missed) console.log(`      ${place || '–'}  ${ask}: ${found.join(', ')}`);
}

async function printLatency(): Promise<void> {
  console.log(
    `From the last key to the first answer: ${LINE.latencyMs} ms, ${LINE.bitsPerSecond / 1e6} Mbit/s, empty cache, “marketing” at 120 ms a key`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'codicil-bench-'));
  const out = join(folder, 'dist');
  if ((await buildSite({ content, out, today: DAY, drafts: false })) !== 0) throw new Error('The sample could not be built.');
  await addDefaultUi(out);
  const running = await serve(out, 0, '/');
  const line = await slowLine(running.url, LINE);
  const browser = await chromium.launch({ executablePath: needBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const typing = { query: 'marketing', msPerKey: 120 };
    const ours = { ...typing, path: 'privacy/', field: 'search input', result: '.found li' };
    const theirs = { ...typing, path: 'default-ui.html', field: '.pagefind-ui__search-input', result: '.pagefind-ui__result' };
    printFirst('the field on a policy page', await firstResult(browser, line, ours, RUNS));
    printFirst('Pagefind’s default interface, same index', await firstResult(browser, line, theirs, RUNS));
  } finally {
    await browser.close();
    await line.close();
    await running.close();
    await rm(folder, { recursive: true });
  }
}

/** Pagefind's own interface on a page of its own, over the index of the site; it loads its script with the page. */
async function addDefaultUi(out: string): Promise<void> {
  const { index } = await createIndex();
  const { files } = (await index?.getFiles()) ?? { files: [] };
  for (const name of ['pagefind-ui.js', 'pagefind-ui.css', 'pagefind-worker.js']) {
    const file = files.find(({ path }) => path === name);
    if (file) await writeFile(join(out, 'pagefind', name), file.content);
  }
  await closeIndexer();
  await writeFile(join(out, 'default-ui-init.js'), "new PagefindUI({ element: '#search', showSubResults: true });\n");
  const parts = [
    '<link rel="stylesheet" href="/pagefind/pagefind-ui.css">',
    '<div id="search"></div>',
    '<script src="/pagefind/pagefind-ui.js"></script>',
    '<script src="/default-ui-init.js"></script>',
  ];
  await writeFile(
    join(out, 'default-ui.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>${parts.join('')}</html>\n`,
  );
}

function printFirst(name: string, { waited, bytes, requests }: FirstResult): void {
  const middle = waited[Math.floor(waited.length / 2)] ?? 0;
  console.log(
    `  ${name.padEnd(44)} ${(bytes / 1000).toFixed(1).padStart(6)} kB in ${requests} requests  waited ${middle} ms (${waited[0]} to ${waited.at(-1)})`,
  );
}

async function printArchive(): Promise<void> {
  console.log(`What the index of an archive costs, ${POLICIES} policies; “one more” is a version published after that`);
  for (const versions of ARCHIVES) {
    const folder = await mkdtemp(join(tmpdir(), 'codicil-archive-'));
    await writeArchive(folder, { policies: POLICIES, versions });
    const all = once(folder);
    const again = once(folder);
    await addVersion(folder, { policy: 0, version: versions / POLICIES });
    const more = once(folder);
    console.log(`  ${String(versions).padStart(6)} versions: all ${all}; nothing new ${again}; one more ${more}`);
    await rm(folder, { recursive: true });
  }
}

function once(folder: string): string {
  const printed = execFileSync(process.execPath, [join(root, 'tests/bench/index-once.ts'), folder, DAY], { encoding: 'utf8' });
  const { ms, nodeMb, indexerMb, files, liveKb }: Record<string, number> = JSON.parse(printed);
  return `${ms} ms, ${nodeMb} + ${indexerMb} MB, ${files} files, ${liveKb} kB of them for what is in force`;
}

function dayFrom(text: string): CalendarDate {
  const day = calendarDate(text);
  if (!day) throw new Error(`${text} is no day.`);
  return day;
}
