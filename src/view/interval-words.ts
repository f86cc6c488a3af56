import { addDays, type CalendarDate } from '../model/calendar-date.ts';
import type { Strings } from '../strings/strings.ts';
import { fill } from '../strings/strings.ts';
import { dayInWords } from './days.ts';
import { dayPart, sentence, type Sentence } from './sentence.ts';
import type { PolicyFacts, PublishedFacts } from './site.ts';
import { neighbours, type GoverningFacts } from './succession.ts';

export interface Words {
  readonly strings: Strings;
  readonly lang: string;
}

/**
 * When a version governs, in words that stay true whatever day they are read on: `In force from 26 May 2016 until
 * 31 December 2023.` A day that is not stated is worded "seen on", and so is the end of a version before one.
 */
export function intervalSentence(policy: PolicyFacts, version: GoverningFacts, { strings, lang }: Words): Sentence {
  const { from, until } = version.fate.interval;
  const isStated = version.basis === 'stated';
  const day = dayPart(from, lang);
  if (until === undefined) return sentence(isStated ? strings.inForceFrom : strings.seen, { day });
  const { after } = neighbours(policy, version);
  const next = dayPart(until, lang);
  if (after && after.basis !== 'stated') return sentence(isStated ? strings.inForceThenSeen : strings.seenThenSeen, { day, next });
  return sentence(isStated ? strings.inForceBetween : strings.seenThen, { day, next, last: dayPart(addDays(until, -1), lang) });
}

/** The same for the day asked for: a version without a known end is in force "since". */
export function sinceSentence(policy: PolicyFacts, version: GoverningFacts, words: Words): Sentence {
  const { from, until } = version.fate.interval;
  if (until !== undefined || version.basis !== 'stated') return intervalSentence(policy, version, words);
  return sentence(words.strings.inForceSince, { day: dayPart(from, words.lang) });
}

/** The days of a version as short as a list can have them: `26 May 2016 – 31 December 2023`. */
export function dayRange(version: PublishedFacts, { strings, lang }: Words): string {
  if (version.fate.kind !== 'governs') return strings.rangeNever;
  const { from, until } = version.fate.interval;
  const day = dayInWords(from, lang);
  if (version.basis !== 'stated') return fill(strings.rangeSeen, { day });
  if (until === undefined) return fill(strings.rangeOpen, { day });
  return fill(strings.range, { day, last: dayInWords(dayBefore(until), lang) });
}

export function dayBefore(day: CalendarDate): CalendarDate {
  return addDays(day, -1);
}
