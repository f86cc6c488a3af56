import { readDay } from '../../printed-day.ts';
import { shortened, type Found, type TextRule } from './input.ts';

const EFFECTIVE =
  /^\W*(?:version\s+)?(?:this .{3,60}?\bis\s+)?(?:in\s+)?(?:effective|effect|in force)\b\s*(?:date|as of|from|on|since)?\W/iu;
const MOST_WORDS = 14;

/** The text names another effective day than its settings do: the page would contradict itself. */
export const effectiveDate: TextRule = {
  id: 'effective-date',
  about: 'The effective day that the text states is not the one in its settings, which every page shows.',
  decided: 'heuristic',
  severity: 'warning',
  citation: { law: 'Cal. BPC 22575(b)(4)', basis: 'secondary' },
  find({ sentences, settings }) {
    if (!settings?.isStated) return [];
    return sentences.flatMap(({ text, section }): readonly Found[] => {
      if (!EFFECTIVE.test(text) || text.split(' ').length > MOST_WORDS) return [];
      const stated = readDay(text);
      if (!stated || !('day' in stated) || stated.day === settings.effectiveOn) return [];
      const message = `The text says "${shortened(text)}", and "effective" is ${settings.effectiveOn}. Change one of them: the page shows both.`;
      return [{ section, quote: text, message }];
    });
  },
};
