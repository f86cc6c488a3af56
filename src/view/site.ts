import type { CalendarDate } from '../model/calendar-date.ts';
import type { Finding } from '../model/finding.ts';
import type { Change, ChangeTerms, FrozenSection, Materiality, NoticeText, NoticeWaiver } from '../model/frozen-version.ts';
import type { Fate } from '../model/lifecycle.ts';
import type { Digests, EffectiveBasis } from '../model/version.ts';

/** What the views need to know of the site, whatever reads it. */
export interface SiteFacts {
  readonly organisation: string;
  readonly address: readonly string[];
  readonly contact: ContactFacts;
  /** Without a slash at its end. */
  readonly url: string;
  readonly languages: readonly string[];
  /** Direction of the pages that are no policy. */
  readonly dir: 'ltr' | 'rtl';
  /** IANA zone in which new days begin. */
  readonly timeZone: string;
  /** Search engines may keep the permanent pages, too. */
  readonly indexVersions: boolean;
  readonly sample: boolean;
}

export interface ContactFacts {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly url?: string | undefined;
}

/** A policy with those of its versions that the build shows. */
export interface PolicyFacts {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly summary?: string | undefined;
  readonly contact?: ContactFacts | undefined;
  readonly sections: 'open' | 'closed';
  /** Published versions in the order in which they govern (`Timeline`), then drafts by their planned day. */
  readonly versions: readonly VersionFacts[];
  /** The policy has no version in force from this day on. */
  readonly retirement?: { readonly from: CalendarDate; readonly replacedBy?: string | undefined; readonly reason: string } | undefined;
  readonly reviewedOn?: CalendarDate | undefined;
}

/** One version, as posted. Day-dependent words ("in force") are made in the views, from `fate` and the day asked for. */
export type VersionFacts = DraftFacts | PublishedFacts;

interface CommonFacts {
  readonly name: string;
  /** As posted; a draft's is the policy's. */
  readonly title: string;
  readonly lang: string;
  readonly effectiveFrom: CalendarDate;
  readonly basis: EffectiveBasis;
  readonly materiality?: Materiality | undefined;
  readonly summary?: string | undefined;
  readonly changes: readonly Change[];
  readonly changeTerms?: ChangeTerms | undefined;
  readonly noticeWaiver?: NoticeWaiver | undefined;
  readonly supersedes?: string | undefined;
  readonly corrects?: string | undefined;
  /** Top-level ones; a draft's carry no digests. */
  readonly sections: readonly (Pick<FrozenSection, 'id' | 'heading'> & Partial<Pick<FrozenSection, 'words' | 'record'>>)[];
  /** Every id and old anchor of the text, sub-sections' included. */
  readonly anchors: readonly string[];
  readonly retired: Readonly<Record<string, string | null>>;
  readonly digests: Digests;
}

export interface DraftFacts extends CommonFacts {
  readonly status: 'draft';
}

export interface PublishedFacts extends CommonFacts {
  readonly status: 'published';
  readonly fate: Fate;
  /** Instant since which anybody could read it, `2026-11-22T12:00:00Z`, and the civil day that it fell on. */
  readonly publicSince: string;
  readonly postedOn: CalendarDate;
  /** Zone in which its days begin. */
  readonly zone: string;
  /** It was public elsewhere before; its day is only as sure as `basis` says. */
  readonly isImported: boolean;
  /** Organisation and contact as posted. */
  readonly organisation: string;
  readonly contact: ContactFacts;
  /** The version that corrects this one, if any does. */
  readonly correctedBy?: string | undefined;
  readonly rescheduled: readonly { readonly to: CalendarDate; readonly reason: string; readonly on: CalendarDate }[];
  readonly withdrawn?: { readonly reason: string; readonly on: CalendarDate } | undefined;
  /** A tombstone: the words had to go; name, days and digests stay. */
  readonly removed?: { readonly reason: string; readonly on: CalendarDate } | undefined;
  /** Notices that were amended after posting, in the order in which they were. */
  readonly amended: readonly AmendedNotice[];
  readonly sent: readonly { readonly channel: string; readonly on: CalendarDate; readonly count?: number | undefined }[];
  /** The versions against which a redline of this one is frozen. */
  readonly redlines: readonly string[];
}

/** A notice that was amended: it stands after the first, and never in its place. */
export interface AmendedNotice extends NoticeText {
  readonly on: CalendarDate;
  readonly reason: string;
  /** Number of its ledger line. */
  readonly line: number;
}

export interface PageFacts {
  readonly name: string;
  readonly title: string;
  readonly summary?: string | undefined;
}

export interface SiteContent {
  /** What a check says of the content; absent in a build without drafts, and never for readers. */
  readonly findings?: readonly Finding[] | undefined;
  readonly site: SiteFacts;
  readonly policies: readonly PolicyFacts[];
  readonly pages: readonly PageFacts[];
  /** The day asked for, in the site's zone; only the addresses that may depend on the day use it. */
  readonly asOf: CalendarDate;
}

/** The draft that a policy's own address shows while nothing is published: the one planned last. */
export function shownDraft(policy: PolicyFacts): DraftFacts | undefined {
  return policy.versions.findLast((version) => version.status === 'draft');
}
