import { isPublished, type FileDigests, type LedgerEntry } from './entry.ts';

/**
 * The frozen files that a version's folder must hold, each with its SHA-256, after every event so far; none for a version that
 * was never published, or whose whole text had to go. A file that had to go with one section is absent; what stands in the place
 * of another has the digest that the line of the removal gives. A redline against a version that became its neighbour later is named by
 * the event that made the two neighbours.
 */
export function standingFiles(entries: readonly LedgerEntry[], policy: string, version: string): FileDigests {
  let files: FileDigests = {};
  for (const entry of entries) {
    if (entry.policy !== policy) continue;
    if ('version' in entry && entry.version === version) files = filesAfter(files, entry);
    if ('pairs' in entry) {
      for (const pair of entry.pairs ?? []) if (pair.version === version) files = { ...files, [redlineFile(pair.from)]: pair.changes };
    }
    if (entry.type === 'remove') {
      for (const { version: other, file, left } of entry.quoting ?? []) {
        if (other === version) files = left === undefined ? without(files, [file]) : { ...files, [file]: left };
      }
    }
  }
  return files;
}

function filesAfter(files: FileDigests, entry: LedgerEntry): FileDigests {
  if (isPublished(entry)) return entry.files;
  if (entry.type === 'notice-amended') return { ...files, ...entry.files };
  if (entry.type !== 'remove') return files;
  return entry.section === undefined ? {} : { ...without(files, Object.keys(entry.files)), ...entry.left };
}

function without(files: FileDigests, names: readonly string[]): FileDigests {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
}

/** Name of the frozen redline of a version against another one, in the version's own folder. */
export function redlineFile(from: string): string {
  return `changes.${from}.html`;
}

/** The versions against which frozen redlines stand among some files, in order of name. */
export function redlinesAmong(files: FileDigests): readonly string[] {
  return Object.keys(files)
    .flatMap((name) => /^changes\.(.+)\.html$/u.exec(name)?.[1] ?? [])
    .toSorted((a, b) => (a < b ? -1 : 1));
}
