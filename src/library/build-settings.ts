import { resolve } from 'node:path';
import { calendarDate, type CalendarDate } from '../model/calendar-date.ts';

/** What a build is asked for. Astro starts in a process of its own, so the command line hands it over in the environment. */
export interface BuildSettings {
  /** Content folder, whole path. */
  readonly content: string;
  /** Folder of the built site, whole path. */
  readonly out: string;
  /** The day asked for; absent when the clock is to say it. */
  readonly today?: CalendarDate | undefined;
  readonly hasDrafts: boolean;
}

/** Settings from the environment (`CODICIL_CONTENT`, `CODICIL_OUT`, `CODICIL_TODAY`, `CODICIL_DRAFTS`), with the defaults of the command line. */
export function buildSettings(environment: Readonly<Record<string, string | undefined>>): BuildSettings {
  return {
    content: resolve(environment['CODICIL_CONTENT'] || 'content'),
    out: resolve(environment['CODICIL_OUT'] || 'dist'),
    today: calendarDate(environment['CODICIL_TODAY'] ?? ''),
    hasDrafts: environment['CODICIL_DRAFTS'] === '1',
  };
}
