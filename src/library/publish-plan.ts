import type { PolicyConfig, SiteConfig } from '../config.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import { sortFindings, type Finding } from '../model/finding.ts';
import { linesFor, type EventFrame } from '../model/ledger/chain.ts';
import type { LedgerEntry, PublishEvent } from '../model/ledger/entry.ts';
import type { PolicyHistory } from '../model/ledger/history.ts';
import { newNeighbours, type Neighbours } from '../model/ledger/neighbours.ts';
import { standingFiles } from '../model/ledger/standing-files.ts';
import { inForceOn, type Timeline } from '../model/lifecycle.ts';
import { publishFindings } from '../model/rules/publish/index.ts';
import type { EarlierAnchors, PublishInput } from '../model/rules/publish/input.ts';
import { FrozenFileError, type Archive } from './archive.ts';
import { sha256 } from './digests.ts';
import { effectiveOf, freeze, type Frozen } from './freeze.ts';
import { freezePairs, type WordsOfRedline } from './frozen-redline.ts';
import type { VersionFile } from './policy-files.ts';
import { factsNow, factsOf, historyIn, redlinedOn, sectionFacts, versionOf, type Shelf } from './shelf.ts';
import { anchorsOf } from './policy-links.ts';

/** The ledger's answer to one run of `publish`. */
export interface PublishPlan {
  readonly frozen: readonly Frozen[];
  /** Everything that stands against it; with an error in it nothing of the plan may be published. */
  readonly findings: readonly Finding[];
  /** What the rules saw of each draft that could be frozen, in the order in which they would be published. */
  readonly inputs: readonly PublishInput[];
}

export interface Posting {
  readonly site: SiteConfig;
  readonly policies: ReadonlyMap<string, PolicyConfig>;
  readonly postedOn: CalendarDate;
  readonly frame: EventFrame;
  readonly words: WordsOfRedline;
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
  const inputs: PublishInput[] = [];
  for (const draft of drafts.toSorted(byEffectiveDay)) {
    const policy = posting.policies.get(draft.policy);
    // A policy whose settings cannot be read has a finding of its own.
    if (!policy) continue;
    try {
      const made = await freezeAfter(draft, shelf, { ...posting, policy });
      const own = await withPairs(made, shelf, posting);
      const input = await inputFor(own, shelf, posting);
      inputs.push(input);
      findings.push(...publishFindings(input));
      frozen.push(own);
      shelf.fresh.set(`${draft.policy}/${draft.version}`, own);
      const before = [...archive.ledger.lines, ...Array<string>(frozen.length - 1).fill('')];
      shelf.entries.push({ ...posting.frame, ...own.event, seq: before.length + 1, prev: '' });
      findings.push(...lineLength(own, linesFor([own.event], before, posting.frame, sha256)[0] ?? ''));
    } catch (error) {
      if (!(error instanceof FrozenFileError)) throw error;
      findings.push(error.finding);
    }
  }
  return { frozen, findings: sortFindings(findings), inputs };
}

async function freezeAfter(draft: VersionFile, shelf: Shelf, facts: Posting & { readonly policy: PolicyConfig }): Promise<Frozen> {
  const { site, isImport = false, words } = facts;
  const history = historyIn(shelf.entries, draft.policy);
  const supersedes = draft.frontmatter.supersedes ?? (history && versionBefore(history.timeline, effectiveOf(draft.frontmatter).day));
  const policy = { ...facts.policy, title: facts.titleOf?.(draft) ?? facts.policy.title };
  const input = { draft, site, policy, supersedes, words, type: isImport ? ('import' as const) : ('publish' as const) };
  const isThere = (name: string | undefined): name is string =>
    history?.versions.some(({ version, removed }) => version === name && !removed.some(({ section }) => section === undefined)) ?? false;
  const before = neighboursAfter(freeze({ ...input, earlier: [] }).event, shelf, facts).find(
    ({ later }) => later === draft.version,
  )?.earlier;
  const names = [...new Set([supersedes, before])].filter(isThere);
  return freeze({ ...input, earlier: await Promise.all(names.map((name) => redlinedOn(shelf, draft.policy, name))) });
}

/** Which versions a line would make neighbours. */
function neighboursAfter(event: PublishEvent, shelf: Shelf, { frame }: Posting): readonly Neighbours[] {
  const line: LedgerEntry = { ...frame, ...event, seq: shelf.entries.length + 1, prev: '' };
  const after = historyIn([...shelf.entries, line], event.policy);
  return after ? newNeighbours(historyIn(shelf.entries, event.policy)?.timeline, after.timeline) : [];
}

/** With the redlines of announced versions that follow it from then on. */
async function withPairs(own: Frozen, shelf: Shelf, posting: Posting): Promise<Frozen> {
  const { policy, version } = own.event;
  const later = neighboursAfter(own.event, shelf, posting).filter((pair) => pair.later !== version);
  const { pairs, texts } = await freezePairs(later, {
    redlined: (name) =>
      name === version ? Promise.resolve({ version: own.version, record: own.draft.record }) : redlinedOn(shelf, policy, name),
    standing: (name) => standingFiles(shelf.entries, policy, name),
    words: posting.words,
  });
  return { ...own, pairTexts: texts, event: { ...own.event, pairs } };
}

/** The version that would govern on a day, were nothing more published: the one that a text taking effect then follows. */
export function versionBefore(versions: Timeline, day: CalendarDate): string | undefined {
  return versions.findLast(({ posting, fate }) => fate.kind === 'governs' && !posting.isRemoved && posting.effectiveFrom <= day)?.posting
    .version;
}

async function inputFor(own: Frozen, shelf: Shelf, posting: Posting): Promise<PublishInput> {
  const { draft, version } = own;
  const history = historyIn(shelf.entries, draft.policy);
  const inForce = history && inForceOn(history.timeline, posting.postedOn);
  const next = own.event.pairs?.find(({ from }) => from === own.event.version)?.version;
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
    next: next === undefined ? undefined : await factsNow(shelf, history, next),
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

async function earlierAnchors(shelf: Shelf, history: PolicyHistory | undefined): Promise<readonly EarlierAnchors[]> {
  return Promise.all(
    (history?.versions ?? []).map(async ({ version: name, published, removed }): Promise<EarlierAnchors> => {
      const fresh = shelf.fresh.get(`${published.policy}/${name}`);
      const anchors = fresh ? anchorsOf(fresh.draft.record) : await shelf.archive.anchors(published.policy, name);
      const isGone = removed.some(({ section }) => section === undefined);
      const retired = isGone ? {} : (await versionOf(shelf, published.policy, name)).version.retired;
      // Its day as it is by now, not as it was first announced.
      const { effectiveFrom = published.effective.day } = history?.timeline.find((entry) => entry.posting.version === name)?.posting ?? {};
      return { version: name, effectiveFrom, line: published.seq, anchors, retired };
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

function byEffectiveDay(a: VersionFile, b: VersionFile): number {
  const [first, second] = [a, b].map((draft) => `${effectiveOf(draft.frontmatter).day} ${draft.policy}/${draft.version}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
