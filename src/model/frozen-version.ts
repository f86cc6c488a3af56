import type { CalendarDate } from './calendar-date.ts';
import type { Effective } from './ledger/entry.ts';
import type { Digests } from './version.ts';

export type Materiality = 'initial' | 'editorial' | 'clarifying' | 'substantive' | 'material';

/** One item of a notice: which sections change, what, and what it means for people. */
export interface Change {
  readonly sections: readonly string[];
  readonly what: string;
  readonly impact?: string | undefined;
  readonly choices?: string | undefined;
}

/** What a notice says: in version.json with the text, and in a file of its own when it was amended. */
export interface NoticeText {
  readonly summary?: string | undefined;
  readonly changes: readonly Change[];
}

/** `notice.2.json`: a notice that was amended after the text was posted, frozen beside the first. */
export interface FrozenNotice extends NoticeText {
  readonly format: 1;
  readonly policy: string;
  readonly version: string;
}

/** What a version promises about the next one: whole days of notice, and the channels by which it is given. */
export interface ChangeTerms {
  readonly days: number;
  readonly channels: readonly string[];
}

/** Why a notice came later than promised; it lifts the notice rule alone and is printed at the top of the notice. */
export interface NoticeWaiver {
  readonly reason: 'legal-duty' | 'imminent-danger' | 'court-order' | 'security';
  readonly authority: string;
  readonly text: string;
}

/** Somebody's word, by role, that a rule is kept where no machine can see it. */
export interface Attestation {
  readonly rule: string;
  readonly by: string;
  readonly on: CalendarDate;
  readonly why: string;
}

/** A top-level section as published, with digests of its own: what changed can be told without reading two texts. */
export interface FrozenSection {
  readonly id: string;
  /** Absent on words that stand without a heading. */
  readonly heading?: string | undefined;
  readonly words: string;
  readonly record: string;
}

/**
 * `version.json`: what was posted with a text. Frozen; everything here is shown as posted, whatever site.yaml says later.
 * Roles, never names: a chain cannot forget.
 */
export interface FrozenVersion {
  readonly format: 1;
  readonly policy: string;
  readonly version: string;
  readonly lang: string;
  readonly kind: string;
  readonly title: string;
  readonly organisation: string;
  readonly contact: { readonly email?: string | undefined; readonly phone?: string | undefined; readonly url?: string | undefined };
  readonly effective: Effective;
  readonly materiality?: Materiality | undefined;
  readonly summary?: string | undefined;
  readonly changes: readonly Change[];
  readonly changeTerms?: ChangeTerms | undefined;
  readonly noticeWaiver?: NoticeWaiver | undefined;
  readonly attested: readonly Attestation[];
  readonly supersedes?: string | undefined;
  readonly corrects?: string | undefined;
  /** Ids and anchors of earlier texts, each with the section that continues it, or null. */
  readonly retired: Readonly<Record<string, string | null>>;
  readonly provenance?:
    { readonly imported?: string | undefined; readonly source?: string | undefined; readonly captured?: string | undefined } | undefined;
  readonly sections: readonly FrozenSection[];
  readonly digests: Digests;
  /** Format of record.html and number of the rules of its digests. */
  readonly record: 1;
  readonly canon: 1;
}
