import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sortFindings, type Finding } from '../model/finding.ts';
import { isPublished } from '../model/ledger/entry.ts';
import { standingFiles } from '../model/ledger/standing-files.ts';
import { frozenChanged, frozenMissing } from './archive.ts';
import { sha256 } from './digests.ts';
import { filesIn, foldersIn } from './folders.ts';
import { pendingFiles } from './left-overs.ts';
import { LEDGER_FILE, parseLedger, readLedger, type Ledger } from './ledger-file.ts';

/** What was looked at, and everything that does not hold. */
export interface Verified {
  readonly ledger: Ledger;
  /** Published versions, and the frozen files of them that were compared. */
  readonly versions: number;
  readonly files: number;
  readonly findings: readonly Finding[];
}

/**
 * Checks a content folder against its ledger: the chain, the digest of every frozen file, that nothing is missing and nothing
 * stands in a published folder that the ledger does not name. Hidden files are passed over, as by every reader.
 */
export async function verifyContent(content: string): Promise<Verified> {
  const ledger = await readLedger(content);
  const findings: Finding[] = [...ledger.findings];
  const published = ledger.entries.filter(isPublished);
  const pending = await pendingFiles(content);
  let files = 0;
  for (const { policy, version } of published) {
    const folder = `policies/${policy}/${version}`;
    const standing = standingFiles(ledger.entries, policy, version);
    files += Object.keys(standing).length;
    for (const [name, digest] of Object.entries(standing)) findings.push(...(await fileFault(content, `${folder}/${name}`, digest)));
    const known = [...Object.keys(standing).map((name) => `${folder}/${name}`), ...pending];
    findings.push(...(await extraFiles(content, folder, known)));
  }
  return { ledger, versions: published.length, files, findings: sortFindings(findings) };
}

/** Gives a file of a deployed site by its path; `undefined` when it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/**
 * Checks a built or deployed site against its own ledger: the chain, and the digest of every record that it serves. The other
 * frozen files are not part of a site. `undefined` when it serves no ledger.
 */
export async function verifySite(read: ReadFile): Promise<Verified | undefined> {
  const bytes = await read(LEDGER_FILE);
  if (!bytes) return undefined;
  const ledger = parseLedger(bytes);
  const findings: Finding[] = [...ledger.findings];
  const published = ledger.entries.filter(isPublished);
  let files = 0;
  for (const { policy, version } of published) {
    const file = `${policy}/${version}/record.html`;
    const digest = standingFiles(ledger.entries, policy, version)['record.html'];
    const there = await read(file);
    if (digest === undefined && there) findings.push(extraFile(file));
    if (digest === undefined) continue;
    files += 1;
    findings.push(...digestFault(file, there, digest));
  }
  return { ledger, versions: published.length, files, findings: sortFindings(findings) };
}

async function fileFault(content: string, file: string, expected: string): Promise<readonly Finding[]> {
  return digestFault(file, await readFile(join(content, file)).catch(() => undefined), expected);
}

function digestFault(file: string, bytes: Uint8Array | undefined, expected: string): readonly Finding[] {
  const fault = (rule: string, message: string): readonly Finding[] => [{ rule, severity: 'error', place: { file }, message }];
  if (!bytes) return fault('frozen-missing', frozenMissing(expected));
  const found = sha256(bytes);
  return found === expected ? [] : fault('frozen-changed', frozenChanged(expected, found));
}

async function extraFiles(content: string, folder: string, named: readonly string[]): Promise<readonly Finding[]> {
  const there = [...(await filesIn(join(content, folder))), ...(await foldersIn(join(content, folder)))];
  return there
    .map((name) => `${folder}/${name}`)
    .filter((path) => !named.includes(path))
    .map(extraFile);
}

function extraFile(file: string): Finding {
  const message =
    'The ledger names no such file in this published folder, so nobody can tell whether it belongs to what was published. Move it elsewhere.';
  return { rule: 'frozen-extra', severity: 'error', place: { file }, message };
}

/** An older copy of the ledger, such as the deployed one, must be the beginning of ours: nothing was taken away or written anew. */
export function prefixFindings(ours: Ledger, older: Uint8Array, name: string): readonly Finding[] {
  const theirs = parseLedger(older, name);
  const [fault] = theirs.findings.filter((finding) => finding.severity === 'error');
  const report = (line: number, message: string): Finding => ({
    rule: 'ledger-prefix',
    severity: 'error',
    place: { file: LEDGER_FILE, line },
    message,
  });
  if (fault) return [report(fault.place.line ?? 1, `The older ledger, ${name}, is damaged itself: ${fault.message}`)];
  const at = theirs.lines.findIndex((line, index) => line !== ours.lines[index]);
  const line = theirs.lines[at];
  if (line === undefined) return [];
  const said = describe(theirs, at);
  const own = ours.lines[at];
  const message =
    own === undefined
      ? `The older ledger, ${name}, goes on with line ${at + 1} (${said}, digest ${sha256(line)}), which is missing here. What was published cannot be taken away.`
      : `Line ${at + 1} of the older ledger, ${name} (${said}), has the digest ${sha256(line)}; the same line here has ${sha256(own)}. What was written to the ledger never changes.`;
  return [report(at + 1, message)];
}

function describe(ledger: Ledger, index: number): string {
  const entry = ledger.entries[index];
  if (!entry) return 'unreadable';
  return `${entry.type} ${'version' in entry ? `${entry.policy}/${entry.version}` : entry.policy}`;
}
