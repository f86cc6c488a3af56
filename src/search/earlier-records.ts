import type { Archive } from '../library/archive.ts';
import type { TimelineEntry } from '../model/lifecycle.ts';
import { sectionRecords } from '../model/search/section-records.ts';
import { addresses } from '../urls.ts';
import type { IndexRecord } from './bundle.ts';
import type { IndexedPolicy } from './standing.ts';

/**
 * The earlier versions of a policy as search finds them: each text of a section once, however many versions have it, under the permanent page
 * of the last of them, with the number of the index and the places of its versions in the list given: `0:0-2,5`. One version is held in memory at a time.
 */
export async function earlierRecords(
  { name, kind }: IndexedPolicy,
  { versions, number }: { readonly versions: readonly TimelineEntry[]; readonly number: number },
  archive: Archive,
): Promise<readonly IndexRecord[]> {
  const urls = addresses('');
  const texts = new Map<string, { readonly at: number[]; record: IndexRecord }>();
  for (const [place, { posting }] of versions.entries()) {
    const { title } = await archive.frozenVersion(name, posting.version);
    for (const { id, heading, within, lines } of sectionRecords(await archive.frozenRecordOnce(name, posting.version))) {
      const url = urls.version(name, posting.version, id).slice(1);
      const record: IndexRecord = { url, title: heading ?? title, within, policy: { name, title, kind }, content: lines.join('\n') };
      const key = JSON.stringify([id, record.title, within, record.content]);
      const known = texts.get(key);
      if (known) {
        known.at.push(place);
        known.record = record;
      } else texts.set(key, { at: [place], record });
    }
  }
  return [...texts.values()].map(({ at, record }) => ({ ...record, at: `${number}:${runs(at)}` }));
}

/** Places in order as runs: 0, 1, 2, 5 are `0-2,5`. */
function runs(places: readonly number[]): string {
  const found: [number, number][] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && last[1] === place - 1) last[1] = place;
    else found.push([place, place]);
  }
  return found.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}
