import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRecord } from '../mdx/read-record.ts';
import type { Finding } from '../model/finding.ts';
import type { FrozenSection, FrozenVersion } from '../model/frozen-version.ts';
import { canonicalJson } from '../model/ledger/canonical-json.ts';
import { isPublished, type LedgerEntry, type PublishEntry } from '../model/ledger/entry.ts';
import { redlineFile, redlinesAmong, standingFiles } from '../model/ledger/standing-files.ts';
import { allSections, type PolicyRecord } from '../model/record/record.ts';
import { digestsOf } from './digests.ts';
import { frozenSections } from './freeze.ts';
import { frozenVersionSchema } from './frozen-schema.ts';

/** A published version with what the ledger says of its words. */
export interface DeepVersion {
  readonly published: PublishEntry;
  /** The whole text had to go. */
  readonly isGone: boolean;
  /** The words of one section or more had to go: the ledger's digests are those of the text as it was published. */
  readonly isShortened: boolean;
  /** SHA-256 of its frozen redlines, by the version that each compares with. */
  readonly redlines: Readonly<Record<string, string>>;
}

/** Every published version, in the order of its ledger line. */
export function deepVersions(entries: readonly LedgerEntry[]): readonly DeepVersion[] {
  return entries.filter(isPublished).map((published) => {
    const { policy, version } = published;
    const removals = entries.filter((entry) => entry.type === 'remove' && entry.policy === policy && entry.version === version);
    const files = standingFiles(entries, policy, version);
    const isGone = files['record.html'] === undefined;
    const redlines = Object.fromEntries(redlinesAmong(files).map((from) => [from, files[redlineFile(from)] ?? '']));
    return { published, isGone, isShortened: !isGone && removals.length > 0, redlines };
  });
}

/**
 * Derives the words of a version anew from its frozen record.html, and compares both digests with the ledger's, and section by
 * section with those of version.json. What is wrong is a finding; a file that is missing has one of its own already.
 */
export async function frozenFaults(content: string, version: DeepVersion): Promise<readonly Finding[]> {
  const { published, isGone } = version;
  if (isGone) return [];
  const folder = `policies/${published.policy}/${published.version}`;
  const html = await textOf(join(content, folder, 'record.html'));
  const json = await textOf(join(content, folder, 'version.json'));
  if (html === undefined || json === undefined) return [];
  const read = recordIn(html, `${folder}/record.html`);
  const frozen = versionIn(json, `${folder}/version.json`);
  return [
    ...('finding' in read ? [read.finding] : derivedFaults(read, { ...version, folder, frozen: 'finding' in frozen ? undefined : frozen })),
    ...('finding' in frozen ? [frozen.finding] : statedFaults(frozen, version, folder)),
  ];
}

type Read = { readonly record: PolicyRecord; readonly title: string } | { readonly finding: Finding };

/** The record in a file; a finding when this release cannot read it. */
export function recordIn(html: string, file: string): Read {
  try {
    return readRecord(html);
  } catch (error) {
    return { finding: fault('record-unreadable', file, error instanceof Error ? error.message : String(error)) };
  }
}

/** Where the digests of a text that was derived again are not the ledger's; the sections that differ where they can be known. */
export function digestFaults(
  record: PolicyRecord,
  { published, isShortened }: DeepVersion,
  of: { readonly file: string; readonly sections?: readonly FrozenSection[] | undefined },
): readonly Finding[] {
  if (isShortened) return [];
  const found = digestsOf(record);
  const changed = of.sections && changedSections(record, of.sections);
  const where = changed && changed.length > 0 ? ` It differs in ${changed.map((id) => `the section "${id}"`).join(', ')}.` : '';
  return (['words', 'record'] as const).flatMap((name): readonly Finding[] => {
    if (found[name] === published[name]) return [];
    const what = name === 'words' ? 'The words' : 'Words and structure';
    const message = `${what} of this text, derived again, are not those that were published: the ledger has the digest ${published[name]}, the file gives ${found[name]}.${where}`;
    return [fault('record-digest', of.file, message)];
  });
}

function derivedFaults(
  { record, title }: Exclude<Read, { readonly finding: Finding }>,
  of: DeepVersion & { readonly folder: string; readonly frozen: FrozenVersion | undefined },
): readonly Finding[] {
  const { folder, frozen, isShortened } = of;
  const file = `${folder}/record.html`;
  const findings = [...digestFaults(record, of, { file, sections: frozen?.sections })];
  if (!frozen) return findings;
  if (title !== frozen.title) {
    findings.push(fault('record-title', file, `The title "${title}" is not the one that was posted: version.json has "${frozen.title}".`));
  }
  if (!isShortened && findings.some(({ rule }) => rule === 'record-digest')) return findings;
  for (const id of changedSections(record, frozen.sections)) {
    if (isShortened && hasLost(record, id)) continue;
    const message = `The section "${id}" is not the one that version.json describes: ${sectionDigests(record, frozen.sections, id)}.`;
    findings.push(fault('section-digest', file, message));
  }
  return findings;
}

function sectionDigests(record: PolicyRecord, frozen: readonly FrozenSection[], id: string): string {
  const [own, stated] = [frozenSections(record), frozen].map((sections) => sections.find((section) => section.id === id));
  if (!stated) return 'it has no such section';
  return own
    ? `it has the digests ${stated.words} and ${stated.record}, the section has ${own.words} and ${own.record}`
    : 'the text has no such section';
}

/** Ids of the top-level sections that are not the same in both, and of those that stand elsewhere. */
function changedSections(record: PolicyRecord, stated: readonly FrozenSection[]): readonly string[] {
  const derived = frozenSections(record);
  const ids = [...new Set([...stated, ...derived].map(({ id }) => id))];
  return ids.filter((id) => {
    const [a, b] = [stated, derived].map((sections) => sections.findIndex((section) => section.id === id));
    const [own, other] = [stated[a ?? -1], derived[b ?? -1]];
    return a !== b || own?.words !== other?.words || own?.record !== other?.record;
  });
}

/** Whether words had to go from a section or one below it: an id stands there, and nothing else. */
function hasLost(record: PolicyRecord, id: string): boolean {
  const sections = record.sections.filter((section) => section.id === id);
  return allSections({ ...record, sections }).some(
    ({ heading, blocks, sections: inner }) => !heading && blocks.length === 0 && inner.length === 0,
  );
}

/** What version.json says besides, against the ledger line that published it. */
function statedFaults(frozen: FrozenVersion, { published }: DeepVersion, folder: string): readonly Finding[] {
  const { policy, version, effective, corrects, words, record } = published;
  const pairs: Readonly<Record<string, readonly [unknown, unknown]>> = {
    policy: [policy, frozen.policy],
    version: [version, frozen.version],
    effective: [effective, frozen.effective],
    corrects: [corrects ?? null, frozen.corrects ?? null],
    digests: [{ words, record }, frozen.digests],
  };
  return Object.entries(pairs).flatMap(([name, [ledger, file]]): readonly Finding[] => {
    if (canonicalJson(ledger) === canonicalJson(file)) return [];
    const message = `"${name}" is not what the ledger says: the ledger has ${canonicalJson(ledger)}, the file has ${canonicalJson(file)}.`;
    return [fault('version-differs', `${folder}/version.json`, message)];
  });
}

function versionIn(json: string, file: string): FrozenVersion | { readonly finding: Finding } {
  try {
    return frozenVersionSchema.parse(JSON.parse(json));
  } catch {
    return { finding: fault('version-unreadable', file, 'This version.json has another form than this release knows.') };
  }
}

function fault(rule: string, file: string, message: string): Finding {
  return { rule, severity: 'error', place: { file }, message };
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
