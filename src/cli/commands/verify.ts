import { readFile } from 'node:fs/promises';
import { prefixFindings, verifyContent } from '../../library/verify.ts';
import { hasErrors } from '../../model/finding.ts';
import { ledgerHead } from '../../model/ledger/chain.ts';
import { sha256 } from '../../library/digests.ts';
import { complain, complainOf, say, UsageError, type ExitCode } from '../io.ts';
import { findingsCount } from '../report/text.ts';

export interface VerifyOptions {
  readonly content: string;
  /** An older copy of the ledger: a file, or an address such as that of the deployed one. */
  readonly against?: string | undefined;
}

/** Checks that everything published is as the ledger says, and changes nothing. */
export async function verify({ content, against }: VerifyOptions): Promise<ExitCode> {
  const verified = await verifyContent(content);
  const older = against === undefined ? [] : prefixFindings(verified.ledger, await fetched(against), against);
  const findings = [...verified.findings, ...older];
  complainOf(findings, content);
  if (hasErrors(findings)) {
    complain(`What was published does not hold: ${findingsCount(findings)}.`);
    return 1;
  }
  const { lines } = verified.ledger;
  const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`;
  say(
    `Verified ${content}: ${count(lines.length, 'ledger line', 'ledger lines')}, ${count(verified.versions, 'published version', 'published versions')}, ${count(verified.files, 'frozen file', 'frozen files')}.`,
  );
  if (lines.length > 0) say(`Digest of the newest ledger line: ${ledgerHead(lines, sha256)}`);
  return 0;
}

async function fetched(place: string): Promise<Uint8Array> {
  const fail = (why: string): UsageError => new UsageError(`${place} cannot be read: ${why}. Nothing was compared.`);
  if (!/^https?:\/\//u.test(place)) {
    return readFile(place).catch((error: unknown) => {
      throw fail(error instanceof Error ? error.message : String(error));
    });
  }
  const response = await fetch(place).catch((error: unknown) => {
    throw fail(error instanceof Error ? error.message : String(error));
  });
  if (!response.ok) throw fail(`the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
