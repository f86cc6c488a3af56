import type { CalendarDate } from '../model/calendar-date.ts';
import { addDays } from '../model/calendar-date.ts';
import { isPublished, type LedgerEntry } from '../model/ledger/entry.ts';
import { fill, wordsFor } from '../strings/strings.ts';
import { dayInWords } from '../view/days.ts';
import { publishedOf } from '../view/succession.ts';
import type { PolicyFacts, PublishedFacts } from '../view/site.ts';
import { instantOf, wholeAddresses, type OutputFacts } from './telling.ts';

/**
 * `/calendar.ics` (RFC 5545): every stated effective day, and the end of a policy, as an event of a whole day. What was taken
 * back or overtaken stays as a cancelled event, so that it leaves the calendars of those who have it.
 *
 * `undefined` while there is no such day: a calendar without any event is not valid.
 */
export function calendarFile(facts: OutputFacts): string | undefined {
  const { site, policies } = facts.content;
  const events = policies.flatMap((policy) => [
    ...publishedOf(policy)
      .filter(({ basis }) => basis === 'stated')
      .map((version) => versionEvent(policy, version, facts)),
    ...retirementEvent(policy, facts),
  ]);
  if (events.length === 0) return undefined;
  const { strings } = wordsFor(site.languages[0] ?? 'en');
  const name = escapeText(fill(strings.feedTitle, { organisation: site.organisation }));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Codicil//Policies//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    ...events.flat(),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function versionEvent(policy: PolicyFacts, version: PublishedFacts, { content, entries }: OutputFacts): readonly string[] {
  const own = entries.filter((entry) => entry.policy === policy.name && 'version' in entry && entry.version === version.name);
  const changes = own.filter(({ type }) => type === 'reschedule' || type === 'withdraw' || type === 'remove');
  const { strings } = wordsFor(version.lang);
  return event({
    uid: `${policy.name}.${version.name}@${new URL(content.site.url).hostname}`,
    posted: own.find(isPublished),
    changes,
    // Nobody writes down that something else took its place: the change of its state alone counts as one.
    sequence: changes.length + (version.fate.kind === 'replaced' ? 1 : 0),
    day: version.effectiveFrom,
    isCancelled: version.fate.kind !== 'governs',
    title: fill(strings.tellApplies, { title: version.title, version: version.name }),
    description: version.summary,
    url: wholeAddresses(content).version(policy.name, version.name),
  });
}

function retirementEvent(policy: PolicyFacts, { content, entries }: OutputFacts): readonly (readonly string[])[] {
  const line = entries.findLast((entry) => entry.policy === policy.name && entry.type === 'retire');
  if (!policy.retirement || !line) return [];
  const { strings, lang } = wordsFor(content.site.languages[0] ?? 'en');
  return [
    event({
      uid: `${policy.name}.end@${new URL(content.site.url).hostname}`,
      posted: line,
      changes: [],
      sequence: entries.filter((entry) => entry.policy === policy.name && entry.type === 'retire').length - 1,
      day: policy.retirement.from,
      isCancelled: false,
      title: fill(strings.tellRetired, { title: policy.title, day: dayInWords(policy.retirement.from, lang) }),
      description: policy.retirement.reason,
      url: wholeAddresses(content).history(policy.name),
    }),
  ];
}

interface Event {
  readonly uid: string;
  readonly posted: LedgerEntry | undefined;
  readonly changes: readonly LedgerEntry[];
  readonly sequence: number;
  readonly day: CalendarDate;
  readonly isCancelled: boolean;
  readonly title: string;
  readonly description: string | undefined;
  readonly url: string;
}

function event(of: Event): readonly string[] {
  if (!of.posted) return [];
  const stamp = stampOf(of.posted);
  return [
    'BEGIN:VEVENT',
    `UID:${of.uid}`,
    `DTSTAMP:${stamp}`,
    `CREATED:${stamp}`,
    `LAST-MODIFIED:${stampOf(of.changes.at(-1) ?? of.posted)}`,
    `SEQUENCE:${of.sequence}`,
    `DTSTART;VALUE=DATE:${compact(of.day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(of.day, 1))}`,
    `SUMMARY:${escapeText(of.title)}`,
    ...(of.description === undefined ? [] : [`DESCRIPTION:${escapeText(of.description)}`]),
    `URL:${of.url}`,
    `STATUS:${of.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function stampOf(entry: LedgerEntry): string {
  return instantOf(entry).replaceAll(/[-:]/gu, '');
}

function compact(day: CalendarDate): string {
  return day.replaceAll('-', '');
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll(/\r\n|\r|\n/gu, String.raw`\n`);
}

/** Lines of at most 75 octets; a character of several octets is never cut. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
