import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRecord } from '../mdx/read-record.ts';
import type { Finding } from '../model/finding.ts';
import type { FrozenNotice, FrozenVersion } from '../model/frozen-version.ts';
import { isPublished, type FileDigests, type PublishEntry } from '../model/ledger/entry.ts';
import { policyHistories, type PolicyHistory } from '../model/ledger/history.ts';
import { redlineFile, standingFiles } from '../model/ledger/standing-files.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import { redlineSections } from '../model/redline/html/redline-document.ts';
import { sha256 } from './digests.ts';
import { frozenNoticeSchema, frozenVersionSchema } from './frozen-schema.ts';
import { readLedger, type Ledger } from './ledger-file.ts';

/** Everything that was ever published: the ledger's story, and the frozen files behind it, each opened when it is asked for. */
export interface Archive {
  readonly ledger: Ledger;
  readonly histories: readonly PolicyHistory[];
  /** The line that published a version; `undefined` for a draft. */
  readonly published: (policy: string, version: string) => PublishEntry | undefined;
  /** @throws FrozenFileError when the file is gone or is not the one that the ledger names. */
  readonly frozenVersion: (policy: string, version: string) => Promise<FrozenVersion>;
  /** A notice that was amended, by the name of its file. @throws FrozenFileError likewise. */
  readonly frozenNotice: (policy: string, version: string, name: string) => Promise<FrozenNotice>;
  /** The text, from record.html and never from MDX. @throws FrozenFileError likewise. */
  readonly frozenRecord: (policy: string, version: string) => Promise<PolicyRecord>;
  /** The same, read anew and not kept: for those who walk through a whole archive. @throws FrozenFileError likewise. */
  readonly frozenRecordOnce: (policy: string, version: string) => Promise<PolicyRecord>;
  /** The same as it stands in its file. @throws FrozenFileError likewise. */
  readonly frozenHtml: (policy: string, version: string) => Promise<string>;
  /** The sections of the redline against an earlier version, as readers were shown them. @throws FrozenFileError likewise. */
  readonly frozenRedline: (policy: string, version: string, from: string) => Promise<string>;
  /** Every section id and old anchor of a text, sub-sections included; none when the text had to be removed. @throws FrozenFileError likewise. */
  readonly anchors: (policy: string, version: string) => Promise<readonly string[]>;
  /** The same for everything that a policy ever published. Never throws: a damaged file has a finding of its own. */
  readonly publishedIds: (policy: string) => Promise<readonly string[]>;
}

/** A frozen file is not what the ledger says it is. */
export class FrozenFileError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(`${finding.place.file}: ${finding.message}`);
    this.finding = finding;
  }
}

export async function openArchive(content: string): Promise<Archive> {
  const ledger = await readLedger(content);
  const lines = new Map(ledger.entries.filter(isPublished).map((entry) => [`${entry.policy}/${entry.version}`, entry]));
  const versions = new Map<string, Promise<FrozenVersion>>();
  const records = new Map<string, Promise<PolicyRecord>>();
  const ids = new Map<string, Promise<readonly string[]>>();
  const histories = policyHistories(ledger.entries);
  // A policy's own lines: reading all of them for every file would take the square of the archive.
  const own = Map.groupBy(ledger.entries, ({ policy }) => policy);
  const frozenFiles = (policy: string, version: string): FileDigests => standingFiles(own.get(policy) ?? [], policy, version);
  const text = (policy: string, version: string, name: string): Promise<string> =>
    frozenText(content, { policy, version, name, expected: frozenFiles(policy, version)[name] });
  const frozenRecordOnce: Archive['frozenRecordOnce'] = async (policy, version) =>
    readRecord(await text(policy, version, 'record.html')).record;
  const anchors: Archive['anchors'] = async (policy, version) => {
    const name = 'record.html';
    return frozenFiles(policy, version)[name] === undefined ? [] : anchorsIn(await text(policy, version, name));
  };
  return {
    ledger,
    histories,
    anchors,
    publishedIds: (policy) =>
      once(ids, policy, async () => {
        const posted = histories.find((history) => history.policy === policy)?.versions ?? [];
        const all = await Promise.all(posted.map(({ version }) => anchors(policy, version).catch(() => [])));
        return all.flat();
      }),
    frozenRecordOnce,
    frozenHtml: (policy, version) => text(policy, version, 'record.html'),
    frozenRedline: async (policy, version, from) => redlineSections(await text(policy, version, redlineFile(from))),
    published: (policy, version) => lines.get(`${policy}/${version}`),
    frozenVersion: (policy, version) =>
      once(versions, `${policy}/${version}`, async () =>
        frozenVersionSchema.parse(JSON.parse(await text(policy, version, 'version.json'))),
      ),
    frozenNotice: async (policy, version, name) => frozenNoticeSchema.parse(JSON.parse(await text(policy, version, name))),
    frozenRecord: (policy, version) => once(records, `${policy}/${version}`, () => frozenRecordOnce(policy, version)),
  };
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** From the markup as `recordDocument` writes it: no parsing, since every earlier text of a policy is asked. */
function anchorsIn(html: string): readonly string[] {
  const found = html.matchAll(/<section id="([^"]+)"|<a id="([^"]+)"><\/a>/gu);
  return [...found].map(([, section, alias]) =>
    (section ?? alias ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );
}

interface WantedFile {
  readonly policy: string;
  readonly version: string;
  readonly name: string;
  /** Its digest in the ledger. */
  readonly expected: string | undefined;
}

async function frozenText(content: string, { policy, version, name, expected }: WantedFile): Promise<string> {
  const file = `policies/${policy}/${version}/${name}`;
  const fault = (message: string): FrozenFileError =>
    new FrozenFileError({ rule: 'frozen-file', severity: 'error', place: { file }, message });
  if (expected === undefined) throw fault('The ledger names no such file: the version is a draft, or its text had to be removed.');
  const bytes = await readFile(join(content, file)).catch(() => undefined);
  if (!bytes) throw fault(frozenMissing(expected));
  const found = sha256(bytes);
  if (found !== expected) throw fault(frozenChanged(expected, found));
  return bytes.toString('utf8');
}

export function frozenMissing(expected: string): string {
  return `This published file is missing. The ledger names it with the digest ${expected}. Restore it from your repository.`;
}

export function frozenChanged(expected: string, found: string): string {
  return `This published file was changed: the ledger has the digest ${expected}, the file has ${found}. Restore it from your repository; a correction is a new version.`;
}
