import { spawnSync } from 'node:child_process';
import { accessSync, constants, globSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './node.js';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const usualPlaces = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Whether a browser starts: one that was downloaded without the system's libraries is there and does not. */
function starts(path: string): boolean {
  if (!isProgram(path)) return false;
  // On Windows the question opens a window instead of being answered.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** Playwright's own: the whole browser, or the headless one alone, which is all that its download for tests brings. */
function playwrightBrowsers(): string[] {
  const whole = chromium.executablePath();
  const folder = /^.*[\\/]chromium-\d+(?=[\\/])/.exec(whole)?.[0].replace(/chromium-(\d+)$/, 'chromium_headless_shell-$1');
  return [whole, ...(folder ? globSync(join(folder, '*', 'chrome-headless-shell{,.exe}')) : [])];
}

/**
 * A browser that is here already: the one named in CODICIL_CHROMIUM, Playwright's own, or the system's.
 *
 * @throws when CODICIL_CHROMIUM names something that cannot be run; another browser would be a silent answer to a clear wish.
 */
export function findBrowser(): string | undefined {
  const named = process.env['CODICIL_CHROMIUM'];
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CODICIL_CHROMIUM=${named} is not a program that can be run. Correct the path, or leave it out to have one found.`);
  }
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...playwrightBrowsers(), ...onPath, ...usualPlaces].find(starts);
}

interface Step {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly seconds: number;
}

/** Does one step of an installation; the reason when it fails, '' when it does not. */
function attempt({ title, command, args, seconds }: Step): string {
  console.log(`No browser for the tests yet; trying: ${title} …`);
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: seconds * 1000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.status === 0) return '';
  const lines = String(run.stderr ?? '')
    .trim()
    .split('\n');
  const why = run.error?.message ?? lines.find((line) => /error|^E:/i.test(line)) ?? lines.at(-1);
  return `${title}: ${why === undefined || why === '' ? `exit ${run.status}` : why}`;
}

function installations(): Step[] {
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const download: Step = {
    title: 'download by Playwright',
    command: process.execPath,
    args: [cli, 'install', '--only-shell', 'chromium'],
    seconds: 300,
  };
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [download];
  return [
    download,
    { title: 'apt-get update', command: 'apt-get', args: ['update', '-qq'], seconds: 120 },
    {
      title: 'Debian package (apt-get install chromium)',
      command: 'apt-get',
      args: ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      seconds: 600,
    },
  ];
}

/** Finds a browser or installs one; throws one error that names everything that was tried. */
export function needBrowser(): string {
  let found = findBrowser();
  const tried = [
    'CODICIL_CHROMIUM: not set',
    `Playwright’s own: none that starts at ${chromium.executablePath()}`,
    `this machine: none that starts of ${names.join(', ')}`,
  ];
  for (const step of found ? [] : installations()) {
    const why = attempt(step);
    found = findBrowser();
    if (found) break;
    tried.push(why === '' ? `${step.title}: done, and still no browser that starts` : why);
  }
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() !== 0) tried.push('Debian package: only root can install it');
  throw new Error(
    `No Chromium found for the browser tests. Tried:\n  ${tried.join('\n  ')}\nInstall Chrome or Chromium, or set CODICIL_CHROMIUM to its path.`,
  );
}
