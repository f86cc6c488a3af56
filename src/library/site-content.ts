import { directionOf } from '../mdx/direction.ts';
import { dayOfInstant } from '../model/civil-time.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { PolicyHistory } from '../model/ledger/history.ts';
import type { PolicyVersion } from '../model/version.ts';
import type { PolicyConfig, SiteConfig } from '../config.ts';
import type { Archive } from './archive.ts';
import type { Library } from './library.ts';
import type { PolicyFiles, VersionFile } from './policy-files.ts';
import { draftFacts, publishedFacts, type StoredDraft, type StoredPublished } from './version-facts.ts';

/** Everything that pages are made from, as the content store holds it. */
export interface StoredContent {
  readonly site: StoredSite;
  readonly policies: readonly StoredPolicy[];
  /** The texts that have pages; a removed one has none. */
  readonly versions: readonly PolicyVersion[];
  readonly redlines: readonly StoredRedline[];
}

/** A frozen redline as its page frames it. */
export interface StoredRedline {
  readonly policy: string;
  readonly version: string;
  readonly from: string;
  readonly html: string;
}

export interface StoredSite extends SiteConfig {
  /** In which direction the pages are written that are no policy; a text has a direction of its own. */
  readonly dir: 'ltr' | 'rtl';
  /** The day asked for. */
  readonly asOf: CalendarDate;
}

export interface StoredPolicy extends PolicyConfig {
  readonly name: string;
  /** Published ones in the order in which they govern, then the drafts that this build shows, earliest first. */
  readonly versions: readonly (StoredDraft | StoredPublished)[];
  readonly retirement?: PolicyHistory['retirement'];
  readonly reviewedOn?: CalendarDate | undefined;
}

export interface StoredRequest {
  readonly hasDrafts: boolean;
  /** The day asked for; the day of `now` in the site's zone when absent. */
  readonly today?: CalendarDate | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/**
 * What a build shows: published versions out of the archive, never from their MDX, and drafts only when they are asked for.
 * Policies without a version to show are left out; `undefined` without a readable site.yaml.
 *
 * @throws FrozenFileError when a published file is not the one that the ledger names.
 */
export async function storedContent(library: Library, request: StoredRequest): Promise<StoredContent | undefined> {
  const { site, archive } = library;
  if (!site) return undefined;
  const read = await Promise.all(library.policies.map((policy) => storedPolicy(policy, archive, { site, hasDrafts: request.hasDrafts })));
  const policies = read.flatMap((one) => one ?? []);
  const asOf = request.today ?? dayOfInstant(request.now, site.timeZone);
  const dir = directionOf(site.languages[0] ?? 'en');
  return {
    site: { ...site, asOf, dir },
    policies: policies.map(({ policy }) => policy),
    versions: policies.flatMap(({ texts }) => texts),
    redlines: policies.flatMap(({ redlines }) => redlines),
  };
}

interface ReadPolicy {
  readonly policy: StoredPolicy;
  readonly texts: readonly PolicyVersion[];
  readonly redlines: readonly StoredRedline[];
}

async function storedPolicy(
  files: PolicyFiles,
  archive: Archive,
  { site, hasDrafts }: { readonly site: SiteConfig; readonly hasDrafts: boolean },
): Promise<ReadPolicy | undefined> {
  const { name, config } = files;
  if (!config) return undefined;
  const history = archive.histories.find((one) => one.policy === name);
  const published = history
    ? await Promise.all(history.timeline.map((entry) => publishedFacts(entry, history, { archive, policy: config, site })))
    : [];
  const drafts = hasDrafts ? files.versions.toSorted(byPlannedDay) : [];
  const versions = [...published, ...drafts.map((draft) => draftFacts(draft, config))];
  if (versions.length === 0) return undefined;
  const frozen = await Promise.all(published.filter(({ removed }) => !removed).map((version) => publishedText(name, version, archive)));
  return {
    policy: { ...config, name, versions, retirement: history?.retirement, reviewedOn: history?.reviewedOn },
    texts: [...frozen, ...drafts.map(draftText)],
    redlines: (await Promise.all(published.map((version) => redlinesOf(name, version, archive)))).flat(),
  };
}

async function publishedText(policy: string, version: StoredPublished, archive: Archive): Promise<PolicyVersion> {
  const { name, effectiveFrom, basis, summary, digests } = version;
  return { policy, name, status: 'published', effectiveFrom, basis, summary, digests, record: await archive.frozenRecord(policy, name) };
}

function redlinesOf(policy: string, version: StoredPublished, archive: Archive): Promise<readonly StoredRedline[]> {
  return Promise.all(
    version.redlines.map(async (from) => ({
      policy,
      version: version.name,
      from,
      html: await archive.frozenRedline(policy, version.name, from),
    })),
  );
}

function draftText(file: VersionFile): PolicyVersion {
  const { policy, version: name, record, digests, frontmatter } = file;
  const { effective, summary } = frontmatter;
  const isStated = typeof effective === 'string';
  const day = isStated ? effective : effective.day;
  return { policy, name, status: 'draft', effectiveFrom: day, basis: isStated ? 'stated' : effective.basis, summary, record, digests };
}

function byPlannedDay(a: VersionFile, b: VersionFile): number {
  const day = (file: VersionFile): string => {
    const { effective } = file.frontmatter;
    return typeof effective === 'string' ? effective : effective.day;
  };
  if (day(a) !== day(b)) return day(a) < day(b) ? -1 : 1;
  return a.version < b.version ? -1 : 1;
}
