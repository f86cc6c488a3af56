import { resolve } from 'node:path';

/** What a build is asked for. Astro starts in a process of its own, so the command line hands it over in the environment. */
export interface BuildSettings {
  /** Content folder, whole path. */
  readonly content: string;
  /** Folder of the built site, whole path. */
  readonly out: string;
  readonly hasDrafts: boolean;
}

/** Settings from the environment (`CODICIL_CONTENT`, `CODICIL_OUT`, `CODICIL_DRAFTS`), with the defaults of the command line. */
export function buildSettings(environment: Readonly<Record<string, string | undefined>>): BuildSettings {
  return {
    content: resolve(environment['CODICIL_CONTENT'] || 'content'),
    out: resolve(environment['CODICIL_OUT'] || 'dist'),
    hasDrafts: environment['CODICIL_DRAFTS'] === '1',
  };
}
