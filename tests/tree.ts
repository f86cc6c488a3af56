import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 of every file below a folder, by its path with slashes, in the order of the paths. */
export function digestsOfTree(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(
    files.map((file) => [file.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''), sha256(readFileSync(file))]),
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
