import type { LedgerEntry } from '../model/ledger/entry.ts';
import { policyHistories, type PolicyHistory } from '../model/ledger/history.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import { sectionTexts } from '../model/record/section-texts.ts';
import type { SectionFacts, VersionFacts } from '../model/rules/publish/input.ts';
import type { Archive } from './archive.ts';
import { sha256 } from './digests.ts';
import type { Frozen } from './freeze.ts';
import type { RedlinedVersion } from './frozen-redline.ts';

/** What is published, as it will be when the drafts before this one are. */
export interface Shelf {
  readonly archive: Archive;
  readonly fresh: Map<string, Frozen>;
  readonly entries: LedgerEntry[];
}

/** One policy as some lines of the ledger tell it. */
export function historyIn(entries: readonly LedgerEntry[], policy: string): PolicyHistory | undefined {
  return policyHistories(entries.filter((entry) => entry.policy === policy))[0];
}

export async function redlinedOn(shelf: Shelf, policy: string, name: string): Promise<RedlinedVersion> {
  return { version: (await versionOf(shelf, policy, name)).version, record: await recordOn(shelf, policy, name) };
}

async function recordOn(shelf: Shelf, policy: string, name: string): Promise<PolicyRecord> {
  return shelf.fresh.get(`${policy}/${name}`)?.draft.record ?? shelf.archive.frozenRecord(policy, name);
}

/** A posted version with its effective day as it is after every event so far. */
export async function factsNow(shelf: Shelf, history: PolicyHistory | undefined, name: string): Promise<VersionFacts | undefined> {
  const facts = history && (await factsOf(shelf, history.policy, name));
  const posting = history?.timeline.find((entry) => entry.posting.version === name)?.posting;
  return facts && posting && { ...facts, effective: { day: posting.effectiveFrom, basis: posting.basis } };
}

export async function versionOf(shelf: Shelf, policy: string, version: string): Promise<Pick<Frozen, 'version'>> {
  return shelf.fresh.get(`${policy}/${version}`) ?? { version: await shelf.archive.frozenVersion(policy, version) };
}

export async function factsOf(shelf: Shelf, policy: string, name: string): Promise<VersionFacts | undefined> {
  const isGone = historyIn(shelf.entries, policy)?.versions.some(
    ({ version, removed }) => version === name && removed.some(({ section }) => section === undefined),
  );
  if (isGone) return undefined;
  const { version } = await versionOf(shelf, policy, name);
  return { ...version, sections: sectionFacts({ version }, await recordOn(shelf, policy, name)) };
}

/** Digests as frozen beside the text as it stands; a section whose words had to be removed has none. */
export function sectionFacts({ version }: Pick<Frozen, 'version'>, record: PolicyRecord): readonly SectionFacts[] {
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
