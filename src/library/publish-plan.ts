import type { PolicyConfig, SiteConfig } from '../config.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import { sortFindings, type Finding } from '../model/finding.ts';
import { linesFor, type EventFrame } from '../model/ledger/chain.ts';
import type { LedgerEntry } from '../model/ledger/entry.ts';
import { policyHistories, type PolicyHistory } from '../model/ledger/history.ts';
import { inForceOn, type Timeline } from '../model/lifecycle.ts';
import { sectionTexts } from '../model/record/section-texts.ts';
import { publishFindings } from '../model/rules/publish/index.ts';
import type { EarlierAnchors, PublishInput, SectionFacts, VersionFacts } from '../model/rules/publish/input.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import { FrozenFileError, type Archive } from './archive.ts';
import { sha256 } from './digests.ts';
import { effectiveOf, freeze, type Frozen } from './freeze.ts';
import type { VersionFile } from './policy-files.ts';
import { anchorsOf } from './policy-links.ts';

/** The ledger's answer to one run of `publish`. */
export interface PublishPlan {
  readonly frozen: readonly Frozen[];
  /** Everything that stands against it; with an error in it nothing of the plan may be published. */
  readonly findings: readonly Finding[];
}

export interface Posting {
  readonly site: SiteConfig;
  readonly policies: ReadonlyMap<string, PolicyConfig>;
  readonly postedOn: CalendarDate;
  readonly frame: EventFrame;
  /** Texts that were public elsewhere before: their lines say so, and rules of approval, notice and coverage do not bind them. */
  readonly isImport?: boolean | undefined;
  /** The title that a text carried when it was public elsewhere; the policy's when absent. */
  readonly titleOf?: ((draft: VersionFile) => string | undefined) | undefined;
}

/** Checks drafts as they would be published one after the other, earliest effective day first, and freezes them. Writes nothing. */
export async function planPublishing(drafts: readonly VersionFile[], archive: Archive, posting: Posting): Promise<PublishPlan> {
  const shelf: Shelf = { archive, fresh: new Map(), entries: [...archive.ledger.entries] };
  const findings: Finding[] = [];
  const frozen: Frozen[] = [];
  for (const draft of drafts.toSorted(byEffectiveDay)) {
    const policy = posting.policies.get(draft.policy);
    // A policy whose settings cannot be read has a finding of its own.
    if (!policy) continue;
    try {
      const own = freezeAfter(draft, shelf, { ...posting, policy });
      findings.push(...publishFindings(await inputFor(own, shelf, posting)));
      frozen.push(own);
      shelf.fresh.set(keyOf(draft), own);
      const before = [...archive.ledger.lines, ...Array<string>(frozen.length - 1).fill('')];
      shelf.entries.push({ ...posting.frame, ...own.event, seq: before.length + 1, prev: '' });
      findings.push(...lineLength(own, linesFor([own.event], before, posting.frame, sha256)[0] ?? ''));
    } catch (error) {
      if (!(error instanceof FrozenFileError)) throw error;
      findings.push(error.finding);
    }
  }
  return { frozen, findings: sortFindings(findings) };
}

/** What is published, as it will be when the drafts before this one are. */
interface Shelf {
  readonly archive: Archive;
  readonly fresh: Map<string, Frozen>;
  readonly entries: LedgerEntry[];
}

function historyOn(shelf: Shelf, policy: string): PolicyHistory | undefined {
  return policyHistories(shelf.entries.filter((entry) => entry.policy === policy))[0];
}

function freezeAfter(draft: VersionFile, shelf: Shelf, facts: Posting & { readonly policy: PolicyConfig }): Frozen {
  const { site, isImport = false } = facts;
  const history = historyOn(shelf, draft.policy);
  const supersedes = draft.frontmatter.supersedes ?? (history && versionBefore(history.timeline, effectiveOf(draft.frontmatter).day));
  const policy = { ...facts.policy, title: facts.titleOf?.(draft) ?? facts.policy.title };
  return freeze({ draft, site, policy, supersedes, type: isImport ? 'import' : 'publish' });
}

/** The version that would govern on a day, were nothing more published: the one that a text taking effect then follows. */
export function versionBefore(versions: Timeline, day: CalendarDate): string | undefined {
  return versions.findLast(({ posting, fate }) => fate.kind === 'governs' && !posting.isRemoved && posting.effectiveFrom <= day)?.posting
    .version;
}

async function inputFor(own: Frozen, shelf: Shelf, posting: Posting): Promise<PublishInput> {
  const { draft, version } = own;
  const history = historyOn(shelf, draft.policy);
  const inForce = history && inForceOn(history.timeline, posting.postedOn);
  const hasPrevious = history?.versions.some((other) => other.version === version.supersedes) ?? false;
  return {
    draft: {
      ...version,
      supersedes: draft.frontmatter.supersedes,
      sections: sectionFacts(own, draft.record),
      file: draft.file,
      approved: draft.frontmatter.approved,
      placeOf: draft.placeOf,
    },
    previous: hasPrevious && version.supersedes !== undefined ? await factsOf(shelf, draft.policy, version.supersedes) : undefined,
    inForce: inForce && !inForce.posting.isRemoved ? (await versionOf(shelf, draft.policy, inForce.posting.version)).version : undefined,
    earlier: await earlierAnchors(shelf, history),
    history,
    postedOn: posting.postedOn,
    // Under a day that was set, the machine's hour says nothing.
    postedAt: posting.frame.asIf === undefined ? Date.parse(posting.frame.recordedAt) : undefined,
    zone: posting.frame.zone,
    isImport: posting.isImport ?? false,
  };
}

async function versionOf(shelf: Shelf, policy: string, version: string): Promise<Pick<Frozen, 'version'>> {
  return shelf.fresh.get(`${policy}/${version}`) ?? { version: await shelf.archive.frozenVersion(policy, version) };
}

async function factsOf(shelf: Shelf, policy: string, name: string): Promise<VersionFacts | undefined> {
  const isGone = historyOn(shelf, policy)?.versions.some(
    ({ version, removed }) => version === name && removed.some(({ section }) => section === undefined),
  );
  if (isGone) return undefined;
  const { version } = await versionOf(shelf, policy, name);
  const record = shelf.fresh.get(`${policy}/${name}`)?.draft.record ?? (await shelf.archive.frozenRecord(policy, name));
  return { ...version, sections: sectionFacts({ version }, record) };
}

/** Digests as frozen beside the text as it stands; a section whose words had to be removed has none. */
function sectionFacts({ version }: Pick<Frozen, 'version'>, record: PolicyRecord): readonly SectionFacts[] {
  const texts = sectionTexts(record);
  return version.sections.map((section) => {
    const text = texts.find(({ id }) => id === section.id);
    const isWhole = text !== undefined && sha256(text.text) === section.words;
    return {
      ...section,
      anchors: text?.anchors ?? [section.id],
      content: isWhole ? record.sections.find(({ id }) => id === section.id) : undefined,
    };
  });
}

async function earlierAnchors(shelf: Shelf, history: PolicyHistory | undefined): Promise<readonly EarlierAnchors[]> {
  return Promise.all(
    (history?.versions ?? []).map(async ({ version: name, published, removed }): Promise<EarlierAnchors> => {
      const fresh = shelf.fresh.get(`${published.policy}/${name}`);
      const anchors = fresh ? anchorsOf(fresh.draft.record) : await shelf.archive.anchors(published.policy, name);
      const isGone = removed.some(({ section }) => section === undefined);
      const retired = isGone ? {} : (await versionOf(shelf, published.policy, name)).version.retired;
      return { version: name, effectiveFrom: published.effective.day, line: published.seq, anchors, retired };
    }),
  );
}

const MOST_BYTES = 1000;

function lineLength(own: Frozen, line: string): readonly Finding[] {
  const length = new TextEncoder().encode(line).length;
  if (length < MOST_BYTES) return [];
  const message = `The ledger line of this version would hold ${length} bytes, and must hold less than ${MOST_BYTES}. Give the policy or the version a shorter folder name.`;
  return [{ rule: 'ledger-line-long', severity: 'error', place: { file: own.draft.file }, message }];
}

function keyOf({ policy, version }: VersionFile): string {
  return `${policy}/${version}`;
}

function byEffectiveDay(a: VersionFile, b: VersionFile): number {
  const [first, second] = [a, b].map((draft) => `${effectiveOf(draft.frontmatter).day} ${keyOf(draft)}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
