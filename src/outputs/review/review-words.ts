import type { NoticeArithmetic, Review } from '../../model/review/review.ts';
import type { Readability } from '../../model/review/readability.ts';
import { countOf, listOf } from '../../model/rules/wording.ts';

/** A line of the list that those who approve go through: what it is about, whether it is in order, and the facts. */
export interface ReviewPoint {
  readonly about: string;
  /** `look` asks for a person's judgement. */
  readonly state: 'fine' | 'look' | 'wrong';
  readonly text: string;
}

/** The points of a review in the order in which somebody decides: the day, the notice, the text. */
export function reviewPoints(review: Review): readonly ReviewPoint[] {
  return [dayPoint(review), coveragePoint(review), findingsPoint(review), referencesPoint(review), readabilityPoint(review)];
}

function dayPoint({ effectiveFrom, materiality, notice }: Review): ReviewPoint {
  const about = 'Notice';
  if (materiality === undefined && notice.promise) {
    const text = `${givenText(effectiveFrom, notice)} The draft does not say yet how much it changes. ${notice.promise.earliest} is the earliest day for a change that matters: version ${notice.promise.by}, in force, promises ${countOf(notice.promise.days, 'day')}.`;
    return { about, state: 'look', text };
  }
  return { about, state: notice.keepsPromise ? 'fine' : 'wrong', text: noticeText(effectiveFrom, notice) };
}

function givenText(effectiveFrom: string, { postedOn, wholeDays }: NoticeArithmetic): string {
  return `Posted on ${postedOn} and effective from ${effectiveFrom}, it gives readers ${countOf(Math.max(0, wholeDays), 'whole day')} of notice.`;
}

function noticeText(effectiveFrom: string, notice: NoticeArithmetic): string {
  const { promise, toSend, isBound, keepsPromise } = notice;
  const given = givenText(effectiveFrom, notice);
  if (!promise) return `${given} No version in force promises any.`;
  const promised = `Version ${promise.by}, in force, promises ${countOf(promise.days, 'day')}`;
  const sent =
    toSend.length === 0 ? '' : ` Notice by ${listOf(toSend)} is promised too; the days count from the last of these that is sent.`;
  if (!isBound) return `${given} ${promised} for changes that matter; this one is not called one, so the promise does not bind it.`;
  return `${given} ${promised}: ${promise.earliest} is the earliest day that keeps this${keepsPromise ? '' : ', so the day is too early'}.${sent}`;
}

function coveragePoint({ previous, sections, findings }: Review): ReviewPoint {
  const about = 'Changes';
  if (previous === undefined) return { about, state: 'look', text: 'This is the first version: every word is new.' };
  const untold = sections.filter(({ told }) => told === 'no');
  const differ = sections.length === 1 ? '1 section differs' : `${sections.length} sections differ`;
  if (untold.length > 0) {
    const named = listOf(untold.map(({ id }) => id));
    return { about, state: 'wrong', text: `${differ} from ${previous}, and the notice does not tell of ${named}.` };
  }
  if (findings.some(({ rule }) => rule === 'changes-unfinished'))
    return { about, state: 'wrong', text: `${differ} from ${previous}; the notice still holds notes between brackets.` };
  return { about, state: 'fine', text: `${differ} from ${previous}; the notice tells of everything that it must.` };
}

function findingsPoint({ findings }: Review): ReviewPoint {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const terms = findings.filter(({ rule }) => rule === 'defined-terms').length;
  const about = 'Findings';
  if (findings.length === 0)
    return {
      about,
      state: 'fine',
      text: 'The check found nothing. It looks for what can be looked for; it does not say that a text is lawful.',
    };
  const named = terms === 0 ? '' : ` ${terms === 1 ? 'One is' : `${terms} are`} about terms without a meaning.`;
  return {
    about,
    state: errors > 0 ? 'wrong' : 'look',
    text: `${countOf(errors, 'error')}, ${countOf(findings.length - errors, 'warning')}.${named}`,
  };
}

function referencesPoint({ brokenReferences }: Review): ReviewPoint {
  const about = 'References';
  if (!brokenReferences)
    return {
      about,
      state: 'look',
      text: 'Not looked for: the headings of this text have no numbers, or its language has no words for them here.',
    };
  if (brokenReferences.length === 0)
    return { about, state: 'fine', text: 'No reference to a numbered section that is not there was found.' };
  const named = brokenReferences.map(({ words, section }) => `“${words}” in ${section}`);
  return {
    about,
    state: 'look',
    text: `The text has no such section as it refers to: ${named.join('; ')}. Found by its wording, so it may be a law that is meant.`,
  };
}

function readabilityPoint({ readability: { before, after } }: Review): ReviewPoint {
  const about = 'Length and ease';
  const words = before ? `${before.words} words before, ${after.words} now` : countOf(after.words, 'word');
  if (!after.ease) return { about, state: 'fine', text: `${words}.` };
  const was = before?.ease ? `${before.ease.score} before, ${after.ease.score} now` : String(after.ease.score);
  return {
    about,
    state: 'fine',
    text: `${words}. ${after.ease.formula}: ${was} (100 is easy, 0 is hard; the longer a sentence and its words, the lower). ${average(after)}`,
  };
}

function average({ words, sentences }: Readability): string {
  return `A sentence has ${Math.round(words / Math.max(1, sentences))} words on average.`;
}
