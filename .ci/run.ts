import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { needBrowser } from './browser.ts';
import { corpusFolder } from './corpus.ts';
import { root } from './node.js';
import { draftSite, ensureSite } from './site.ts';

// Runs the named package scripts one after another, all of them even when one fails, and says how long each took.
// `site` is no script: it brings dist up to date, with drafts, and what comes after it is left out when that fails.
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
// The tests and the checks look at what `content` gives in `dist`, whatever the environment names for other commands.
delete process.env['CODICIL_CONTENT'];
delete process.env['CODICIL_OUT'];
const path = `${root}node_modules/.bin${delimiter}${process.env['PATH'] ?? ''}`;
const env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PATH: path };
const report: string[] = [];

async function work(name: string): Promise<boolean> {
  if (name === 'site') return (await ensureSite(draftSite())) === 0;
  if (name === 'test:unit' && !corpusFolder())
    console.log('The tests with real policies (tests/corpus) are left out: CODICIL_CORPUS names no folder of them.');
  if (name === 'test:site') env['CODICIL_CHROMIUM'] = needBrowser();
  return spawnSync(scripts[name] ?? `echo no script ${name} && exit 1`, { cwd: root, env, shell: true, stdio: 'inherit' }).status === 0;
}

for (const name of process.argv.slice(2)) {
  const started = performance.now();
  console.log(`\n— ${name}`);
  const passed = await work(name).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  report.push(`${passed ? 'ok  ' : 'FAIL'} ${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (!passed) process.exitCode = 1;
  if (!passed && name === 'site') break;
}
console.log(`\n${report.join('\n')}`);
