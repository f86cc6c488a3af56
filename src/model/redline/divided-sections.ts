import type { FlatSection } from './flat.ts';
import type { SectionPairs } from './pair-sections.ts';
import { phrasesOf } from './section-likeness.ts';

/** So much of what a section says must stand in one of the other text for the two to belong together. */
const LEAST_PART = 0.5;
// Fewer words than these stand in any long section by chance.
const LEAST_PHRASES = 6;
/** A phrase that stands in more sections than these tells nothing about any of them. */
const MOST_SECTIONS = 40;

interface Dividing {
  readonly old: readonly FlatSection[];
  readonly fresh: readonly FlatSection[];
  readonly pairs: ReadonlyMap<number, number>;
  /** Makes a pair of two sections that have none. */
  readonly take: (a: FlatSection, b: FlatSection) => void;
}

/** What became of sections that have no counterpart: a part of one that goes on, or a whole that went into another. */
export function dividedSections({ old, fresh, pairs, take }: Dividing): Pick<SectionPairs, 'splits' | 'merges'> {
  const taken = new Map([...pairs].map(([a, b]) => [b, a]));
  const lone = fresh.filter(({ index }) => !taken.has(index));
  const gone = old.filter(({ index }) => !pairs.has(index));
  const splits = new Map<number, number>();
  const sourceOf = holders(old, neighbours(fresh, taken));
  for (const section of lone) {
    const source = sourceOf(section);
    if (!source) continue;
    // The first part of a section that has no counterpart yet continues it.
    if (pairs.has(source.index)) splits.set(section.index, source.index);
    else if (wordsIn(section) <= wordsIn(source)) {
      take(source, section);
      taken.set(section.index, source.index);
    }
  }
  const merges = new Map<number, number>();
  const targetOf = holders(fresh, neighbours(old, pairs));
  for (const section of gone) {
    const target = pairs.has(section.index) ? undefined : targetOf(section);
    if (!target) continue;
    if (taken.has(target.index)) merges.set(section.index, target.index);
    else if (wordsIn(section) <= wordsIn(target)) {
      take(section, target);
      taken.set(target.index, section.index);
    }
  }
  return { splits, merges };
}

function wordsIn({ rows }: FlatSection): number {
  return rows.reduce((sum, row) => sum + row.bag.size, 0);
}

/** The counterpart of the nearest section before each one that has one. */
function neighbours(sections: readonly FlatSection[], counterparts: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let before: number | undefined;
  for (const { index } of sections) {
    if (before !== undefined) found.set(index, before);
    before = counterparts.get(index) ?? before;
  }
  return found;
}

/** Finds the section that holds most of another: the one next to it where that holds enough, or the one that holds most. */
function holders(wholes: readonly FlatSection[], near: ReadonlyMap<number, number>): (part: FlatSection) => FlatSection | undefined {
  const index = new Map<string, { readonly whole: FlatSection; readonly count: number }[]>();
  for (const whole of wholes) {
    for (const [phrase, count] of phrasesOf(whole).counts) {
      const list = index.get(phrase);
      if (list) list.push({ whole, count });
      else index.set(phrase, [{ whole, count }]);
    }
  }
  return (part) => {
    const own = phrasesOf(part);
    if (own.size < LEAST_PHRASES) return undefined;
    const shared = new Map<FlatSection, number>();
    for (const [phrase, count] of own.counts) {
      const having = index.get(phrase) ?? [];
      if (having.length > MOST_SECTIONS) continue;
      for (const { whole, count: other } of having) shared.set(whole, (shared.get(whole) ?? 0) + Math.min(count, other));
    }
    const holding = [...shared].filter(([, count]) => count >= LEAST_PART * own.size).toSorted(([, a], [, b]) => b - a);
    return (holding.find(([whole]) => whole.index === near.get(part.index)) ?? holding[0])?.[0];
  };
}
