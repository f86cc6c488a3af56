import type { CalendarDate } from '../calendar-date.ts';
import type { EffectiveBasis } from '../version.ts';

/** Names of frozen files in a version's folder, each with its SHA-256 in 64 hexadecimal digits. */
export type FileDigests = Readonly<Record<string, string>>;

/** What every line carries. */
export interface EntryBase {
  /** Number of the line, from 1. */
  readonly seq: number;
  /** SHA-256 of the line before, without its line end; 64 zeros in the first. */
  readonly prev: string;
  /** The machine's instant, `2026-11-22T12:00:00Z`. */
  readonly recordedAt: string;
  /** The day that the command was told to take for today; only in sample content. */
  readonly asIf?: CalendarDate | undefined;
  /** Zone in which the days of this line begin. */
  readonly zone: string;
}

export interface Effective {
  readonly day: CalendarDate;
  readonly basis: EffectiveBasis;
}

/** Two versions that an event made neighbours: the later one's folder holds `changes.<from>.html`, with this SHA-256. */
export interface NewPair {
  readonly version: string;
  readonly from: string;
  readonly changes: string;
}

/** A file of another version that quoted words which had to go; what stands in its place, if anything does. */
export interface QuotingFile {
  readonly version: string;
  readonly file: string;
  readonly left?: string | undefined;
}

/** A version became public and is frozen. `import` is the same for one that was public elsewhere before. */
export interface PublishEvent {
  readonly type: 'publish' | 'import';
  readonly policy: string;
  readonly version: string;
  readonly effective: Effective;
  readonly supersedes?: string | undefined;
  readonly corrects?: string | undefined;
  readonly words: string;
  readonly record: string;
  readonly files: FileDigests;
  /** Versions announced before that follow this one from then on. */
  readonly pairs?: readonly NewPair[] | undefined;
}

export type LedgerEvent =
  | PublishEvent
  | {
      readonly type: 'reschedule';
      readonly policy: string;
      readonly version: string;
      readonly effective: Effective;
      readonly reason: string;
      readonly pairs?: readonly NewPair[] | undefined;
    }
  | {
      readonly type: 'withdraw';
      readonly policy: string;
      readonly version: string;
      readonly reason: string;
      readonly pairs?: readonly NewPair[] | undefined;
    }
  | { readonly type: 'reviewed'; readonly policy: string; readonly on: CalendarDate; readonly reason: string }
  | {
      readonly type: 'retire';
      readonly policy: string;
      readonly from: CalendarDate;
      readonly replacedBy?: string | undefined;
      readonly reason: string;
    }
  | {
      readonly type: 'remove';
      readonly policy: string;
      readonly version: string;
      /** Without it the whole text had to go. */
      readonly section?: string | undefined;
      readonly reason: string;
      /** Every file that quoted the words, as it was. */
      readonly files: FileDigests;
      /** What stands in the place of some of them, when the rest of the text may stay. */
      readonly left?: FileDigests | undefined;
      readonly quoting?: readonly QuotingFile[] | undefined;
    }
  | {
      readonly type: 'notice-sent';
      readonly policy: string;
      readonly version: string;
      readonly channel: string;
      readonly on: CalendarDate;
      readonly count?: number | undefined;
    }
  | {
      readonly type: 'notice-amended';
      readonly policy: string;
      readonly version: string;
      readonly reason: string;
      readonly files: FileDigests;
    };

/** One line of the ledger. */
export type LedgerEntry = EntryBase & LedgerEvent;

export type PublishEntry = EntryBase & PublishEvent;

export function isPublished(entry: LedgerEntry): entry is PublishEntry {
  return entry.type === 'publish' || entry.type === 'import';
}

/** What stands in `prev` of the first line. */
export const BEFORE_THE_FIRST = '0'.repeat(64);
