import type { CalendarDate } from '../calendar-date.ts';
import { timeline, type Posting, type Retirement, type Timeline } from '../lifecycle.ts';
import { isPublished, type EntryBase, type LedgerEntry, type PublishEntry } from './entry.ts';

/** A channel by which a notice went out. */
export interface SentNotice {
  readonly channel: string;
  readonly on: CalendarDate;
  readonly count?: number | undefined;
}

/** Why something happened, and when it was recorded; in sample content with the day that its command was told to take. */
export interface Happening extends Pick<EntryBase, 'recordedAt' | 'asIf'> {
  readonly reason: string;
}

/** Everything that the ledger says happened to one version. */
export interface VersionHistory {
  readonly version: string;
  readonly published: PublishEntry;
  readonly rescheduled: readonly (Happening & { readonly to: CalendarDate })[];
  readonly withdrawn?: Happening | undefined;
  /** Without `section`, the whole text had to go. */
  readonly removed: readonly (Happening & { readonly section?: string | undefined })[];
  readonly sent: readonly SentNotice[];
  /** Amended notices in the order of their lines, each with the file that holds it. */
  readonly amended: readonly (Happening & { readonly line: number; readonly file: string })[];
}

/** One policy as the ledger tells it: its versions in order of their lines, and who governs when. */
export interface PolicyHistory {
  readonly policy: string;
  readonly versions: readonly VersionHistory[];
  readonly timeline: Timeline;
  readonly retirement?: (Retirement & { readonly replacedBy?: string | undefined; readonly reason: string }) | undefined;
  readonly reviewedOn?: CalendarDate | undefined;
}

/** The histories of all policies, in order of name. Lines about a version that was never published say nothing. */
export function policyHistories(entries: readonly LedgerEntry[]): readonly PolicyHistory[] {
  const policies = [...new Set(entries.map((entry) => entry.policy))].toSorted((a, b) => (a < b ? -1 : 1));
  return policies.map((policy) =>
    policyHistory(
      policy,
      entries.filter((entry) => entry.policy === policy),
    ),
  );
}

function policyHistory(policy: string, entries: readonly LedgerEntry[]): PolicyHistory {
  const published = entries.filter(isPublished);
  const versions = published.map((entry) => versionHistory(entry, entries));
  const retired = entries.findLast((entry) => entry.type === 'retire');
  const retirement = retired && {
    from: retired.from,
    zone: retired.zone,
    reason: retired.reason,
    replacedBy: retired.replacedBy,
  };
  return {
    policy,
    versions,
    timeline: timeline(
      published.map((entry) => posting(entry, entries)),
      retirement,
    ),
    retirement,
    reviewedOn: entries.findLast((entry) => entry.type === 'reviewed')?.on,
  };
}

function versionHistory(entry: PublishEntry, all: readonly LedgerEntry[]): VersionHistory {
  const { version } = entry;
  const withdrawn = all.find((other) => other.type === 'withdraw' && other.version === version);
  return {
    version,
    published: entry,
    rescheduled: all.flatMap((other) =>
      other.type === 'reschedule' && other.version === version ? [{ to: other.effective.day, ...happening(other) }] : [],
    ),
    withdrawn: withdrawn?.type === 'withdraw' ? happening(withdrawn) : undefined,
    removed: all.flatMap((other) =>
      other.type === 'remove' && other.version === version ? [{ section: other.section, ...happening(other) }] : [],
    ),
    sent: all.flatMap((other) =>
      other.type === 'notice-sent' && other.version === version ? [{ channel: other.channel, on: other.on, count: other.count }] : [],
    ),
    amended: amended(all, version),
  };
}

/** An amended notice is one file, frozen beside the first. */
function amended(all: readonly LedgerEntry[], version: string): VersionHistory['amended'] {
  return all.flatMap((other) =>
    other.type === 'notice-amended' && other.version === version
      ? Object.keys(other.files).map((file) => ({ line: other.seq, file, ...happening(other) }))
      : [],
  );
}

function happening({ reason, recordedAt, asIf }: Happening): Happening {
  return { reason, recordedAt, asIf };
}

function posting(entry: PublishEntry, all: readonly LedgerEntry[]): Posting {
  const { version } = entry;
  const moved = all.findLast((other) => other.type === 'reschedule' && other.version === version);
  const effective = moved?.type === 'reschedule' ? moved.effective : entry.effective;
  return {
    version,
    line: entry.seq,
    effectiveFrom: effective.day,
    basis: effective.basis,
    zone: entry.zone,
    publicSince: Date.parse(entry.recordedAt),
    isWithdrawn: all.some((other) => other.type === 'withdraw' && other.version === version),
    isRemoved: all.some((other) => other.type === 'remove' && other.version === version && other.section === undefined),
    supersedes: entry.supersedes,
  };
}
