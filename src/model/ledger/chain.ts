import { canonicalJson } from './canonical-json.ts';
import { BEFORE_THE_FIRST, type EntryBase, type LedgerEntry, type LedgerEvent } from './entry.ts';

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. Given by who has it: Node at the desk, Web Crypto in a browser. */
export type Sha256 = (text: string) => string;

/** The ledger as text, cut into its lines. */
export interface LedgerText {
  /** Whole lines, without their line ends. */
  readonly lines: readonly string[];
  /**
   * What follows the last line end. A line without its end was being written when the machine stopped: it lies before the
   * commit point and counts as not written.
   */
  readonly torn: string;
}

export function ledgerLines(text: string): LedgerText {
  const parts = text.split('\n');
  return { lines: parts.slice(0, -1), torn: parts.at(-1) ?? '' };
}

export interface ChainFault {
  /** Number of the line, from 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * Faults of the chain: a line that was changed, removed, added or moved breaks the link after it.
 *
 * `seqOf` and `prevOf` are read from the lines by the caller, which has checked their shape.
 */
export function chainFaults(
  lines: readonly string[],
  entries: readonly Pick<EntryBase, 'seq' | 'prev'>[],
  sha256: Sha256,
): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  let before = BEFORE_THE_FIRST;
  for (const [index, entry] of entries.entries()) {
    const line = index + 1;
    if (entry.seq !== line) {
      faults.push({
        line,
        message: `This is line ${line} of the ledger, but it says that it is number ${entry.seq}. A line was removed, added or moved.`,
      });
    }
    if (entry.prev !== before) {
      const what = line === 1 ? 'The first line' : `Line ${line - 1}`;
      faults.push({ line, message: `${what} is not what this line follows: "prev" is ${entry.prev}, the line before has ${before}.` });
    }
    before = sha256(lines[index] ?? '');
  }
  return faults;
}

/** Digest of the newest line, which stands for the whole ledger: it is what others can witness. */
export function ledgerHead(lines: readonly string[], sha256: Sha256): string {
  const last = lines.at(-1);
  return last === undefined ? BEFORE_THE_FIRST : sha256(last);
}

export type EventFrame = Pick<EntryBase, 'recordedAt' | 'asIf' | 'zone'>;

/** The lines that some events add to a ledger, in their order, each linked to the one before. Same input, same lines. */
export function linesFor(events: readonly LedgerEvent[], before: readonly string[], frame: EventFrame, sha256: Sha256): readonly string[] {
  const lines: string[] = [];
  let prev = ledgerHead(before, sha256);
  for (const [index, event] of events.entries()) {
    const entry: LedgerEntry = { ...frame, ...event, seq: before.length + index + 1, prev };
    const line = canonicalJson(entry);
    lines.push(line);
    prev = sha256(line);
  }
  return lines;
}
