import { areEdits, ratio, totals, withFault, type NamedComparison } from './tally.ts';
import type { TruthScore } from './truth/truth.ts';

export interface Gate {
  readonly name: string;
  readonly figure: string;
  readonly holds: boolean;
}

export interface HostileTime {
  readonly name: string;
  readonly cpuMs: number;
}

const MOST_MARKED = 1.15;
const LEAST_RECOGNISED = 0.98;
const MOST_MS = 1000;

/** What the redline promises, with the figures of this run. Time is only promised for texts that have nothing in common. */
export function gatesOf(
  pairs: readonly NamedComparison[],
  truths: readonly TruthScore[],
  hostile: readonly HostileTime[],
  leastCases: number,
): readonly Gate[] {
  const edits = areEdits(pairs);
  const engine = totals(edits, 'engine');
  const all = totals(pairs, 'engine');
  const peer = totals(pairs, 'jsdiff lines, words');
  const faultless = (name: string, fault: 'rebuild' | 'completeness' | 'identity' | 'swap'): Gate => {
    const wrong = withFault(pairs, fault).length;
    return { name, figure: `${pairs.length - wrong} of ${pairs.length}`, holds: wrong === 0 };
  };
  const misnested = pairs.filter((pair) => !pair.isNested).length;
  return [
    faultless('both texts are rebuilt exactly', 'rebuild'),
    faultless('a difference is reported, and nothing else', 'completeness'),
    faultless('a text against itself has no change', 'identity'),
    faultless('the other way round marks as many words, within 5 % or four words', 'swap'),
    {
      name: `words marked are at most ${MOST_MARKED} of the LCS on edits`,
      figure: ratio(engine).toFixed(3),
      holds: ratio(engine) <= MOST_MARKED,
    },
    {
      name: 'confetti is at most a fifth of that of jsdiff on lines, then words',
      figure: `${all.confetti} against ${peer.confetti}`,
      holds: all.confetti * 5 <= peer.confetti,
    },
    { name: 'no mark lies inside a word or number', figure: String(all.insideWords), holds: all.insideWords === 0 },
    { name: 'an HTML parser changes no element', figure: `${pairs.length - misnested} of ${pairs.length}`, holds: misnested === 0 },
    // A folder may hold no occasion at all for a kind: no date, no English.
    ...truths
      .filter(({ cases }) => cases > 0)
      .map(({ kind, cases, recognised }) => ({
        name: `${kind} is recognised in ${LEAST_RECOGNISED * 100} % of ${leastCases} cases`,
        figure: `${recognised} of ${cases}`,
        holds: cases >= leastCases && recognised >= LEAST_RECOGNISED * cases,
      })),
    ...hostile.map(({ name, cpuMs }) => ({ name: `${name}: under a second`, figure: `${cpuMs.toFixed(0)} ms`, holds: cpuMs < MOST_MS })),
  ];
}
