import { addDays, daysBetween, type CalendarDate } from '../calendar-date.ts';

export interface NoticePeriod {
  /** The day on which readers had notice: see `clockStart`. */
  readonly noticeOn: CalendarDate;
  readonly effectiveFrom: CalendarDate;
}

/**
 * How a promised number of days is counted.
 *
 * - `exclude-first`: neither the day of notice nor the effective day counts; so many whole days lie between them.
 * - `naive`: the effective day is the day of notice and so many days.
 * - `eu-1182/71`: the day of notice does not count; a last day on a Saturday, Sunday or holiday runs on to the end of the
 *   next working day (Regulation 1182/71, Article 3).
 */
export type Counting = 'exclude-first' | 'naive' | 'eu-1182/71';

export type Obligation =
  | { readonly days: number; readonly counting: Counting; readonly holidays?: readonly CalendarDate[] | undefined }
  | { readonly months: number };

/**
 * Whole days a reader had between seeing a change and being bound by it.
 *
 * Leaves out both the day of notice and the effective day: noticed on the 1st, effective on the 15th, is 13 days; -1 when both
 * are the same day, less when the change bound readers before they could see it.
 */
export function noticeDays(period: NoticePeriod): number {
  return daysBetween(period.noticeOn, period.effectiveFrom) - 1;
}

/** The first effective day that keeps the promise, for notice given on a day. */
export function earliestEffectiveDay(noticeOn: CalendarDate, obligation: Obligation): CalendarDate {
  if ('months' in obligation) return earliestByMonths(noticeOn, obligation.months);
  const { days, counting, holidays = [] } = obligation;
  switch (counting) {
    case 'naive':
      return addDays(noticeOn, days);
    case 'exclude-first':
      return addDays(noticeOn, days + 1);
    case 'eu-1182/71':
      return addDays(nextWorkingDay(addDays(noticeOn, days), holidays), 1);
  }
}

/** The day so many months earlier; a day that its month does not have becomes the month's last (2 before 30 April is 28 February). */
export function monthsBefore(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0));
  const target = new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth.getUTCDate())));
  return addDays(day, Math.round((target.getTime() - Date.parse(day)) / 86_400_000));
}

/** Counted backwards from the effective day, as such laws are worded: "two months before". */
function earliestByMonths(noticeOn: CalendarDate, months: number): CalendarDate {
  let day = addDays(noticeOn, months * 28);
  while (monthsBefore(day, months) < noticeOn) day = addDays(day, 1);
  return day;
}

function nextWorkingDay(day: CalendarDate, holidays: readonly CalendarDate[]): CalendarDate {
  let next = day;
  while (isFree(next, holidays)) next = addDays(next, 1);
  return next;
}

function isFree(day: CalendarDate, holidays: readonly CalendarDate[]): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday === 0 || weekday === 6 || holidays.includes(day);
}
