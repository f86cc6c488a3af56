import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../library/digests.ts';
import { prefixFindings, verifyContent, verifySite, type Verified } from '../../library/verify.ts';
import { hasErrors, sortFindings } from '../../model/finding.ts';
import { ledgerHead } from '../../model/ledger/chain.ts';
import { deepContent, deepSite } from '../deep/deep-verify.ts';
import { ask, isAddress, siteReader, withoutSlash } from '../deep/site-reader.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { findingsCount, findingsText } from '../report/text.ts';

export interface VerifyOptions {
  /** A content folder, the folder of a built site, or the address of a deployed one. */
  readonly place: string;
  /** An older copy of the ledger: a file, or an address such as that of the deployed one. */
  readonly against?: string | undefined;
  /** Derives every text anew, and on a site reads every page of every version. */
  readonly deep?: boolean | undefined;
}

/** Checks that everything published is as the ledger says, and changes nothing. */
export async function verify({ place, against, deep = false }: VerifyOptions): Promise<ExitCode> {
  const isOfSite = await isSite(place);
  const verified = isOfSite ? await verifiedSite(place) : await verifyContent(place);
  const older = against === undefined ? [] : prefixFindings(verified.ledger, await fetched(against), against);
  const { entries, lines } = verified.ledger;
  const read = deep ? await (isOfSite ? deepSite : deepContent)(place, entries) : undefined;
  const findings = [...sortFindings([...verified.findings, ...(read?.findings ?? [])]), ...older];
  if (isAddress(place)) process.stderr.write(findingsText(findings, { folder: withoutSlash(place), isColoured: process.stderr.isTTY }));
  else complainOf(findings, place);
  if (hasErrors(findings)) {
    complain(`What was published does not hold: ${findingsCount(findings)}.`);
    return 1;
  }
  const versions = counted(verified.versions, 'published version');
  const words = read ? `, ${counted(read.pages, isOfSite ? 'page' : 'text')} read word by word` : '';
  say(`Verified ${place}: ${counted(lines.length, 'ledger line')}, ${versions}, ${counted(verified.files, 'frozen file')}${words}.`);
  if (lines.length > 0) say(`Digest of the newest ledger line: ${ledgerHead(lines, sha256)}`);
  return 0;
}

/** A content folder has a site.yaml, or nothing yet; a site has a ledger and none. */
async function isSite(place: string): Promise<boolean> {
  if (isAddress(place)) return true;
  const info = await stat(place).catch(() => undefined);
  if (!info?.isDirectory())
    throw new UsageError(`There is no folder at ${place}. Name a content folder, the folder of a built site or its address.`);
  return (await isThere(join(place, 'index.html'))) && !(await isThere(join(place, 'site.yaml')));
}

async function verifiedSite(place: string): Promise<Verified> {
  const verified = await verifySite(siteReader(place));
  if (!verified) throw new UsageError(`${place} serves no ledger.jsonl, so there is nothing to verify it by.`);
  return verified;
}

function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

async function fetched(place: string): Promise<Uint8Array> {
  const bytes = isAddress(place) ? await ask(place) : await readFile(place).catch(() => undefined);
  if (!bytes) throw new UsageError(`${place} cannot be read: there is no such file. Nothing was compared.`);
  return bytes;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
