import type { CalendarDate } from '../model/calendar-date.ts';
import { dayInWords } from './days.ts';

/** Words of a sentence; some of them lead somewhere, some are a day. */
export interface SentencePart {
  readonly text: string;
  readonly href?: string | undefined;
  readonly datetime?: string | undefined;
}

export type Sentence = readonly SentencePart[];

/** A template's words, with each `{name}` as the part of that name. A name without a part stays as it is, so that a test can find it. */
export function sentence(template: string, parts: Readonly<Record<string, string | SentencePart>>): Sentence {
  return template
    .split(/(\{\w+\})/u)
    .filter((words) => words !== '')
    .map((words) => {
      const part = /^\{\w+\}$/u.test(words) ? parts[words.slice(1, -1)] : undefined;
      if (part === undefined) return { text: words };
      return typeof part === 'string' ? { text: part } : part;
    });
}

/** A day in words that a machine can read too. */
export function dayPart(day: CalendarDate, lang: string): SentencePart {
  return { text: dayInWords(day, lang), datetime: day };
}

/** The words alone. */
export function plain(parts: Sentence): string {
  return parts.map(({ text }) => text).join('');
}

/** A reason as somebody wrote it, with the full stop that its sentence needs. */
export function asSentence(reason: string): string {
  return /[.!?…]$/u.test(reason) ? reason : `${reason}.`;
}
