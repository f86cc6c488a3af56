import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { importMarkdown } from '../../../src/interchange/import/import-markdown.ts';
import { parsePolicy } from '../../../src/mdx/parse-policy.ts';
import type { PolicyRecord } from '../../../src/model/record/record.ts';

export interface Version {
  readonly day: string;
  readonly record: PolicyRecord;
}

/** The versions of one policy, the oldest first. */
export interface History {
  /** `set/policy`, as its folder is called. */
  readonly name: string;
  /** Every third policy: no one looks at these while the engine is being tuned. */
  readonly isHeldOut: boolean;
  readonly versions: readonly Version[];
}

export interface HistoryFile {
  readonly history: string;
  readonly isHeldOut: boolean;
  readonly day: string;
  readonly path: string;
}

const LANGUAGE = /-(ar|de|es|fr|he|it|ja|ko|nl|pl|pt|ru|th|tr|zh)$/u;

/** All versions in a folder of histories (`set/policy/2020-01-31.md`, or one policy's folder), by history and day. */
export function historyFiles(folder: string): readonly HistoryFile[] {
  const days = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].md';
  const files = globSync([days, `*/${days}`, `*/*/${days}`], { cwd: resolve(folder) }).toSorted();
  const nameOf = (file: string): string => relative('.', dirname(file)) || basename(resolve(folder));
  const names = [...new Set(files.map(nameOf))];
  return files.map((file) => {
    const history = nameOf(file);
    return { history, isHeldOut: names.indexOf(history) % 3 === 2, day: basename(file, '.md'), path: join(folder, file) };
  });
}

/**
 * The text of a version, imported as `codicil import` does it.
 *
 * @throws when it cannot be imported: a pair that is left out would be counted as one that is right.
 */
export function readVersion({ history, path }: Pick<HistoryFile, 'history' | 'path'>): PolicyRecord {
  const lang = LANGUAGE.exec(history)?.[1] ?? 'en';
  const { body, retired } = importMarkdown({ text: readFileSync(path, 'utf8'), fileName: basename(path), lang });
  const { record, findings } = parsePolicy({ body, file: path, lang, retired });
  if (!record) throw new Error(`${path} cannot be imported: ${findings[0]?.message ?? 'it has no text'}`);
  return record;
}

/** Versions of the same policy after each other, and besides the first and the last of each. */
export function pairsOf({ versions }: History): readonly (readonly [Version, Version])[] {
  const neighbours = versions.slice(1).flatMap((fresh, index) => {
    const old = versions[index];
    return old ? [[old, fresh] as const] : [];
  });
  const [first, last] = [versions[0], versions.at(-1)];
  return first && last && versions.length > 2 ? [...neighbours, [first, last]] : neighbours;
}
