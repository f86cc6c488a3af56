import { readDay } from '../../printed-day.ts';
import type { Found, TextRule } from './input.ts';
import type { Sentence } from './sentences.ts';

// With full stops the day comes first everywhere; only slashes and hyphens leave it open.
const NUMERIC = /(?<![\d/.\w-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2}(?=[\s.,;:)]|$))(?![\d/-])/gu;
const NUMBERED = /\b(?:version|v|no|section|paragraph|clause|form|release|art(?:icle)?)\.?\s*$/iu;

/** A date in numerals alone, which some readers take for another day. */
export const ambiguousDate: TextRule = {
  id: 'ambiguous-date',
  about: 'A date is written in numerals, so that readers in different countries read different days.',
  decided: 'heuristic',
  severity: 'warning',
  find: ({ sentences }) => sentences.flatMap(found),
};

function found({ text, section }: Sentence): readonly Found[] {
  return [...text.matchAll(NUMERIC)].flatMap((match): readonly Found[] => {
    const [date, first = '', , second = ''] = match;
    const [low, high] = [Number(first), Number(second)].toSorted((a, b) => a - b);
    const isDay = low !== undefined && high !== undefined && low >= 1 && low <= 12 && high <= 31;
    if (!isDay || NUMBERED.test(text.slice(0, match.index))) return [];
    const reading = readDay(date);
    const why =
      reading && 'day' in reading && low !== high
        ? `can only be ${reading.day}, but many readers expect the other order`
        : 'can be read two ways';
    return [{ section, quote: text.slice(match.index), message: `"${date}" ${why}. Write the month as a word.` }];
  });
}
