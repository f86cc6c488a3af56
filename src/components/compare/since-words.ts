import type { Say } from './page-parts.ts';
import type { DayIn, SinceAnswer, VersionLine } from './since.ts';

export interface SinceFacts {
  /** What the address names: a version or a day. */
  readonly point: string;
  readonly today: DayIn;
  readonly lines: readonly VersionLine[];
  readonly say: Say;
  readonly locale: string | undefined;
}

/** The answer in sentences: which version applied on the day asked for, then how it stands to the one in force. */
export function sinceWords(answer: SinceAnswer, { point, today, lines, say, locale }: SinceFacts): string {
  const { words, read = '', current = '', next, first = point, byDay } = answer;
  const inWords = (day: string): string =>
    Number.isNaN(Date.parse(day)) ? day : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
  const zone = lines.find(({ version }) => version === current)?.zone ?? lines[0]?.zone ?? 'UTC';
  const now = inWords(today(zone));
  if (words === 'before' || words === 'none' || words === 'future') {
    return say(words, { day: inWords(point), first: inWords(first), today: now, version: say('version', { version: read }) });
  }
  if (words === 'unknown') return say('sinceUnknown', { text: point });
  const found = byDay ? `${say(byDay, { day: inWords(point), version: say('version', { version: read }) })} ` : '';
  const name = { read: 'sinceRead', still: 'sinceStill', next: 'sinceNext', ahead: 'sinceAhead' } as const;
  const ended = { last: 'sinceLast', ended: 'sinceEnded', nothing: 'sinceNone' } as const;
  const parts = { read, current, next: next?.version, day: inWords(next?.from ?? ''), today: now };
  return found + say({ ...name, ...ended }[words], parts);
}
