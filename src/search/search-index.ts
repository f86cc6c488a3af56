import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../library/archive.ts';
import { sha256 } from '../library/digests.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { VersionHistory } from '../model/ledger/history.ts';
import { bundleFiles, closeIndexer, writeBundle, type BundleRequest, type IndexRecord } from './bundle.ts';
import { earlierRecords } from './earlier-records.ts';
import { liveRecords } from './live-records.ts';
import { earlierVersion, versionsThatStand, type IndexedPolicy } from './standing.ts';
import { fromStore, tidyStore } from './store.ts';

export interface IndexRequest {
  readonly policies: readonly IndexedPolicy[];
  readonly archive: Archive;
  readonly day: CalendarDate;
  /** The language that prevails. */
  readonly lang: string;
}

/** What was written, for those who tell the browser of it. */
export interface WrittenIndex {
  /** Changes whenever a file of the index of what is in force does. */
  readonly tag: string;
  /** Files of that index which every question needs. */
  readonly ahead: readonly string[];
  readonly records: readonly IndexRecord[];
  /** Folder of the announced versions, below that of the index. */
  readonly announced?: string | undefined;
  /** Folders of the earlier versions, by the names of the policies. */
  readonly earlier: ReadonlyMap<string, readonly string[]>;
}

// Changes with everything that decides what the index of the same texts looks like.
const FORMAT = 'pagefind 1.6.0, 1';

/** So many versions are in one index of earlier ones: a history goes on in a new one, and those that are full stay as they are. */
const MOST_VERSIONS = 100;

/** Files in which the texts of such an index are kept. */
const EARLIER_FRAGMENTS = 8;

/**
 * Writes the index of a site into a folder: the versions in force with the engine, the announced ones beside them, and indexes of the earlier
 * versions of each policy. The last are kept from build to build, so that one more version makes one of them anew. Same content, same bytes.
 */
export async function writeIndex(folder: string, request: IndexRequest): Promise<WrittenIndex> {
  const { archive, day, lang } = request;
  const policies = request.policies.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  try {
    const records = await liveRecords(policies, { standing: 'in force', day, archive });
    const files = await bundleFiles({ records, lang, hasEngine: true });
    await writeBundle(folder, files);
    const coming = await liveRecords(policies, { standing: 'announced', day, archive });
    const announced = coming.length === 0 ? undefined : await writeAnnounced(folder, { records: coming, lang, hasEngine: false });
    const earlier = new Map<string, readonly string[]>();
    for (const policy of policies) {
      const names = await writeEarlier(folder, policy, request);
      if (names.length > 0) earlier.set(policy.name, names);
    }
    return { tag: tagOf(files), ahead: neededFirst(files), records, announced, earlier };
  } finally {
    await closeIndexer();
    await tidyStore(Date.now());
  }
}

/** In a folder named after what is in it: a browser that has it need not ask again. */
async function writeAnnounced(folder: string, request: BundleRequest): Promise<string> {
  const files = await bundleFiles(request);
  const name = `announced-${tagOf(files)}`;
  await writeBundle(join(folder, name), files);
  return name;
}

/** Folders of the earlier versions of a policy, the oldest first. */
async function writeEarlier(folder: string, policy: IndexedPolicy, { archive, day, lang }: IndexRequest): Promise<readonly string[]> {
  const versions = versionsThatStand(policy, 'earlier', day);
  const own = new Map(policy.history.versions.map((version) => [version.version, version]));
  const names: string[] = [];
  for (let first = 0; first < versions.length; first += MOST_VERSIONS) {
    const part = versions.slice(first, first + MOST_VERSIONS);
    const facts = part.map(earlierVersion);
    const texts = facts.map(({ name }) => textKey(own.get(name)));
    const number = names.length;
    const key = sha256(JSON.stringify([FORMAT, lang, policy.name, policy.kind, number, facts, texts])).slice(0, 16);
    const name = `earlier/${policy.name}-${key}`;
    await fromStore(key, join(folder, name), async (staged) => {
      const records = await earlierRecords(policy, { versions: part, number }, archive);
      await writeBundle(staged, await bundleFiles({ records, lang, hasEngine: false, mostFragments: EARLIER_FRAGMENTS }));
      await writeFile(join(staged, 'versions.json'), `${JSON.stringify(facts)}\n`);
    });
    names.push(name);
  }
  return names;
}

/** What stands for the words of a version: its files as they were published, and what had to go since. */
function textKey(version: VersionHistory | undefined): readonly unknown[] {
  const { files = {} } = version?.published ?? {};
  return [files['record.html'], files['version.json'], version?.removed.map(({ section }) => section)];
}

/** Engine and directory; and the words, while they are in one file. */
function neededFirst(files: readonly { readonly path: string }[]): readonly string[] {
  const paths = files.map(({ path }) => path);
  const words = paths.filter((path) => path.startsWith('index/'));
  return [...paths.filter((path) => /^wasm\.|\.pf_meta$/u.test(path)), ...(words.length === 1 ? words : [])];
}

function tagOf(files: readonly { readonly path: string; readonly content: Uint8Array }[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(`${path}\n`).update(content);
  return hash.digest('hex').slice(0, 12);
}
