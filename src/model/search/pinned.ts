import { wordsIn } from './query.ts';
import { isSameWord } from './similar.ts';
import { stopWords } from './stop-words.ts';

/** Whether a question has exactly these words: in any order, endings and words that say nothing apart. */
export function isAskedFor(query: string, words: string, lang: string): boolean {
  const [asked, wanted] = [saying(query, lang), saying(words, lang)];
  const isIn = (word: string, list: readonly string[]): boolean => list.some((other) => isSameWord(word, other));
  return wanted.length > 0 && wanted.every((word) => isIn(word, asked)) && asked.every((word) => isIn(word, wanted));
}

function saying(text: string, lang: string): readonly string[] {
  const words = wordsIn(text);
  const kept = words.filter((word) => !stopWords(lang).has(word));
  return kept.length > 0 ? kept : words;
}
