import type { CalendarDate } from '../model/calendar-date.ts';
import type { PolicyHistory } from '../model/ledger/history.ts';
import type { Fate, TimelineEntry } from '../model/lifecycle.ts';
import type { EarlierVersion } from '../model/search/facts.ts';

/** A policy as the index needs it; everything else is read from the frozen files of the versions that are to be indexed. */
export interface IndexedPolicy {
  readonly name: string;
  readonly kind: string;
  readonly history: PolicyHistory;
}

/** Where a version is to be found on a day. Drafts are no part of search. */
export type Standing = 'in force' | 'announced' | 'earlier';

export function standingOn(fate: Fate, day: CalendarDate): Standing {
  if (fate.kind !== 'governs') return 'earlier';
  if (fate.interval.from > day) return 'announced';
  return fate.interval.until === undefined || day < fate.interval.until ? 'in force' : 'earlier';
}

/** The versions that stand so on a day and have words, in the order in which they govern. */
export function versionsThatStand(policy: IndexedPolicy, standing: Standing, day: CalendarDate): readonly TimelineEntry[] {
  return policy.history.timeline.filter(({ posting, fate }) => !posting.isRemoved && standingOn(fate, day) === standing);
}

export function earlierVersion({ posting, fate }: TimelineEntry): EarlierVersion {
  const facts = { name: posting.version, isStated: posting.basis === 'stated' };
  if (fate.kind !== 'governs') return { ...facts, from: posting.effectiveFrom };
  return { ...facts, from: fate.interval.from, until: fate.interval.until };
}
