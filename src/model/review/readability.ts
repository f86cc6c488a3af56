import { sentencesOf } from '../rules/core/sentences.ts';
import type { PolicyRecord } from '../record/record.ts';

/** How hard a text is to read, as far as counting tells. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  /** Absent for languages without a formula here. About 0 (hard) to 100 (easy); legal texts lie between 20 and 50. */
  readonly ease?: { readonly formula: string; readonly score: number } | undefined;
}

interface Formula {
  readonly name: string;
  readonly score: (wordsPerSentence: number, syllablesPerWord: number) => number;
  readonly syllables: (word: string) => number;
}

/** @see Flesch, A New Readability Yardstick (1948); Amstad, Wie verständlich sind unsere Zeitungen? (1978), for German. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  en: {
    name: 'Flesch reading ease',
    score: (words, syllables) => 206.835 - 1.015 * words - 84.6 * syllables,
    syllables: englishSyllables,
  },
  de: { name: 'Flesch reading ease after Amstad', score: (words, syllables) => 180 - words - 58.5 * syllables, syllables: vowelGroups },
};

/** Counts a text, headings left out. Syllables are counted by their vowels, so a score may be a few points off. */
export function readabilityOf(record: PolicyRecord): Readability {
  const sentences = sentencesOf(record).flatMap(({ text, isHeading }) => {
    const words = isHeading ? [] : (text.match(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu) ?? []);
    return words.length === 0 ? [] : [words];
  });
  const words = sentences.flat();
  const formula = FORMULAS[record.lang.split('-')[0] ?? ''];
  if (!formula || words.length === 0) return { words: words.length, sentences: sentences.length };
  const syllables = words.reduce((sum, word) => sum + formula.syllables(word.toLowerCase()), 0);
  const score = Math.round(formula.score(words.length / sentences.length, syllables / words.length));
  return { words: words.length, sentences: sentences.length, ease: { formula: formula.name, score } };
}

/** Groups of vowels; a silent e at the end counts for nothing, except where it is all the vowel there is. */
function englishSyllables(word: string): number {
  const spoken = word.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^aeiouyl]e)$/u, (end) => end[0] ?? '');
  return vowelGroups(spoken);
}

function vowelGroups(word: string): number {
  return Math.max(1, word.match(/[aeiouyäöüáéíóúàèìòù]+/gu)?.length ?? 1);
}
