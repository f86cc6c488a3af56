import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type IndexFile } from 'pagefind';

/** One record of an index: a section, as a hit shows it. */
export interface IndexRecord {
  /** Address below the site's base, without a slash at its beginning. */
  readonly url: string;
  /** Heading; the title of the policy on words that stand without one. */
  readonly title: string;
  readonly within: readonly string[];
  readonly policy: { readonly name: string; readonly title: string; readonly kind: string };
  readonly content: string;
  /** What is kept beside the words and never found. */
  readonly at?: string | undefined;
}

export interface BundleRequest {
  /** In the order in which they are to be numbered: the same records in the same order are the same bytes. */
  readonly records: readonly IndexRecord[];
  readonly lang: string;
  /** Whether the engine comes with it: once a site. */
  readonly hasEngine: boolean;
  /** In how many files the texts of the hits are kept; one each when absent. */
  readonly mostFragments?: number | undefined;
}

// The last sign of Sumerian script is a word that nobody looks for.
const NOTHING: IndexRecord = { url: '', title: '', within: [], policy: { name: '', title: '', kind: '' }, content: '\u{12399}' };

/** The files of an index, by their paths within its folder, sorted. @throws when Pagefind refuses a record. */
export async function bundleFiles(request: BundleRequest): Promise<readonly IndexFile[]> {
  // Pagefind knows languages, not their countries.
  const lang = request.lang.split('-')[0] ?? request.lang;
  const { index, errors } = await createIndex(request.mostFragments === undefined ? {} : { maxFragments: request.mostFragments });
  if (!index) throw new Error(`The search index could not be begun: ${errors.join(' ')}`);
  try {
    // The engine refuses an index of nothing.
    const records = request.records.length === 0 ? [NOTHING] : request.records;
    for (const record of records) {
      const added = await index.addCustomRecord(customRecord(record, lang));
      if (added.errors.length > 0) throw new Error(`The search index refuses ${record.url}: ${added.errors.join(' ')}`);
    }
    const { files } = await index.getFiles();
    const engine = request.hasEngine ? engineFiles(files, lang) : [];
    const wanted = files.filter(({ path }) => isNeeded(path, engine));
    return wanted.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    void index.deleteIndex();
  }
}

export async function writeBundle(folder: string, files: readonly IndexFile[]): Promise<void> {
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Ends Pagefind's own process; a later request starts another. */
export async function closeIndexer(): Promise<void> {
  await close();
}

function customRecord({ url, title, within, policy, content, at }: IndexRecord, language: string): Parameters<Adder>[0] {
  return {
    url,
    content,
    language,
    meta: {
      title,
      policy: policy.title,
      ...(within.length > 0 ? { within: within.join(' › ') } : {}),
      ...(at === undefined ? {} : { at }),
    },
    // What is kept beside the words tells earlier texts apart; nobody filters them.
    ...(at === undefined ? { filters: { policy: [policy.name], kind: [policy.kind], language: [language] } } : {}),
  };
}

type Adder = NonNullable<Awaited<ReturnType<typeof createIndex>>['index']>['addCustomRecord'];

/** Pagefind brings interfaces of its own, 0.6 MB in every folder, of which none is used here. */
function isNeeded(path: string, engine: readonly string[]): boolean {
  return /^(?:fragment|index|filter)\/|\.pf_meta$|^pagefind-entry\.json$/u.test(path) || engine.includes(path);
}

/** A language without a stemmer of its own is read by the engine for all others. */
function engineFiles(files: readonly IndexFile[], lang: string): readonly string[] {
  const own = `wasm.${lang}.pagefind`;
  return ['pagefind.js', files.some(({ path }) => path === own) ? own : 'wasm.unknown.pagefind'];
}
