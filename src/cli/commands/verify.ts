import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../library/digests.ts';
import { prefixFindings, verifyContent, verifySite, type Verified } from '../../library/verify.ts';
import { hasErrors } from '../../model/finding.ts';
import { ledgerHead } from '../../model/ledger/chain.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { findingsCount, findingsText } from '../report/text.ts';

export interface VerifyOptions {
  /** A content folder, the folder of a built site, or the address of a deployed one. */
  readonly place: string;
  /** An older copy of the ledger: a file, or an address such as that of the deployed one. */
  readonly against?: string | undefined;
}

/** Checks that everything published is as the ledger says, and changes nothing. */
export async function verify({ place, against }: VerifyOptions): Promise<ExitCode> {
  const verified = await verifiedAt(place);
  const older = against === undefined ? [] : prefixFindings(verified.ledger, await fetched(against), against);
  const findings = [...verified.findings, ...older];
  if (isAddress(place))
    process.stderr.write(findingsText(findings, { folder: place.replace(/\/+$/u, ''), isColoured: process.stderr.isTTY }));
  else complainOf(findings, place);
  if (hasErrors(findings)) {
    complain(`What was published does not hold: ${findingsCount(findings)}.`);
    return 1;
  }
  const { lines } = verified.ledger;
  const versions = counted(verified.versions, 'published version');
  say(`Verified ${place}: ${counted(lines.length, 'ledger line')}, ${versions}, ${counted(verified.files, 'frozen file')}.`);
  if (lines.length > 0) say(`Digest of the newest ledger line: ${ledgerHead(lines, sha256)}`);
  return 0;
}

/** A content folder has a site.yaml, or nothing yet; a site has a ledger and none. */
async function verifiedAt(place: string): Promise<Verified> {
  if (isAddress(place)) return servedAt(place, (path) => ask(`${place.replace(/\/+$/u, '')}/${path}`));
  const info = await stat(place).catch(() => undefined);
  if (!info?.isDirectory())
    throw new UsageError(`There is no folder at ${place}. Name a content folder, the folder of a built site or its address.`);
  const isSite = (await isThere(join(place, 'index.html'))) && !(await isThere(join(place, 'site.yaml')));
  return isSite ? servedAt(place, (path) => readFile(join(place, path)).catch(() => undefined)) : verifyContent(place);
}

async function servedAt(place: string, read: Parameters<typeof verifySite>[0]): Promise<Verified> {
  const verified = await verifySite(read);
  if (!verified) throw new UsageError(`${place} serves no ledger.jsonl, so there is nothing to verify it by.`);
  return verified;
}

function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

function isAddress(place: string): boolean {
  return /^https?:\/\//u.test(place);
}

async function fetched(place: string): Promise<Uint8Array> {
  const bytes = isAddress(place) ? await ask(place) : await readFile(place).catch(() => undefined);
  if (!bytes) throw new UsageError(`${place} cannot be read: there is no such file. Nothing was compared.`);
  return bytes;
}

/** @throws UsageError when the server cannot be asked, or answers neither with the file nor that there is none. */
async function ask(address: string): Promise<Uint8Array | undefined> {
  const response = await fetch(address).catch((error: unknown) => {
    throw new UsageError(`${address} cannot be read: ${error instanceof Error ? error.message : String(error)}. Nothing was verified.`);
  });
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new UsageError(`${address} cannot be read: the server answered ${response.status}. Nothing was verified.`);
  return new Uint8Array(await response.arrayBuffer());
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
