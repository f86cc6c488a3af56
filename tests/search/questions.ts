import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { foldWords } from '../../src/model/record/canonical.ts';
import { wordsOf } from '../../src/model/record/inline.ts';
import { allSections, type PolicyRecord } from '../../src/model/record/record.ts';
import { root } from '../../.ci/node.js';

/** What a reader wants to know, and the sections that answer it as `policy#section`. */
export interface Question {
  readonly ask: string;
  readonly answers: readonly string[];
}

export type QuestionSet = 'sample' | 'basecamp' | 'github-site-policy' | 'firefox-privacy-de';

const schema = z.array(z.strictObject({ ask: z.string(), answers: z.array(z.string()).min(1) }));

export function questions(set: QuestionSet): readonly Question[] {
  return schema.parse(parse(readFileSync(join(root, `tests/search/questions/${set}.yaml`), 'utf8')));
}

/** Headings by `policy#section`; the empty text for words that stand without a heading. */
export function headingsOf(policy: string, record: PolicyRecord): readonly (readonly [string, string])[] {
  return allSections(record).flatMap(({ id, heading }) =>
    id === undefined ? [] : [[`${policy}#${id}`, foldWords(wordsOf(heading ?? []))]],
  );
}

/**
 * The questions that have no content word in common with the heading of any section that answers them. Told strictly: two
 * words are the same as soon as one begins the other, or five letters at the beginning agree; and a section without a heading counts
 * as one that shares.
 */
export function farFromHeadings(all: readonly Question[], headings: ReadonlyMap<string, string>): readonly Question[] {
  return all.filter(({ ask, answers }) =>
    answers.every((answer) => {
      const heading = contentWords(headings.get(answer) ?? '');
      return heading.length > 0 && !contentWords(ask).some((word) => heading.some((other) => isSame(word, other)));
    }),
  );
}

// Words that only hold a sentence together.
const FUNCTION_WORDS = new Set(
  `a about after an and any are as at be by can could do does for from get got had has have how i if in into is it its may me must my no
  not of on or our out so some such than that the their them there they this to too up us was we were what when where which who whose why
  will with without would you your
  als am an auf aus bei das dem den der des die ein eine einem einen einer es für hat ich ihr ihre ihrer im in ist man mein meine meiner
  mit nach nicht oder sich sie sind über um und unsere uns von was wer wie wir wo zu zum zur`.split(/\s+/u),
);

function contentWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !FUNCTION_WORDS.has(word));
}

function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (short.length >= 3 && long.startsWith(short)) || (short.length >= 5 && long.startsWith(short.slice(0, 5)));
}
