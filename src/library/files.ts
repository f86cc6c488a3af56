import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What writing asks of a disk, one step at a time, so that a test can let the machine stop after any of them. */
export interface Files {
  /** A file that must not be there yet, or one left over under this name; it is on the disk when the promise ends. */
  readonly write: (path: string, content: string) => Promise<void>;
  /** In one step: every reader finds the old file or the new one. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Fine when the file is not there. */
  readonly remove: (path: string) => Promise<void>;
  /** Makes renames and removals in a folder last through a loss of power. */
  readonly syncFolder: (path: string) => Promise<void>;
}

export const diskFiles: Files = {
  async write(path, content) {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  async remove(path) {
    await rm(path, { force: true });
  },
  async syncFolder(path) {
    // Windows knows no such thing, and keeps its folders in order by itself.
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};
