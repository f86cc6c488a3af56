import { countOf } from '../wording.ts';
import { changesClause } from './changes-clause.ts';
import { isEnglish, shortened, type Found, type TextRule } from './input.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  seven: 7,
  ten: 10,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
};
const UNITS: Readonly<Record<string, number>> = { day: 1, week: 7 };
const PERIOD =
  /\b(\d{1,3}|seven|ten|fourteen|fifteen|twenty|thirty|forty-five|sixty|ninety)(?:\s*\(\d{1,3}\))?[\s-]+(?:calendar |business |working )?(day|week)s?\b(?:['’])?/giu;
const NOTICE = /\b(?:notice|notif\w+|before|prior|advance|ahead|earlier|after (?:posting|they are posted|we post|publication))\b/iu;
const OTHER = /\bwithin\b[^.]{0,25}$/iu;

/** The days that the clause about changes promises are not those that the tool will hold the next version to. */
export const ownPromiseClauseMismatch: TextRule = {
  id: 'own-promise-clause-mismatch',
  about: 'The days of notice that the text promises are not those under "changeTerms".',
  decided: 'heuristic',
  severity: 'warning',
  citation: { law: 'FTC v. Gateway Learning (2004): a promise about changes binds', basis: 'seen' },
  find(text) {
    if (!isEnglish(text) || !text.settings) return [];
    const terms = text.settings.changeTerms;
    // One promise said twice, such as in a summary at the head, is one finding.
    const found = changesClause(text).flatMap(({ text: sentence, section }): readonly Found[] => {
      if (!NOTICE.test(sentence)) return [];
      const promised = periods(sentence);
      if (promised.length === 0 || promised.some(({ days }) => days === terms?.days)) return [];
      const [first] = promised;
      if (!first) return [];
      const held =
        terms === undefined
          ? 'there is no "changeTerms", so nothing holds the next version to it'
          : `"changeTerms" says ${countOf(terms.days, 'day')}`;
      const message =
        `The text promises notice of ${first.words}: "${shortened(sentence)}" Yet ${held}. ` +
        `Write changeTerms: {days: ${first.days}, channels: […]}, or correct the text.`;
      return [{ section, quote: sentence, message }];
    });
    return found.slice(-1);
  },
};

function periods(sentence: string): readonly { readonly words: string; readonly days: number }[] {
  return [...sentence.matchAll(PERIOD)].flatMap((match) => {
    const [words, number = '', unit = ''] = match;
    if (OTHER.test(sentence.slice(0, match.index))) return [];
    const count = NUMBERS[number.toLowerCase()] ?? Number(number);
    return [{ words, days: count * (UNITS[unit.toLowerCase()] ?? 1) }];
  });
}
