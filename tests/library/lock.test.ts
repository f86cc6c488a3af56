import { spawnSync } from 'node:child_process';
import { readFileSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LockedError, takeLock } from '../../src/library/lock.ts';
import { folderOf, SITE, write } from '../content-folder.ts';
import { namesIn, policies, published } from '../desk.ts';

const SHORT = { patience: 100 };
const endedProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock of a content folder', () => {
  test('names the process and the machine, and goes when the work is done', async () => {
    const folder = folderOf({});
    const lock = await takeLock(folder, SHORT);
    expect(JSON.parse(readFileSync(join(folder, '.codicil-lock'), 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
    await lock.release();
    expect(namesIn(folder)).toEqual([]);
  });

  test('of a running process is waited for, then respected', async () => {
    const folder = folderOf({});
    const first = await takeLock(folder, SHORT);
    await expect(takeLock(folder, SHORT)).rejects.toThrow(
      new LockedError(
        `The content folder is being written to by process ${process.pid} on ${hostname()}. Nothing was changed. Try again when it has ended; if nothing is running there any more, remove ${folder}/.codicil-lock.`,
      ),
    );
    const second = takeLock(folder, { patience: 5000 });
    await first.release();
    await (await second).release();
  });

  test.each([
    ['of a process that has ended on this machine is taken over', () => JSON.stringify({ pid: endedProcess(), host: hostname() }), true],
    ['of another machine stays, since nobody can tell', () => JSON.stringify({ pid: endedProcess(), host: 'elsewhere' }), false],
  ])('%s', async (_, lock, isTaken) => {
    const folder = folderOf({ '.codicil-lock': lock() });
    const attempt = takeLock(folder, SHORT).then(
      () => true,
      () => false,
    );
    expect(await attempt).toBe(isTaken);
  });

  test('without a name in it is taken over when it has been there for a while', async () => {
    const folder = folderOf({ '.codicil-lock': '' });
    await expect(takeLock(folder, SHORT)).rejects.toThrow(LockedError);
    const old = new Date(Date.now() - 60_000);
    utimesSync(join(folder, '.codicil-lock'), old, old);
    await expect(takeLock(folder, SHORT)).resolves.toBeDefined();
  });

  test('is had by one only, of twenty that find a stale one at once', async () => {
    const folder = folderOf({ '.codicil-lock': JSON.stringify({ pid: endedProcess(), host: hostname() }) });
    let inside = 0;
    let most = 0;
    const one = async (): Promise<void> => {
      const lock = await takeLock(folder, { patience: 20_000 });
      most = Math.max(most, ++inside);
      await new Promise((done) => setTimeout(done, 5));
      inside -= 1;
      await lock.release();
    };
    await Promise.all(Array.from({ length: 20 }, one));
    expect(most).toBe(1);
  });

  test('keeps a second publication out', async () => {
    const folder = folderOf({ 'site.yaml': SITE, ...policies(['privacy']) });
    write(folder, { '.codicil-lock': JSON.stringify({ pid: process.pid, host: hostname() }) });
    const { code, stderr } = await published(folder, undefined, {}, SHORT);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The content folder is being written to by process \d+ on .* Nothing was changed\./);
    expect(namesIn(folder)).not.toContain('ledger.jsonl');
  });
});
