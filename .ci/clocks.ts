import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './node.js';

// Runs every test once more as if the machine's clock stood elsewhere: all Node processes and the browser believe it. A policy
// site must be right, and its tests true, on the day that the sample's announced version takes effect and years later.
const DAYS = ['2027-03-01T12:00:00Z', '2036-02-29T12:00:00Z'];

const results = process.env['CODICIL_RESULTS'];
for (const day of DAYS) {
  console.log(`\n— the machine's clock stands at ${day}`);
  const own = results === undefined ? undefined : join(results, day.slice(0, 10));
  if (own !== undefined) mkdirSync(own, { recursive: true });
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...(own === undefined ? {} : { CODICIL_RESULTS: own }),
    CODICIL_CLOCK_SHIFT: String(Date.parse(day) - Date.now()),
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${pathToFileURL(`${root}.ci/clock.js`).href}`.trim(),
    // Real policies are no less true on another day, and take the longest.
    CODICIL_CORPUS: '',
  };
  const { status } = spawnSync(process.execPath, ['.ci/run.ts', 'test:unit', 'site', 'test:site'], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
