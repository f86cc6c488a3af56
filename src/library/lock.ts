import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const LOCK_FILE = '.codicil-lock';

/** One run at a time writes to a content folder; this one holds the right to. */
export interface Lock {
  /** Whether nobody took the lock away since. */
  readonly isHeld: () => Promise<boolean>;
  readonly release: () => Promise<void>;
}

export interface LockOptions {
  /** How long to wait for another run, in milliseconds. */
  readonly patience: number;
}

/** Another run is writing; nothing was changed. */
export class LockedError extends Error {}

const FIRST_LOOK_MS = 50;
// A lock without an owner inside was being made when the machine stopped, or is being made this very moment, on a disk without links.
const NAMELESS_MS = 10_000;

/**
 * Takes the lock of a content folder: `.codicil-lock`, with the process and the machine inside. A lock whose process does not
 * run any more on this machine is taken over; for a living one this waits.
 *
 * @throws LockedError when another run keeps it longer than that.
 */
export async function takeLock(content: string, { patience }: LockOptions): Promise<Lock> {
  const path = join(content, LOCK_FILE);
  const own = `${JSON.stringify({ pid: process.pid, host: hostname(), token: crypto.randomUUID() })}\n`;
  const until = performance.now() + patience;
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(wait * 2, 500)) {
    if (await made(path, own)) break;
    const found = await readFile(path, 'utf8').catch(() => undefined);
    if (found === undefined) continue;
    if (await isStale(path, found)) await takeAway(path, found);
    else if (performance.now() > until) throw new LockedError(refusal(path, found));
    else await pause(wait);
  }
  await sweep(content);
  const isHeld = async (): Promise<boolean> => (await readFile(path, 'utf8').catch(() => undefined)) === own;
  return {
    isHeld,
    release: async () => {
      if (await isHeld()) await rm(path, { force: true });
    },
  };
}

/** Written whole beside its place first: a lock that is there says whose it is, whenever the machine stops. */
async function made(path: string, own: string): Promise<boolean> {
  const written = `${path}.${process.pid}.${crypto.randomUUID()}`;
  await writeFile(written, own);
  try {
    // Made only if it is not there: of two that try at once, one succeeds.
    await link(written, path);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Swept away by the run that has the lock.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    return madeWithoutLinks(path, own);
  } finally {
    await rm(written, { force: true });
  }
}

/** For disks that know no second name of a file. */
async function madeWithoutLinks(path: string, own: string): Promise<boolean> {
  try {
    await writeFile(path, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** What runs that were stopped while they asked for the lock left beside it. */
async function sweep(content: string): Promise<void> {
  for (const name of await readdir(content)) {
    const pid = /^\.codicil-lock\.(\d+)\./u.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(content, name), { force: true });
  }
}

const ownerSchema = z.object({ pid: z.int().positive(), host: z.string() });

/** Who made a lock; `undefined` while nobody has written it down. */
function ownerOf(lock: string): z.infer<typeof ownerSchema> | undefined {
  try {
    return ownerSchema.parse(JSON.parse(lock));
  } catch {
    return undefined;
  }
}

async function isStale(path: string, lock: string): Promise<boolean> {
  const owner = ownerOf(lock);
  if (!owner) {
    const info = await stat(path).catch(() => undefined);
    return info !== undefined && Date.now() - info.mtimeMs > NAMELESS_MS;
  }
  return owner.host === hostname() && !isRunning(owner.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another person runs, and may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Renamed first: if another run took the same stale lock over in the meantime, it is the other's lock that comes to hand, and goes back. */
async function takeAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.${process.pid}.${crypto.randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const taken = await readFile(aside, 'utf8').catch(() => stale);
  if (taken === stale) await rm(aside, { force: true });
  else await rename(aside, path);
}

function refusal(path: string, lock: string): string {
  const owner = ownerOf(lock);
  const who = owner ? `process ${owner.pid} on ${owner.host}` : 'another run';
  return `The content folder is being written to by ${who}. Nothing was changed. Try again when it has ended; if nothing is running there any more, remove ${path}.`;
}
