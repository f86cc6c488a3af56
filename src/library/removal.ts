import type { Change as Told, FrozenVersion } from '../model/frozen-version.ts';
import type { FileDigests, LedgerEvent } from '../model/ledger/entry.ts';
import { standingFiles } from '../model/ledger/standing-files.ts';
import { recordDocument } from '../model/record/document.ts';
import { withoutSection, type ShortenedRecord } from '../model/record/without-section.ts';
import type { Archive } from './archive.ts';
import { sha256 } from './digests.ts';
import { noticeJson } from './amended-notice.ts';
import { versionJson } from './freeze.ts';
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
export async function removalOf(archive: Archive, order: RemovalOrder): Promise<Removal> {
  const { policy, version, section, reason } = order;
  const files = standingFiles(archive.ledger.entries, policy, version);
  const folder = `policies/${policy}/${version}`;
  const texts = section === undefined ? {} : await textsWithout(archive, { policy, version, section });
  if (!texts) return { events: [{ type: 'remove', policy, version, section, reason, files: {} }] };
  const left: FileDigests = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, sha256(text)]));
  const event: Removal['events'][number] = {
    type: 'remove',
    policy,
    version,
    section,
    reason,
    files,
    left: section === undefined ? undefined : left,
  };
  const gone = Object.keys(files).filter((name) => !(name in texts));
  return {
    events: [event],
    after: Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text])),
    gone: gone.map((name) => `${folder}/${name}`),
  };
}

async function textsWithout(
  archive: Archive,
  { policy, version, section }: { readonly policy: string; readonly version: string; readonly section: string },
): Promise<Readonly<Record<string, string>> | undefined> {
  const record = await archive.frozenRecord(policy, version);
  const frozen = await archive.frozenVersion(policy, version);
  const rest = withoutSection(record, section);
  if (!rest) return undefined;
  const history = archive.histories.find((one) => one.policy === policy)?.versions.find((one) => one.version === version);
  const notices = await Promise.all(
    (history?.amended ?? []).map(async ({ file }): Promise<readonly [string, string]> => {
      const notice = await archive.frozenNotice(policy, version, file);
      return [file, noticeJson({ ...notice, changes: changesWithout(notice.changes, rest.gone) })];
    }),
  );
  return {
    'record.html': recordDocument(rest.record, frozen.title),
    'version.json': versionJson(versionWithout(frozen, rest)),
    ...Object.fromEntries(notices),
  };
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
