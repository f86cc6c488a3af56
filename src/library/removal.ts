import type { Change as Told, FrozenVersion } from '../model/frozen-version.ts';
import type { LedgerEvent, QuotingFile } from '../model/ledger/entry.ts';
import { redlineFile, redlinesAmong, standingFiles } from '../model/ledger/standing-files.ts';
import { recordDocument } from '../model/record/document.ts';
import { withoutSection, type ShortenedRecord } from '../model/record/without-section.ts';
import type { Archive } from './archive.ts';
import { sha256 } from './digests.ts';
import { noticeJson } from './amended-notice.ts';
import { versionJson } from './freeze.ts';
import { redlineText, type RedlinedVersion, type WordsOfRedline } from './frozen-redline.ts';
import type { Change } from './transaction.ts';

export interface RemovalOrder {
  readonly policy: string;
  readonly version: string;
  /** Without it the whole text goes. */
  readonly section?: string | undefined;
  readonly reason: string;
}

export type Removal = Change & { readonly events: readonly Extract<LedgerEvent, { readonly type: 'remove' }>[] };

/**
 * What a court's order to take words away comes to: a tombstone. Name, days and digests stay in the ledger; every file that quotes
 * the words goes. When one section goes, record.html and version.json are written again without its words, and the
 * digests that version.json names stay those of the text as it was published.
 *
 * Asks nothing: whether the order may be carried out is for the rules to say. A section that is not there removes nothing.
 */
export async function removalOf(archive: Archive, order: RemovalOrder, words: WordsOfRedline): Promise<Removal> {
  const { policy, version, section, reason } = order;
  const files = standingFiles(archive.ledger.entries, policy, version);
  const folder = `policies/${policy}`;
  const left = section === undefined ? { own: {}, others: {} } : await textsWithout(archive, { policy, version, section }, words);
  if (!left) return { events: [{ type: 'remove', policy, version, section, reason, files: {} }] };
  const quoting = quotingFiles(archive, policy, version).map(({ version: other, file }) => {
    const text = left.others[`${other}/${file}`];
    return { version: other, file, left: text === undefined ? undefined : sha256(text) };
  });
  const event: Removal['events'][number] = {
    type: 'remove',
    policy,
    version,
    section,
    reason,
    files,
    left: section === undefined ? undefined : Object.fromEntries(Object.entries(left.own).map(([name, text]) => [name, sha256(text)])),
    quoting: quoting.length === 0 ? undefined : quoting,
  };
  const own = Object.keys(files).filter((name) => !(name in left.own));
  const others = quoting.filter((one) => one.left === undefined).map((one) => `${one.version}/${one.file}`);
  return {
    events: [event],
    after: {
      ...Object.fromEntries(Object.entries(left.own).map(([name, text]) => [`${folder}/${version}/${name}`, text])),
      ...Object.fromEntries(Object.entries(left.others).map(([name, text]) => [`${folder}/${name}`, text])),
    },
    gone: [...own.map((name) => `${version}/${name}`), ...others].map((name) => `${folder}/${name}`),
  };
}

/** Redlines of other versions against this one: they quote its words. */
function quotingFiles({ ledger, histories }: Archive, policy: string, version: string): readonly QuotingFile[] {
  const others = histories.find((history) => history.policy === policy)?.versions ?? [];
  return others.flatMap((other) => {
    const file = redlineFile(version);
    return standingFiles(ledger.entries, policy, other.version)[file] === undefined ? [] : [{ version: other.version, file }];
  });
}

interface TextsLeft {
  /** Of the version itself, by name. */
  readonly own: Readonly<Record<string, string>>;
  /** Of other versions, by `<version>/<file>`. */
  readonly others: Readonly<Record<string, string>>;
}

async function textsWithout(
  archive: Archive,
  { policy, version, section }: { readonly policy: string; readonly version: string; readonly section: string },
  words: WordsOfRedline,
): Promise<TextsLeft | undefined> {
  const record = await archive.frozenRecord(policy, version);
  const frozen = await archive.frozenVersion(policy, version);
  const rest = withoutSection(record, section);
  if (!rest) return undefined;
  const left = { version: frozen, record: rest.record };
  const history = archive.histories.find((one) => one.policy === policy)?.versions.find((one) => one.version === version);
  const notices = await Promise.all(
    (history?.amended ?? []).map(async ({ file }): Promise<readonly [string, string]> => {
      const notice = await archive.frozenNotice(policy, version, file);
      return [file, noticeJson({ ...notice, changes: changesWithout(notice.changes, rest.gone) })];
    }),
  );
  const own: Record<string, string> = {
    'record.html': recordDocument(rest.record, frozen.title),
    'version.json': versionJson(versionWithout(frozen, rest)),
    ...Object.fromEntries(notices),
  };
  for (const from of redlinesAmong(standingFiles(archive.ledger.entries, policy, version)))
    own[redlineFile(from)] = redlineText(await redlined(archive, policy, from), left, words);
  const others: Record<string, string> = {};
  for (const { version: other, file } of quotingFiles(archive, policy, version))
    others[`${other}/${file}`] = redlineText(left, await redlined(archive, policy, other), words);
  return { own, others };
}

async function redlined(archive: Archive, policy: string, name: string): Promise<RedlinedVersion> {
  return { version: await archive.frozenVersion(policy, name), record: await archive.frozenRecord(policy, name) };
}

function changesWithout(changes: readonly Told[], gone: readonly string[]): readonly Told[] {
  return changes.filter(({ sections }) => !sections.some((id) => gone.includes(id)));
}

/** The heading of a top-level section that went, and the parts of the notice that tell of the words, go with them. */
function versionWithout(frozen: FrozenVersion, { record, gone }: ShortenedRecord): FrozenVersion {
  return {
    ...frozen,
    changes: changesWithout(frozen.changes, gone),
    sections: frozen.sections.map((section) => {
      const hasHeading = record.sections.some(({ id, heading }) => id === section.id && heading !== undefined);
      return hasHeading ? section : { ...section, heading: undefined };
    }),
  };
}
