import type { CalendarDate } from '../calendar-date.ts';
import { dayOfInstant } from '../civil-time.ts';
import type { LedgerEntry } from './entry.ts';

/** The civil day of a ledger line, in the zone that it carries; in sample content the day that its command was told to take. */
export function dayOfEntry(entry: Pick<LedgerEntry, 'recordedAt' | 'zone' | 'asIf'>): CalendarDate {
  return entry.asIf ?? dayOfInstant(Date.parse(entry.recordedAt), entry.zone);
}
