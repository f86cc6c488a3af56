import type { CalendarDate } from '../../calendar-date.ts';
import type { Place } from '../../finding.ts';
import type { FrozenVersion } from '../../frozen-version.ts';
import type { PolicyHistory } from '../../ledger/history.ts';
import type { WordedSection } from '../../notice/coverage.ts';
import type { Counting } from '../../notice/notice-period.ts';

/** A top-level section of a version, as the rules compare it: see `sectionTexts`. */
export interface SectionFacts extends WordedSection {
  /** Its own id, those of its sub-sections, and the old anchors of all of them. */
  readonly anchors: readonly string[];
}

/** What the rules need to know of one version, be it a draft or a posted one. */
export type VersionFacts = Pick<
  FrozenVersion,
  | 'policy'
  | 'version'
  | 'lang'
  | 'effective'
  | 'materiality'
  | 'summary'
  | 'changes'
  | 'retired'
  | 'changeTerms'
  | 'noticeWaiver'
  | 'attested'
  | 'supersedes'
  | 'corrects'
  | 'provenance'
  | 'digests'
> & {
  /** In reading order. */
  readonly sections: readonly SectionFacts[];
};

/** The words by which somebody said that exactly this text may be published. */
export interface Approval {
  /** A role, never a name. */
  readonly by: string;
  readonly on: CalendarDate;
  /** The first 12 characters of the record digest of the text that was approved. */
  readonly text: string;
}

/** A version that is about to be published. */
export interface DraftFacts extends VersionFacts {
  /** Path below the content folder, for findings. */
  readonly file: string;
  readonly approved?: Approval | undefined;
  /** Where a setting stands in the file (`['changes', 0]`); without it findings name the file alone. */
  readonly placeOf?: ((path: readonly (string | number)[]) => Place) | undefined;
}

/** What an earlier version left behind in other people's links. */
export interface EarlierAnchors {
  readonly version: string;
  readonly effectiveFrom: CalendarDate;
  /** Number of its ledger line: orders versions with one effective day. */
  readonly line: number;
  /** Every section id and old anchor of the text, sub-sections included. */
  readonly anchors: readonly string[];
  readonly retired: Readonly<Record<string, string | null>>;
}

/** Everything that decides whether a draft may be published on a day. */
export interface PublishInput {
  readonly draft: DraftFacts;
  /** The version that the draft supersedes, named or by default; absent for the first one. */
  readonly previous?: VersionFacts | undefined;
  /** The announced version before which the draft would be posted, with `effective` as it is by now; mostly absent. */
  readonly next?: VersionFacts | undefined;
  /** The version in force on the posting day: its `changeTerms` are the promise that binds. */
  readonly inForce?: FrozenVersion | undefined;
  /** All versions of the policy that were ever posted, withdrawn ones included, in any order. */
  readonly earlier: readonly EarlierAnchors[];
  /** The policy as the ledger tells it; absent while it holds no line about it. */
  readonly history?: PolicyHistory | undefined;
  /** The civil day of posting, in `zone`. */
  readonly postedOn: CalendarDate;
  /** The instant of posting, in milliseconds since 1970 UTC; left out where only a day is set, and then hours are not counted. */
  readonly postedAt?: number | undefined;
  /** Zone in which the days of the draft begin. */
  readonly zone: string;
  /** How promised days are counted; `exclude-first` when left out. */
  readonly counting?: Counting | undefined;
  /** For `eu-1182/71`. */
  readonly holidays?: readonly CalendarDate[] | undefined;
  /** A text that was public elsewhere before: rules of approval, notice, materiality and coverage do not bind it. */
  readonly isImport: boolean;
}
