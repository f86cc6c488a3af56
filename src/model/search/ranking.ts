import type { Found, IndexHit } from './found.ts';
import type { Lookup } from './lookup.ts';
import type { Term } from './query.ts';

// A word that stands for the typed one is a guess of ours.
const OTHER = 0.8;

/**
 * How much the words of a heading weigh beside those of the text: of the section's own, of those it stands in, of the policy’s title.
 * What is kept beside the words weighs nothing.
 */
export const HEADING_WEIGHTS = { title: 2.5, within: 1.5, policy: 0.5, at: 0 } as const;

/**
 * Records that say something of what is asked, best first; those with equal scores in the order of their ids.
 *
 * An index by itself wants every word of a question to be there, which few questions in plain words survive. So each term is
 * asked for by itself; a record's score is the sum of what its terms weigh, the more so the more of them it has.
 */
export async function rank(terms: readonly Term[], lookup: Lookup): Promise<readonly Found[]> {
  const found = await Promise.all(terms.map((term) => matchesOf(term, lookup)));
  const told = found.filter((matches) => matches.size > 0);
  const ids = new Set(told.flatMap((matches) => [...matches.keys()]));
  const ranked = [...ids].flatMap((id) => foundOf(id, told));
  return ranked.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

interface Weighed {
  readonly score: number;
  readonly asked: readonly string[];
  readonly hits: readonly IndexHit[];
  readonly isGuess: boolean;
}

function foundOf(id: string, told: readonly ReadonlyMap<string, Weighed>[]): readonly Found[] {
  const own = told.flatMap((matches) => matches.get(id) ?? []);
  const hits = own.flatMap((one) => one.hits);
  const [first] = hits;
  if (!first) return [];
  const sum = own.reduce((total, { score }) => total + score, 0);
  return [
    {
      id,
      score: (sum * own.length) / told.length,
      asked: own.flatMap(({ asked }) => asked),
      places: [...new Set(hits.flatMap(({ words }) => words))].toSorted((a, b) => a - b),
      isGuess: own.every(({ isGuess }) => isGuess),
      read: first.data,
    },
  ];
}

/** What the index has for a term: the best of its words counts, all of them are told. */
async function matchesOf(term: Term, lookup: Lookup): Promise<ReadonlyMap<string, Weighed>> {
  const ways = [{ words: term.typed, weight: 1 }, ...term.others.map((words) => ({ words, weight: OTHER }))];
  const answers = await Promise.all(ways.map(async (way) => ({ ...way, matches: await lookup(way.words) })));
  const best = new Map<string, Weighed>();
  for (const { words, weight, matches } of answers) {
    for (const match of matches) {
      // What a reader means by a word of ours is not for the index to guess.
      if (match.isGuess && words !== term.typed) continue;
      const before = best.get(match.hit.id);
      best.set(match.hit.id, {
        score: Math.max(before?.score ?? 0, match.hit.score * match.weight * weight),
        asked: [...(before?.asked ?? []), words],
        hits: [...(before?.hits ?? []), match.hit],
        isGuess: match.isGuess && (before?.isGuess ?? true),
      });
    }
  }
  return best;
}
