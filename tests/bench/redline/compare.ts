import { redline, type Redline } from '../../../src/model/redline/redline.ts';
import type { PolicyRecord } from '../../../src/model/record/record.ts';
import { structureText } from '../../../src/model/record/structure.ts';
import { rebuilt, sideOf } from '../../model/redline/rebuild.ts';
import { longestCommonLength } from './lcs.ts';
import { countMarks, markedLines, type MarkedLine, type Marks } from './marked-lines.ts';
import { jsdiffLinesThenWords, jsdiffWords } from './peers.ts';
import { linesOf, wordsOf } from './words.ts';

export const METHODS = ['engine', 'engine, by id', 'jsdiff lines, words', 'jsdiff words'] as const;
export type Method = (typeof METHODS)[number];

/** What one method made of a pair; `marks` is absent when it gave up. */
export interface Measured {
  readonly marks?: Marks | undefined;
  readonly cpuMs: number;
}

export interface Comparison {
  /** Words of the longer text. */
  readonly size: number;
  /** Words that no method can leave unmarked, where moved ones count at both ends. */
  readonly bound: number;
  /** Which part of both texts that is. */
  readonly share: number;
  readonly measured: Readonly<Record<Method, Measured>>;
  /** What is wrong with the redline, in a word each; none is right. */
  readonly faults: readonly Fault[];
  /** By which part the words marked differ when the texts change places. */
  readonly swapDifference: number;
}

export type Fault = 'rebuild' | 'completeness' | 'identity' | 'swap';

/** By so much, or so many words, may the two directions differ. */
const SWAP_SHARE = 0.05;
const SWAP_WORDS = 4;

export function comparePair(old: PolicyRecord, fresh: PolicyRecord): Comparison {
  const { lang } = fresh;
  const [before, after] = [linesOf(old), linesOf(fresh)];
  const [oldWords, newWords] = [before, after].map((lines) => lines.flatMap((line) => wordsOf(line, lang)));
  const all = (oldWords?.length ?? 0) + (newWords?.length ?? 0);
  const bound = all - 2 * longestCommonLength(oldWords ?? [], newWords ?? []);
  const measure = (lines: () => readonly MarkedLine[] | undefined): Measured => {
    const [found, cpuMs] = timed(lines);
    return { cpuMs, marks: found && countMarks(found, lang) };
  };
  const [compared, cpuMs] = timed(() => redline(old, fresh, { byId: false }));
  const marks = countMarks(markedLines(compared), lang);
  const [byIds, idMs] = timed(() => redline(old, fresh));
  const text = [before, after].map((lines) => `${lines.join('\n')}\n`);
  const swapped = countMarks(markedLines(redline(fresh, old, { byId: false })), lang).words;
  const difference = Math.abs(marks.words - swapped);
  const swapDifference = difference / Math.max(1, marks.words, swapped);
  return {
    size: Math.max(oldWords?.length ?? 0, newWords?.length ?? 0),
    bound,
    share: all === 0 ? 0 : bound / all,
    swapDifference,
    faults: [
      ...faultsOf(compared),
      ...faultsOf(byIds),
      ...(difference > SWAP_WORDS && swapDifference > SWAP_SHARE ? (['swap'] as const) : []),
    ],
    measured: {
      engine: { marks, cpuMs },
      'engine, by id': { marks: countMarks(markedLines(byIds), lang), cpuMs: idMs },
      'jsdiff lines, words': measure(() => jsdiffLinesThenWords(text[0] ?? '', text[1] ?? '', lang)),
      'jsdiff words': measure(() => jsdiffWords(text[0] ?? '', text[1] ?? '', lang)),
    },
  };
}

function faultsOf(compared: Redline): readonly Fault[] {
  const { old, fresh, changes } = compared;
  const isRebuilt =
    String(rebuilt(compared, 'old')) === String(sideOf(old)) && String(rebuilt(compared, 'fresh')) === String(sideOf(fresh));
  const differs = structureText(old) !== structureText(fresh);
  return [
    ...(isRebuilt ? [] : (['rebuild'] as const)),
    ...(changes.length > 0 === differs ? [] : (['completeness'] as const)),
    ...(redline(fresh, fresh).changes.length === 0 ? [] : (['identity'] as const)),
  ];
}

/** An answer and the CPU time that it took; the machine may do other work meanwhile. */
export function timed<T>(answer: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const found = answer();
  const { user, system } = process.cpuUsage(before);
  return [found, (user + system) / 1000];
}
