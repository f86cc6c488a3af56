import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { projectNode, root } from '../.ci/node.js';

const scratch = mkdtempSync(join(tmpdir(), 'codicil-clocks-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('the clock that the tests run under once more', () => {
  const TEN_YEARS = 315_576_000_000;

  /** What a program says when the clock is ten years ahead of that of this test, in one process and in those that it starts. */
  function saidInTenYears(program: string): readonly number[] {
    const file = join(scratch, 'program.mjs');
    writeFileSync(file, program);
    const env = {
      ...process.env,
      CODICIL_CLOCK_SHIFT: String(TEN_YEARS + Number(process.env['CODICIL_CLOCK_SHIFT'] ?? 0)),
      NODE_OPTIONS: `--import ${pathToFileURL(join(root, '.ci/clock.js')).href}`,
    };
    const { stdout, stderr } = spawnSync(projectNode(), [file], { env, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.trim().split('\n').map(Number);
  }

  test.each([
    ['the time of now', 'console.log(Date.now(), "\\n", new Date().getTime(), "\\n", Date.parse(Date()))'],
    [
      'a thread',
      `import { isMainThread, Worker } from 'node:worker_threads';
       if (isMainThread) new Worker(new URL(import.meta.url)); else console.log(Date.now())`,
    ],
    [
      'a process of its own',
      `import { spawnSync } from 'node:child_process'; spawnSync(process.execPath, ['-e', 'console.log(Date.now())'], { stdio: 'inherit' })`,
    ],
    [
      'the time of a file',
      `import { statSync, writeFileSync, utimesSync } from 'node:fs'; import { stat } from 'node:fs/promises';
       const file = ${JSON.stringify(join(scratch, 'a'))}; writeFileSync(file, '');
       console.log(statSync(file).mtimeMs, '\\n', (await stat(file)).mtime.getTime());
       utimesSync(file, new Date(), new Date()); console.log(statSync(file).mtimeMs)`,
    ],
  ])('is that of %s', (_, program) => {
    for (const time of saidInTenYears(program)) expect(Math.abs(time - Date.now() - TEN_YEARS)).toBeLessThan(60_000);
  });

  test('leaves a day that is given as it is', () => {
    expect(saidInTenYears('console.log(new Date("2027-03-01").getTime(), "\\n", Number(new Date() instanceof Date))')).toEqual([
      Date.parse('2027-03-01'),
      1,
    ]);
  });
});

describe('the closing line of a whole run', () => {
  const unit = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, success: true };
  const site = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

  function tally(results: Readonly<Record<string, unknown>>, failed = ''): { readonly status: number | null; readonly stdout: string } {
    const folder = mkdtempSync(join(scratch, 'results-'));
    for (const [path, json] of Object.entries(results)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), JSON.stringify(json));
    }
    const { status, stdout } = spawnSync(projectNode(), ['.ci/tally.js', folder, failed], { cwd: root, encoding: 'utf8' });
    return { status, stdout };
  }
  const all = { 'unit.json': unit, 'site.json': site, 'browsers.json': unit, '2036-02-29/unit.json': unit, '2036-02-29/site.json': site };

  test('counts the tests under every clock', () => {
    expect(tally(all)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^unit tests with the clock on 2036-02-29: 3 passed.*\n[\s\S]*\n13 passed, 0 failed\n$/mu),
    });
  });

  test('counts a failure under one clock', () => {
    const told = tally({ ...all, '2036-02-29/unit.json': { ...unit, numFailedTests: 1, success: false } }, 'npm run test:clocks');
    expect(told).toMatchObject({ status: 1, stdout: expect.stringMatching(/\n13 passed, 1 failed\n$/u) });
  });

  test('counts a runner that left no results, and a command that failed without a failed test', () => {
    const { '2036-02-29/site.json': _, ...others } = all;
    expect(tally(others).stdout).toMatch(/browser tests with the clock on 2036-02-29: did not run\n11 passed, 1 failed\n$/u);
    const { 'browsers.json': __, ...fewer } = all;
    expect(tally(fewer).stdout).toMatch(/tests in three browser engines: did not run\n.*\n.*\n10 passed, 1 failed\n$/u);
    expect(tally(all, 'npm run check').stdout).toMatch(/npm run check: failed\n13 passed, 1 failed\n$/u);
    expect(tally(all, 'npm run test:clocks').stdout).toMatch(/npm run test:clocks: failed\n13 passed, 1 failed\n$/u);
  });
});
