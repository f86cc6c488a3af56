import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readLibrary } from '../../src/library/library.ts';
import { calendarDate } from '../../src/model/calendar-date.ts';
import { writeSiteSearch } from '../../src/search/site-search.ts';

// Indexes one content folder in a process of its own and prints what it took: `node index-once.ts CONTENT DAY`.
const [content = '', asked = ''] = process.argv.slice(2);
const day = calendarDate(asked);
if (!day) throw new Error(`${asked} is no day.`);

let indexerKb = 0;
const watch = setInterval(() => {
  indexerKb = Math.max(indexerKb, ...childrenOf(process.pid).map(peakKb));
}, 20);
const library = await readLibrary(content);
const folder = await mkdtemp(join(tmpdir(), 'codicil-once-'));
const before = performance.now();
await writeSiteSearch(folder, library, day);
const ms = Math.round(performance.now() - before);
clearInterval(watch);
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const files = paths.length;
// What a search in the texts in force can load: everything but the indexes of other versions.
const live = paths.filter((path) => !/^(?:earlier|announced)/u.test(path) && statSync(join(folder, path)).isFile());
const liveKb = live.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0) / 1000;
await rm(folder, { recursive: true });
console.log(
  JSON.stringify({
    ms,
    nodeMb: Math.round(process.resourceUsage().maxRSS / 1024),
    indexerMb: Math.round(indexerKb / 1024),
    files,
    liveKb: Math.round(liveKb * 10) / 10,
  }),
);

function childrenOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter((child) => child !== '');
  } catch {
    return [];
  }
}

function peakKb(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
