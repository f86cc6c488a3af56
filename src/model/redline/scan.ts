import type { TokenKind } from './token.ts';

/** A token's place in a text: from `start` up to, not including, `end`. */
export interface Scanned {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Stands for a reference to a footnote in a text that is scanned. */
export const NOTE_SIGN = '\uFFFC';

const MONTH =
  '(?:Jan(?:uary|uar|\\.)?|Feb(?:ruary|ruar|\\.)?|Mar(?:ch|\\.)?|März|Apr(?:il|\\.)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust|\\.)?|' +
  'Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Okt(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?|Dez(?:ember|\\.)?)';
const GAP = '[ \\u00A0\\u202F]';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const FIGURE = "\\p{Nd}+(?:[.,:/'’-]\\p{Nd}+)*";
const CURRENCY = '(?:[A-Z]{1,3}\\$|\\p{Sc})';

const PATTERNS: readonly (readonly [TokenKind, string])[] = [
  ['address', "[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+"],
  ['address', '(?:https?:\\/\\/|www\\.)[^\\s<>"“”]*[^\\s<>"“”.,;:!?)\\]’\']'],
  ['date', `${MONTH}${GAP}${DAY}(?:,?${GAP}\\d{4})?(?![\\p{L}\\p{Nd}])`],
  ['date', `${DAY}\\.?${GAP}(?:of${GAP})?${MONTH}(?:,?${GAP}\\d{4})?(?![\\p{L}\\p{Nd}])`],
  ['date', `${MONTH}${GAP}\\d{4}(?![\\p{L}\\p{Nd}])`],
  ['date', '\\d{4}-\\d{2}-\\d{2}(?![\\p{L}\\p{Nd}])'],
  ['date', '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}(?![\\p{L}\\p{Nd}])'],
  ['date', '\\p{Nd}{2,4}年(?:\\p{Nd}{1,2}月(?:\\p{Nd}{1,2}日)?)?'],
  ['money', `${CURRENCY}${GAP}?${FIGURE}(?:${GAP}?(?:million|billion|thousand|bn|[kKmM])(?!\\p{L}))?`],
  ['money', `${FIGURE}${GAP}?(?:\\p{Sc}|(?:USD|EUR|GBP|CHF|AUD|CAD|JPY)(?!\\p{L}))`],
  ['number', `${FIGURE}${GAP}?(?:%|‰|°[CF]?|(?:[kKMGT]i?B|[kMG]bit\\/s|km|kg|mm|cm|px|ms)(?!\\p{L}))`],
  // A name such as 37signals is no number; 2nd, 18+ and 4K are.
  ['word', '\\p{Nd}+\\p{L}{4,}[\\p{L}\\p{M}\\p{N}]*'],
  ['number', `${FIGURE}(?:[\\p{L}\\p{M}]+|\\+)?`],
  ['word', "[\\p{L}\\p{M}\\p{N}\\p{Cf}_]+(?:['’\\u2010\\u2011-][\\p{L}\\p{M}\\p{N}]+)*"],
  ['note', NOTE_SIGN],
  ['sign', '[^\\p{L}\\p{M}\\p{N}\\s]\\p{M}*'],
  ['sign', '\\S'],
];

const SCANNER = new RegExp(PATTERNS.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');

// Written without spaces between words: what a word is, a dictionary must say.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The tokens of a text in their order. White space between them belongs to none. `lang` is a BCP 47 tag. */
export function scan(text: string, lang: string): readonly Scanned[] {
  const found: Scanned[] = [];
  for (const match of text.matchAll(SCANNER)) {
    const place = match.findIndex((group, index) => index > 0 && group !== undefined) - 1;
    const kind = PATTERNS[place]?.[0] ?? 'sign';
    const [words] = match;
    if (kind === 'word' && UNSPACED.test(words)) found.push(...segmented(words, match.index, lang));
    else found.push({ kind, start: match.index, end: match.index + words.length });
  }
  return found;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmented(words: string, offset: number, lang: string): readonly Scanned[] {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, segmenter);
  return Array.from(segmenter.segment(words), ({ segment, index }) => ({
    kind: 'word',
    start: offset + index,
    end: offset + index + segment.length,
  }));
}
