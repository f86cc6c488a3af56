import type { CalendarDate } from '../calendar-date.ts';
import { startOfDay } from '../civil-time.ts';
import type { PolicyHistory } from './history.ts';

/** What happens by itself at an instant, because a day begins. */
export interface ComingChange {
  readonly policy: string;
  /** The version that takes effect; absent when the policy ends. */
  readonly version?: string | undefined;
  readonly day: CalendarDate;
  readonly zone: string;
  /** Milliseconds since 1970 UTC. */
  readonly instant: number;
}

/** Everything that changes by itself after an instant, in order of time, then of policies. */
export function comingChanges(histories: readonly PolicyHistory[], after: number): readonly ComingChange[] {
  const changes = histories.flatMap(({ policy, timeline, retirement }): readonly ComingChange[] => {
    const begins = timeline.flatMap(({ posting, fate }): readonly ComingChange[] => {
      if (fate.kind !== 'governs') return [];
      const { version, zone } = posting;
      return [{ policy, version, day: fate.interval.from, zone, instant: fate.interval.fromInstant }];
    });
    if (!retirement) return begins;
    const { from: day, zone } = retirement;
    return [...begins, { policy, day, zone, instant: startOfDay(day, zone) }];
  });
  return changes.filter(({ instant }) => instant > after).toSorted((a, b) => a.instant - b.instant || (a.policy < b.policy ? -1 : 1));
}
