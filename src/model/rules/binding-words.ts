import { headingLabel } from '../record/section-id.ts';

/** A word that can change what people may, must or can expect, and how often a text says it. */
export type WordCounts = ReadonlyMap<string, number>;

/** A word that one text says more often than the other. */
export interface WordDifference {
  readonly word: string;
  readonly before: number;
  readonly after: number;
}

const NEGATIONS = ['not', 'no', 'never', 'without', 'unless', 'except', 'nor', 'neither', 'none'];
const MODALS = ['may', 'must', 'shall', 'will', 'can', 'should'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const PERIODS = 'minute minutes hour hours day days week weeks month months quarter quarters year years'.split(' ');
const NUMBERS = (
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
  'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half twice percent'
).split(' ');
const BINDING = new Set([...NEGATIONS, ...MODALS, ...PERIODS, ...NUMBERS]);

/**
 * Numbers, dates, periods, negations and modal verbs of a canonical text, each with its count.
 *
 * Section ids, the labels of headings and list items, and references to footnotes are left out: they count sections, not
 * days. "Can't", "cannot" and "can not" are the same. The words are English; numbers written in digits are found in every
 * language.
 */
export function bindingWords(canonicalText: string): WordCounts {
  return counts(statements(canonicalText).flatMap(bindingIn));
}

/** The sentences in which a text says what "we" do not do, as bare words, each with its count. */
export function promises(canonicalText: string): WordCounts {
  const sentences = statements(canonicalText).flatMap((line) => line.split(/(?<=[.!?;])\s+/u));
  const promised = sentences.filter((sentence) => /\bwe\s+(?:[a-z]+\s+){0,3}?(?:not|never)\b/iu.test(sentence));
  return counts(
    promised.map(
      (sentence) =>
        sentence
          .toLowerCase()
          .match(/[\p{L}\p{M}\p{N}]+/gu)
          ?.join(' ') ?? '',
    ),
  );
}

/** Words whose counts differ, in order of the alphabet. */
export function wordDifferences(before: WordCounts, after: WordCounts): readonly WordDifference[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((word) => ({ word, before: before.get(word) ?? 0, after: after.get(word) ?? 0 }))
    .filter((difference) => difference.before !== difference.after);
}

/** The words of each line, without what only counts, and with contractions written out. */
function statements(canonicalText: string): readonly string[] {
  return canonicalText.split('\n').map((line) => {
    const words = line.slice(line.indexOf('\t') + 1);
    return headingLabel(words)
      .rest.replace(/\[\p{Nd}+\]/gu, '')
      .replace(/’/gu, "'")
      .replace(/\b(?:can't|cannot)\b/giu, 'can not')
      .replace(/\bwon't\b/giu, 'will not')
      .replace(/\bshan't\b/giu, 'shall not')
      .replace(/n't\b/giu, ' not')
      .replace(/'ll\b/giu, ' will');
  });
}

function bindingIn(statement: string): readonly string[] {
  const found = statement.match(/\p{Sc}|\p{Nd}+(?:[.,:/-]\p{Nd}+)*%?|\p{L}+/gu) ?? [];
  return found.flatMap((token, index) => {
    if (!/^\p{L}/u.test(token)) return [token];
    // The fifth month is a date, "may" is a permission: the month stands beside a number.
    if (token === 'May') return [[found[index - 1], found[index + 1]].some(isNumber) ? 'May' : 'may'];
    if (MONTHS.includes(token)) return [token];
    return BINDING.has(token.toLowerCase()) ? [token.toLowerCase()] : [];
  });
}

function isNumber(token: string | undefined): boolean {
  return token !== undefined && /^\p{Nd}/u.test(token);
}

function counts(words: readonly string[]): WordCounts {
  const result = new Map<string, number>();
  for (const word of words) result.set(word, (result.get(word) ?? 0) + 1);
  return result;
}
