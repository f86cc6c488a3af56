import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadFile } from '../../library/verify.ts';
import { UsageError } from '../io.ts';

/** Reads a site by the paths of its addresses, from its folder or from where it is served; a path that ends with a slash is a page. */
export function siteReader(place: string): ReadFile {
  if (isAddress(place)) return (path) => ask(`${withoutSlash(place)}/${path}`);
  return (path) => readFile(join(place, fileOf(path))).catch(() => undefined);
}

/** The file behind an address's path: `privacy/` is `privacy/index.html`. */
export function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

export function isAddress(place: string): boolean {
  return /^https?:\/\//u.test(place);
}

export function withoutSlash(place: string): string {
  return place.replace(/\/+$/u, '');
}

/** @throws UsageError when the server cannot be asked, or answers neither with the file nor that there is none. */
export async function ask(address: string): Promise<Uint8Array | undefined> {
  const response = await fetch(address).catch((error: unknown) => {
    throw new UsageError(`${address} cannot be read: ${error instanceof Error ? error.message : String(error)}. Nothing was verified.`);
  });
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new UsageError(`${address} cannot be read: the server answered ${response.status}. Nothing was verified.`);
  return new Uint8Array(await response.arrayBuffer());
}
