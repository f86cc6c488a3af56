import { isPublished, type FileDigests, type LedgerEntry } from './entry.ts';

/**
 * The frozen files that a version's folder must hold, each with its SHA-256, after every event so far; none for a version that
 * was never published, or whose whole text had to go. A file that had to go with one section is absent; what stands in the place
 * of another has the digest that the line of the removal gives.
 */
export function standingFiles(entries: readonly LedgerEntry[], policy: string, version: string): FileDigests {
  let files: FileDigests = {};
  for (const entry of entries) {
    if (entry.policy !== policy || !('version' in entry) || entry.version !== version) continue;
    if (isPublished(entry)) files = entry.files;
    if (entry.type === 'notice-amended') files = { ...files, ...entry.files };
    if (entry.type === 'remove') {
      const gone = entry.section === undefined ? Object.keys(files) : Object.keys(entry.files);
      const kept = Object.entries(files).filter(([name]) => !gone.includes(name));
      files = entry.section === undefined ? {} : { ...Object.fromEntries(kept), ...entry.left };
    }
  }
  return files;
}
