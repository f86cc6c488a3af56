import { cp, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where indexes of earlier versions are kept between builds; it can be deleted at any time. */
const STORE = fileURLToPath(new URL('../../.codicil/search/', import.meta.url));

/** How long an index is kept that no build asked for. */
const KEPT_MS = 90 * 86_400_000;

/** Puts what is kept under a key into a folder; makes it first when it is not there. A key stands for everything that goes into it. */
export async function fromStore(key: string, folder: string, make: (staged: string) => Promise<void>): Promise<void> {
  const kept = join(STORE, key);
  if (!(await isThere(kept))) {
    // Whole or not at all: a build that is stopped leaves a folder of another name.
    const staged = `${kept}.${process.pid}.new`;
    await rm(staged, { recursive: true, force: true });
    await mkdir(staged, { recursive: true });
    await make(staged);
    await rename(staged, kept).catch(async (error: unknown) => {
      if (!(await isThere(kept))) throw error;
      await rm(staged, { recursive: true, force: true });
    });
  }
  const now = new Date();
  await utimes(kept, now, now);
  await cp(kept, folder, { recursive: true });
}

/** Removes what no build has asked for in a long time, and what stopped builds left. */
export async function tidyStore(now: number): Promise<void> {
  for (const name of await readdir(STORE).catch(() => [])) {
    const info = await stat(join(STORE, name)).catch(() => undefined);
    if (info && now - info.mtimeMs > (name.endsWith('.new') ? 86_400_000 : KEPT_MS))
      await rm(join(STORE, name), { recursive: true, force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}
