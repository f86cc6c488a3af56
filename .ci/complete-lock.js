// complete-lock.js [package-lock.json]
// A registry that lacks some platform packages leaves them out of the lock file, and `npm ci` then refuses it everywhere.
// This adds their entries. They carry no integrity (nobody saw the archives), and no machine that made the lock file installs them.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

const numbers = (version) => version.split('-')[0].split('.').map(Number);

/** Whether a locked version is one that was asked for. Understands exact versions, ^ and ~, the forms platform packages use. */
function satisfies(version, range) {
  const form = /^([\^~]?)(\d+\.\d+\.\d+\S*)$/.exec(range);
  if (!form) return true;
  const [, sign, wanted] = form;
  if (!sign) return version === wanted;
  const have = numbers(version);
  const want = numbers(wanted);
  const firstNonZero = want.findIndex((number) => number > 0);
  const fixed = sign === '~' ? 2 : (firstNonZero === -1 ? 2 : firstNonZero) + 1;
  if (want.slice(0, fixed).some((number, place) => have[place] !== number)) return false;
  const difference = have.map((number, place) => number - want[place]).find((distance) => distance !== 0) ?? 0;
  return difference >= 0;
}

/** The entry that Node would find for a package required from a place: the nearest one on the way up. */
function nearest(place, name) {
  for (let folder = place; ; folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : '') {
    const entry = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (entry) return entry;
    if (!folder) return undefined;
  }
}

/** What the name says about the platform; an entry without a platform would be fetched everywhere. */
function platform(name) {
  const words = name.slice(name.lastIndexOf('/') + 1).split('-');
  const system = words.find((word) => /^(darwin|android|freebsd|openharmony|linux|win32|windows)$/.test(word));
  const cpu = words.find((word) => /^(arm64|x64|ia32|arm|s390x|ppc64|riscv64|loong64|wasm32)$/.test(word));
  const musl = words.some((word) => word.startsWith('musl'));
  const glibc = words.some((word) => word.startsWith('gnu'));
  return {
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(musl ? { libc: ['musl'] } : {}),
    ...(glibc ? { libc: ['glibc'] } : {}),
    optional: true,
    ...(system ? { os: [system === 'windows' ? 'win32' : system] } : {}),
  };
}

let added = 0;
for (const [place, entry] of Object.entries({ ...packages })) {
  if (!place) continue;
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = nearest(place, name);
    if (found && satisfies(found.version, range)) continue;
    const version = range.replace(/^[\^~]/, '');
    // Another version of it stands above: this one goes beside the package that asks for it, as npm itself would do.
    const path = `${found ? `${place}/` : ''}node_modules/${name}`;
    packages[path] = { version, ...platform(name), ...(entry.dev ? { dev: true } : {}) };
    added++;
    console.log(`added ${path} ${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} added`);
