import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { canonicalJson } from '../model/ledger/canonical-json.ts';
import { chainFaults, ledgerLines } from '../model/ledger/chain.ts';
import { BEFORE_THE_FIRST, isPublished, type EntryBase, type LedgerEntry } from '../model/ledger/entry.ts';
import { sha256 } from './digests.ts';
import { entrySchema } from './ledger-schema.ts';

export const LEDGER_FILE = 'ledger.jsonl';

/** The ledger as it stands in its file. */
export interface Ledger {
  /** Whole lines, without their line ends. */
  readonly lines: readonly string[];
  /** Those that can be read, in order; all of them when there is no finding of severity error. */
  readonly entries: readonly LedgerEntry[];
  /** Faults of form and of the chain, each with its line. */
  readonly findings: readonly Finding[];
}

/** Reads `content/ledger.jsonl`; a folder without one has published nothing yet. */
export async function readLedger(content: string): Promise<Ledger> {
  const bytes = await readFile(join(content, LEDGER_FILE)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Uint8Array();
    throw error;
  });
  return parseLedger(bytes);
}

/** The same for bytes at hand. Never throws: what is wrong is a finding, and every line is looked at. */
export function parseLedger(bytes: Uint8Array, file = LEDGER_FILE): Ledger {
  // With the mark that some editors put at the head of a file: it is a change of the first line like any other.
  const { lines, torn } = ledgerLines(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const findings: Finding[] = [];
  const entries: LedgerEntry[] = [];
  const links: Pick<EntryBase, 'seq' | 'prev'>[] = [];
  const report = (rule: string, line: number, message: string, severity: Finding['severity'] = 'error'): void => {
    findings.push({ rule, severity, place: { file, line }, message });
  };
  for (const [index, text] of lines.entries()) {
    const read = readLine(text);
    const before = index === 0 ? BEFORE_THE_FIRST : sha256(lines[index - 1] ?? '');
    if ('fault' in read)
      report(
        'ledger-line',
        index + 1,
        `Line ${index + 1} of the ledger ${read.fault}. Only the tool writes this file; restore it from your repository.`,
      );
    else entries.push(read.entry);
    // Of a line that cannot be read only its form is known to be wrong; the line after it tells whether it was changed.
    links.push('fault' in read ? { seq: index + 1, prev: before } : read.entry);
  }
  for (const { line, message } of chainFaults(lines, links, sha256)) report('ledger-chain', line, message);
  for (const { seq, message } of storyFaults(entries)) report('ledger-story', seq, message);
  if (torn !== '') {
    const message =
      'The last line has no end: it was being written when the machine stopped, and counts as not written. The next command that writes removes it.';
    report('ledger-torn', lines.length + 1, message, 'info');
  }
  return { lines, entries, findings };
}

function readLine(text: string): { readonly entry: LedgerEntry } | { readonly fault: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: 'is no JSON' };
  }
  const parsed = entrySchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const key = issue?.path.join('.') ?? '';
    return {
      fault: `has another form than this release knows${key === '' ? '' : `, at "${key}"`}: ${(issue?.message ?? '').replace(/\.$/u, '')}`,
    };
  }
  return canonicalJson(parsed.data) === text ? { entry: parsed.data } : { fault: 'is not written the way the tool writes it (RFC 8785)' };
}

/** Lines that are well formed and tell what cannot have happened. */
function storyFaults(entries: readonly LedgerEntry[]): readonly { readonly seq: number; readonly message: string }[] {
  const published = new Set<string>();
  return entries.flatMap((entry) => {
    const name = 'version' in entry ? `${entry.policy}/${entry.version}` : undefined;
    if (name === undefined) return [];
    const isKnown = published.has(name);
    if (isPublished(entry)) {
      published.add(name);
      return isKnown ? [{ seq: entry.seq, message: `${name} is published a second time; a published text never changes.` }] : [];
    }
    return isKnown ? [] : [{ seq: entry.seq, message: `This line is about ${name}, which no line before it publishes.` }];
  });
}
