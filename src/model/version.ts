import type { CalendarDate } from './calendar-date.ts';
import type { PolicyRecord } from './record/record.ts';

/** How sure the effective day of a version is: only a *stated* day is worded "in force from". */
export type EffectiveBasis = 'stated' | 'committed' | 'captured' | 'unknown';

/** SHA-256 of a text, as 64 hexadecimal digits. Two texts are the same version only if both digests are equal. */
export interface Digests {
  /** Of the canonical text: what is said. */
  readonly words: string;
  /** Of the structure text: what is said and how it is built. */
  readonly record: string;
}

/** One text of a policy, under its permanent name. */
export interface PolicyVersion {
  readonly policy: string;
  readonly name: string;
  /** A draft has no ledger line: nobody but its authors has been shown it. */
  readonly status: 'draft' | 'published';
  readonly effectiveFrom: CalendarDate;
  readonly basis: EffectiveBasis;
  readonly summary?: string | undefined;
  readonly record: PolicyRecord;
  readonly digests: Digests;
}

/** The first characters of the record's digest, in groups of four: short enough to be read over the telephone. */
export function fingerprint(digests: Digests): string {
  return (digests.record.slice(0, 16).match(/.{4}/gu) ?? []).join(' ');
}
