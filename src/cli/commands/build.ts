import { spawn } from 'node:child_process';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLibrary, type Library } from '../../library/library.ts';
import { LEDGER_FILE } from '../../library/ledger-file.ts';
import { takeLock } from '../../library/lock.ts';
import { verifyContent } from '../../library/verify.ts';
import { calendarDate, type CalendarDate } from '../../model/calendar-date.ts';
import { dayOfInstant } from '../../model/civil-time.ts';
import { hasErrors, sortFindings } from '../../model/finding.ts';
import { askExpectations } from '../../search/expectations.ts';
import { complain, complainOf, say, type ExitCode } from '../io.ts';
import { findingsCount } from '../report/text.ts';
import { replaceFolder, requireFreeFolder } from './site-folder.ts';

export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  /** The day asked for, `YYYY-MM-DD`; today in the site's zone when absent. */
  readonly today?: string | undefined;
  /** Shows drafts, under a banner. Without it a draft never appears. */
  readonly drafts: boolean;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = `${root}node_modules/.cache/codicil`;

/** How long a build waits for another one of the same checkout. */
const PATIENCE_MS = 600_000;

/** Checks the content and that everything published still holds, then builds the site. Until the new site is whole an earlier one stays as it is. */
export async function buildSite(options: BuildOptions): Promise<ExitCode> {
  const library = await readLibrary(options.content);
  const out = await realpath(resolve(options.out)).catch(() => resolve(options.out));
  await requireFreeFolder(out, [resolve(options.content), root]);
  // The ledger's own findings are among both.
  const verified = (await verifyContent(options.content)).findings.filter(({ place }) => place.file !== LEDGER_FILE);
  const findings = sortFindings([...library.findings, ...verified]);
  complainOf(findings, options.content);
  if (hasErrors(findings)) {
    complain(`Nothing was built: ${findingsCount(findings)}. The files are as they were.`);
    return 1;
  }
  // Builds of one checkout share Astro's own folders: two at once would read each other's half-written files.
  await mkdir(CACHE, { recursive: true });
  const lock = await takeLock(CACHE, { patience: PATIENCE_MS });
  try {
    return await buildInto(out, options, library);
  } finally {
    await lock.release();
  }
}

async function buildInto(out: string, options: BuildOptions, library: Library): Promise<ExitCode> {
  const drafts = library.policies.flatMap((policy) => policy.versions).length;
  const staged = `${out}.new`;
  await rm(staged, { recursive: true, force: true });
  const run = await runAstro({ ...options, out: staged });
  if (run.code !== 0) {
    await rm(staged, { recursive: true, force: true });
    complain(run.output.trimEnd());
    complain(
      `The site could not be built; the reason stands above. If it names a page of ${options.content}/pages, correct that page; otherwise it is a fault of the program. Nothing was written: ${options.out} and ${options.content} are as they were.`,
    );
    return 1;
  }
  const { findings, waiting } = await askExpectations(staged, library, dayAsked(options, library));
  if (findings.length > 0) {
    await rm(staged, { recursive: true, force: true });
    complainOf(findings, options.content);
    complain(`Nothing was built: search does not answer as expected. ${options.out} and ${options.content} are as they were.`);
    return 1;
  }
  if (waiting.length > 0) say(`Search was not asked for what is not in force: ${waiting.join(', ')}.`);
  await replaceFolder(out, staged);
  const shown = options.drafts
    ? `with ${drafts} ${drafts === 1 ? 'draft' : 'drafts'}`
    : `${drafts} ${drafts === 1 ? 'draft' : 'drafts'} left out`;
  say(`Built ${options.out} from ${options.content}, ${shown}.`);
  return 0;
}

/** The day that the pages were built for. */
function dayAsked({ today = '' }: BuildOptions, { site }: Library): CalendarDate {
  return calendarDate(today) ?? dayOfInstant(Date.now(), site?.timeZone ?? 'UTC');
}

function runAstro(options: BuildOptions): Promise<{ code: number; output: string }> {
  const env = {
    ...process.env,
    // A test runner's or a developer's own setting would build another site.
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    CODICIL_CONTENT: resolve(options.content),
    CODICIL_OUT: resolve(options.out),
    CODICIL_TODAY: options.today ?? '',
    CODICIL_DRAFTS: options.drafts ? '1' : '',
  };
  const child = spawn(process.execPath, [`${root}node_modules/astro/bin/astro.mjs`, 'build'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
