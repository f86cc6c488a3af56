import { cp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UsageError } from '../io.ts';

/**
 * Refuses to build into a folder that holds anything but an earlier site: building replaces all of it.
 *
 * @throws UsageError, when nothing has been written yet.
 */
export async function requireFreeFolder(out: string, kept: readonly string[]): Promise<void> {
  if (kept.some((folder) => isWithin(folder, out)) || isWithin(out, kept[0] ?? '')) {
    throw new UsageError(
      `The site cannot be built into ${out}: building replaces the whole folder, and the content or the program stands there. Name another with --out DIR.`,
    );
  }
  const info = await stat(out).catch(() => undefined);
  if (!info) return;
  if (!info.isDirectory()) throw new UsageError(`The site cannot be built into ${out}: it is a file. Name a folder with --out DIR.`);
  const names = (await readdir(out)).filter((name) => name !== '.git');
  if (names.length === 0 || ['index.html', '404.html', '_headers'].every((name) => names.includes(name))) return;
  throw new UsageError(
    `${out} holds files that are no site built by this program, and building would replace them. Name another folder with --out DIR, or empty this one.`,
  );
}

/** Puts a folder that is whole in the place of an earlier one. A repository in which the earlier one is kept stays. */
export async function replaceFolder(target: string, staged: string): Promise<void> {
  const old = `${target}.old`;
  await rm(old, { recursive: true, force: true });
  try {
    if (await isThere(target)) await rename(target, old);
  } catch (error) {
    if (!isHeld(error)) throw error;
    return replaceContents(target, staged);
  }
  await rename(staged, target);
  if (await isThere(join(old, '.git'))) await rename(join(old, '.git'), join(target, '.git'));
  await rm(old, { recursive: true, force: true });
}

/** A folder that another disk is mounted on, or that a program holds open, cannot be renamed, only filled. */
function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EBUSY', 'EXDEV', 'EPERM', 'EACCES'].includes(String(error.code));
}

async function replaceContents(target: string, staged: string): Promise<void> {
  const names = (await readdir(target)).filter((name) => name !== '.git');
  await Promise.all(names.map((name) => rm(join(target, name), { recursive: true })));
  await cp(staged, target, { recursive: true });
  await rm(staged, { recursive: true, force: true });
}

/** Whether a path is a folder or stands anywhere in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return folder !== '' && !way.startsWith('..') && way !== path;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
