import { hitWords } from './excerpt.ts';
import type { Found, Fragment, SearchIndex } from './found.ts';
import { lookupIn } from './lookup.ts';
import { termsOf, wordsIn, type Synonyms } from './query.ts';
import { rank } from './ranking.ts';
import { isMeant } from './similar.ts';

/** A record that answers, as it can be shown. */
export interface Answer {
  readonly id: string;
  readonly fragment: Fragment;
  readonly places: readonly number[];
  /** What to mark in the section, or in the headings over it when it answers by these alone: words as they stand there. */
  readonly words: readonly string[];
}

export interface Answers {
  /** How many records answer. */
  readonly count: number;
  /** No record has one of the very words; these have similar ones. */
  readonly isGuess: boolean;
  readonly answers: readonly Answer[];
  /** Ids of all records that answer, those that are only counted among them. */
  readonly ids: ReadonlySet<string>;
}

export interface Question {
  readonly query: string;
  readonly synonyms: Synonyms;
  readonly lang: string;
  /** How many answers to read; the others are only counted. */
  readonly most: number;
  /** Whether records count that say little of what is asked. */
  readonly isUncut?: boolean | undefined;
  /** Records to leave out. */
  readonly without?: ReadonlySet<string> | undefined;
}

// A record that says so much less of what is asked than the best one is no answer, though it has a word of it.
const LEAST_SHARE = 0.2;

/** Asks an index. No answers when the question has no word in it, or none that anything is like. */
export async function answer(question: Question, index: SearchIndex): Promise<Answers> {
  const terms = termsOf(question.query, question.synonyms, question.lang);
  const ranked = await rank(terms, lookupIn(index));
  const ids = new Set(ranked.map(({ id }) => id));
  const wanted = ranked.filter(({ id }) => question.without?.has(id) !== true);
  const least = question.isUncut === true ? 0 : (wanted[0]?.score ?? 0) * LEAST_SHARE;
  const sure = wanted.filter(({ isGuess, score }) => !isGuess && score >= least);
  if (sure.length > 0) return { count: sure.length, isGuess: false, answers: await read(sure.slice(0, question.most)), ids };
  // Nothing has the very words. Somebody may be typing yet, or has missed a letter; what the index offers besides is left out.
  const typed = terms.flatMap((term) => wordsIn(term.typed));
  const near = (await read(wanted.slice(0, question.most))).filter(({ words }) =>
    words.some((word) => typed.some((one) => isMeant(one, word))),
  );
  const begun = near.filter(({ words }) => words.some((word) => typed.some((one) => word.startsWith(one))));
  const answers = begun.length > 0 ? begun : near;
  return { count: answers.length, isGuess: begun.length === 0 && answers.length > 0, answers, ids };
}

function read(found: readonly Found[]): Promise<readonly Answer[]> {
  return Promise.all(
    found.map(async ({ id, places, asked, read: fragmentOf }) => {
      const fragment = await fragmentOf();
      return { id, fragment, places, words: wordsToMark(fragment, places, asked) };
    }),
  );
}

/** Words of the section itself; of one that answers by the headings over it alone, the words of the nearest of these. */
function wordsToMark({ content, meta }: Fragment, places: readonly number[], asked: readonly string[]): readonly string[] {
  const own = hitWords(content, places, meta['title'] ?? '', asked);
  const over = [meta['within'], meta['policy']].map((heading) => hitWords('', [], heading ?? '', asked));
  return [own, ...over].find((words) => words.length > 0) ?? [];
}
