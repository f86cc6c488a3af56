import type { CalendarDate } from './calendar-date.ts';
import { startOfDay } from './civil-time.ts';
import type { EffectiveBasis } from './version.ts';

/** What the ledger says of one posted version, after every event so far. */
export interface Posting {
  readonly version: string;
  /** Place of its first ledger line: of two versions with one effective day the later line wins. */
  readonly line: number;
  readonly effectiveFrom: CalendarDate;
  readonly basis: EffectiveBasis;
  /** Zone in which the effective day begins, as its ledger line carries it. */
  readonly zone: string;
  /** Since when anybody could read it, in milliseconds since 1970 UTC. */
  readonly publicSince: number;
  readonly isWithdrawn: boolean;
  readonly isRemoved: boolean;
  /** The version that this one says it takes the place of, if its author named one. */
  readonly supersedes?: string | undefined;
}

/** A day from which a policy has no version in force any more, in a zone. */
export interface Retirement {
  readonly from: CalendarDate;
  readonly zone: string;
}

/** When a version governs, as civil days and instants (milliseconds since 1970 UTC); half-open, without end while nothing follows. */
export interface Interval {
  readonly from: CalendarDate;
  readonly until?: CalendarDate | undefined;
  readonly fromInstant: number;
  readonly untilInstant?: number | undefined;
}

/** The fate of a version. `replaced` names what overtook it before it ever governed; nothing does when the policy was retired first. */
export type Fate =
  | { readonly kind: 'governs'; readonly interval: Interval }
  | { readonly kind: 'replaced'; readonly by?: string | undefined }
  | { readonly kind: 'withdrawn' };

export interface TimelineEntry {
  readonly posting: Posting;
  readonly fate: Fate;
}

/** The versions of one policy, in the order in which they govern; replaced and withdrawn ones at their effective day. */
export type Timeline = readonly TimelineEntry[];

export type VersionState = 'posted' | 'in force' | 'superseded' | 'replaced' | 'withdrawn' | 'removed';

/**
 * Who governs when, derived from the ledger's facts alone. Input is not changed.
 *
 * Promises: at every instant at most one version is in force; from the first start to the retirement there is no gap.
 */
export function timeline(postings: readonly Posting[], retirement?: Retirement): Timeline {
  const ordered = postings.toSorted((a, b) => compareDays(a.effectiveFrom, b.effectiveFrom) || a.line - b.line);
  const end = retirement && { day: retirement.from, instant: startOfDay(retirement.from, retirement.zone) };
  const entries: TimelineEntry[] = [];
  // From last to first: each version ends where the next one that governs begins.
  let next: Boundary | undefined = end;
  for (const posting of ordered.toReversed()) {
    const start = startOfDay(posting.effectiveFrom, posting.zone);
    const overtaker = posting.isWithdrawn ? undefined : overtakenBy(posting, ordered);
    if (posting.isWithdrawn) {
      entries.push({ posting, fate: { kind: 'withdrawn' } });
    } else if (overtaker !== undefined) {
      entries.push({ posting, fate: { kind: 'replaced', by: overtaker } });
    } else if (next && start >= next.instant) {
      entries.push({ posting, fate: { kind: 'replaced', by: next.version } });
    } else {
      const { day: until, instant: untilInstant } = next ?? {};
      const interval = { from: posting.effectiveFrom, until, fromInstant: start, untilInstant };
      entries.push({ posting, fate: { kind: 'governs', interval } });
      next = { day: posting.effectiveFrom, instant: start, version: posting.version };
    }
  }
  return entries.toReversed();
}

interface Boundary {
  readonly day: CalendarDate;
  readonly instant: number;
  readonly version?: string | undefined;
}

/** A later posting that names this one as what it takes the place of, and takes effect no later, leaves it no day. */
function overtakenBy(posting: Posting, all: readonly Posting[]): string | undefined {
  return all.find(
    (other) =>
      !other.isWithdrawn &&
      other.line > posting.line &&
      other.supersedes === posting.version &&
      compareDays(other.effectiveFrom, posting.effectiveFrom) <= 0,
  )?.version;
}

/** What a version is on a day, asked in its own zone: state is never stored. A removed version's page says so whatever its interval. */
export function stateOn(entry: { readonly posting: Pick<Posting, 'isRemoved'>; readonly fate: Fate }, day: CalendarDate): VersionState {
  const { posting, fate } = entry;
  if (posting.isRemoved) return 'removed';
  if (fate.kind !== 'governs') return fate.kind;
  if (compareDays(day, fate.interval.from) < 0) return 'posted';
  return fate.interval.until === undefined || compareDays(day, fate.interval.until) < 0 ? 'in force' : 'superseded';
}

/** The version in force at an instant; `undefined` before the first and after a retirement. */
export function inForceAt(versions: Timeline, instant: number): TimelineEntry | undefined {
  return versions.find(
    ({ fate }) =>
      fate.kind === 'governs' &&
      fate.interval.fromInstant <= instant &&
      (fate.interval.untilInstant === undefined || instant < fate.interval.untilInstant),
  );
}

/** The version in force on a civil day, asked in the zones that its ledger lines carry. */
export function inForceOn(versions: Timeline, day: CalendarDate): TimelineEntry | undefined {
  return versions.find((entry) => entry.fate.kind === 'governs' && governsOn(entry.fate.interval, day));
}

function governsOn(interval: Interval, day: CalendarDate): boolean {
  return compareDays(interval.from, day) <= 0 && (interval.until === undefined || compareDays(day, interval.until) < 0);
}

function compareDays(a: CalendarDate, b: CalendarDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
