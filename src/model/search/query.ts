import { isSameWord } from './similar.ts';
import { stopWords } from './stop-words.ts';

/** One thing that a question asks about: the words for it, as the reader typed them and as the texts may say it. */
export interface Term {
  readonly typed: string;
  /** What texts say instead, from `content/search.yaml`; each is a word, or words that must all be there. */
  readonly others: readonly string[];
}

/** Words that readers use, each with those that the texts use for it. Keys and values may be several words. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

// What comes after is left out: nobody types it by hand, and each word costs a file.
const MOST_CHARACTERS = 300;
const MOST_TERMS = 12;

/** The words of a text, lower case, without the signs around them: `“E-mail”, please` gives `e-mail` and `please`. */
export function wordsIn(text: string): readonly string[] {
  return text.slice(0, MOST_CHARACTERS).normalize('NFC').toLowerCase().match(WORD) ?? [];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’.][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/**
 * What a question asks about. Words that say nothing are left out, unless the question is made of them alone; words that stand in
 * `synonyms` bring what the texts say in their place. Never throws, whatever is typed; none when there is no word in it.
 */
export function termsOf(query: string, synonyms: Synonyms, lang: string): readonly Term[] {
  const words = wordsIn(query);
  const none = stopWords(lang);
  const phrases = Object.entries(synonyms)
    .map(([key, others]) => ({ key: wordsIn(key), others }))
    .filter(({ key }) => key.length > 0)
    .toSorted((a, b) => b.key.length - a.key.length);
  const terms: Term[] = [];
  for (let place = 0; place < words.length;) {
    const found = phrases.filter(({ key }) => key.every((word, index) => isSameWord(word, words[place + index] ?? '')));
    const length = found[0]?.key.length ?? 1;
    const typed = words.slice(place, place + length).join(' ');
    const others = found.filter(({ key }) => key.length === length).flatMap((phrase) => phrase.others);
    if (others.length > 0 || !none.has(typed)) terms.push({ typed, others });
    place += length;
  }
  if (terms.length === 0) terms.push(...words.map((typed) => ({ typed, others: [] })));
  return unique(terms).slice(0, MOST_TERMS);
}

function unique(terms: readonly Term[]): Term[] {
  return terms.filter((term, place) => terms.findIndex((other) => other.typed === term.typed) === place);
}
