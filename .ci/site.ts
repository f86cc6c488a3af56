import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { root } from './node.js';

/** What a site is built from; each has the default that the command line has. */
export interface SiteRequest {
  readonly content: string;
  readonly out: string;
  readonly today?: string;
  readonly drafts: boolean;
}

/** The site that the environment asks for, with its drafts: what one looks at while writing. */
export function draftSite(): SiteRequest {
  const { CODICIL_CONTENT: content = 'content', CODICIL_OUT: out = 'dist', CODICIL_TODAY: today } = process.env;
  return { content, out, drafts: true, ...(today ? { today } : {}) };
}

const places = ['src', 'public', '.ci', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
// They name a tool or a place for reports and change no page.
const besides = new Set(['CODICIL_CHROMIUM', 'CODICIL_CORPUS', 'CODICIL_RESULTS']);

/** The civil day in the zone of the site; a site that names none, or no real one, counts in UTC. */
function dayOf(content: string): string {
  const now = new Date();
  try {
    const facts: unknown = parse(readFileSync(join(content, 'site.yaml'), 'utf8'));
    const timeZone = typeof facts === 'object' && facts && 'timeZone' in facts ? String(facts.timeZone) : 'UTC';
    return new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}

/** Every file below a place with its size and time; the store of rendered pages is made by building and left out. */
function listing(place: string): string[] {
  const info = statSync(place, { throwIfNoEntry: false });
  if (!info) return [`${place}\0none`];
  if (!info.isDirectory()) return [`${place}\0${info.size}\0${info.mtimeMs}`];
  return readdirSync(place)
    .toSorted()
    .flatMap((name) => (name === '.codicil' ? [] : listing(join(place, name))));
}

/** Changes whenever something the site is made from changes, or the day does. */
function fingerprint(request: SiteRequest): string {
  const content = resolve(root, request.content);
  const settings = Object.keys(process.env)
    .filter((name) => name.startsWith('CODICIL_') && !besides.has(name))
    .toSorted()
    .map((name) => [name, process.env[name]]);
  const facts = [process.version, request.today ?? dayOf(content), request.drafts, content, settings];
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const line of [...places.map((place) => join(root, place)), content].flatMap(listing)) hash.update(`${line}\n`);
  return hash.digest('hex');
}

/** Which build the files in a folder are from: another one, made by whatever command, has other files in these places. */
function identity(out: string): string {
  const marks = ['', 'index.html', '404.html', '_headers', 'manifest.json'].map((name) => {
    const info = statSync(join(out, name), { throwIfNoEntry: false });
    return info ? `${name}:${info.ino}:${info.size}:${info.mtimeMs}` : `${name}:none`;
  });
  return marks.join(' ');
}

function stampFile(out: string): string {
  return join(root, 'node_modules/.cache/codicil', `${createHash('sha256').update(out).digest('hex').slice(0, 12)}.json`);
}

function isCurrent(out: string, print: string): boolean {
  try {
    const stamp: unknown = JSON.parse(readFileSync(stampFile(out), 'utf8'));
    if (typeof stamp !== 'object' || !stamp || !('fingerprint' in stamp) || !('files' in stamp)) return false;
    return stamp.fingerprint === print && stamp.files === identity(out) && statSync(join(out, 'index.html')).isFile();
  } catch {
    return false;
  }
}

/**
 * Builds the site unless the folder already holds exactly this one: the same files, settings and day, with or without drafts, and nothing
 * else built into it since.
 *
 * @returns the exit code of the build, 0 when there was nothing to do.
 */
export async function ensureSite(request: SiteRequest): Promise<number> {
  const out = resolve(root, request.out);
  const print = fingerprint(request);
  if (isCurrent(out, print)) return 0;
  const stamp = stampFile(out);
  rmSync(stamp, { force: true });
  process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
  console.log(`Building the site from ${request.content}${request.drafts ? ', with drafts' : ''} …`);
  // Loaded only when there is something to build: a start that needs no build should not wait for the builder.
  const { buildSite } = await import('../src/cli/commands/build.ts');
  const code = await buildSite(request);
  if (code !== 0) return code;
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, `${JSON.stringify({ ...request, fingerprint: print, files: identity(out) }, null, 2)}\n`);
  return 0;
}

/** The path under which a site was built, read from where its home page finds its files; `/` when it needs none. */
export function basePath(out: string): string {
  const home = readFileSync(join(resolve(root, out), 'index.html'), 'utf8');
  return /(?:href|src)="(\/(?:[^"/]+\/)*?)_astro\//.exec(home)?.[1] ?? '/';
}
