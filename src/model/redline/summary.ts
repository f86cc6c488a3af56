import type { ChangeKind } from './kinds.ts';
import type { Redline } from './redline.ts';
import { touchedSections } from './touched.ts';

/** A redline in figures. Sections are top-level ones, with everything that stands in them, footnotes too. */
export interface RedlineSummary {
  /** How many sections the new text has. */
  readonly sections: number;
  /** Sections of both texts that say something else, each counted once, however much of it differs. */
  readonly changed: number;
  /** Sections that came, split off ones apart. */
  readonly added: number;
  /** Sections that are gone, without those that went into another. */
  readonly removed: number;
  readonly split: number;
  readonly merged: number;
  /** Sections that stand elsewhere, by themselves. */
  readonly moved: number;
  readonly renamed: number;
  /** All changes, and how many of them are of each kind; a change can be of several. */
  readonly changes: number;
  readonly kinds: Readonly<Partial<Record<ChangeKind, number>>>;
  /** Changes in which nothing but quotation marks, dashes, spaces and the like differ. */
  readonly typographyOnly: number;
}

/** Counts what a redline shows. Input is not changed. */
export function redlineSummary(redline: Redline): RedlineSummary {
  const { sections, changes } = redline;
  const whole = sections.filter(({ depth, old, fresh }) => depth === 1 && (fresh ?? old)?.kind === 'section');
  const changed = new Set(
    touchedSections(redline).flatMap(({ isReworded, wholes }) =>
      isReworded ? wholes.flatMap(({ state, fresh }) => (state === 'kept' && fresh ? [fresh] : [])) : [],
    ),
  );
  const having = (kind: ChangeKind): number => whole.filter(({ kinds }) => kinds.includes(kind)).length;
  return {
    sections: redline.fresh.sections.length,
    changed: changed.size,
    added: having('added'),
    removed: having('removed'),
    split: having('split'),
    merged: having('merged'),
    moved: whole.filter(({ state }) => state === 'left').length,
    renamed: whole.filter(
      ({ state, heading }) => state === 'kept' && heading.some((part) => part.op === 'changed' && part.kinds.join() !== 'typography'),
    ).length,
    changes: changes.length,
    kinds: countedKinds(changes.map(({ kinds }) => kinds)),
    typographyOnly: changes.filter(({ kinds }) => kinds.every((kind) => kind === 'typography' || kind === 'heading')).length,
  };
}

function countedKinds(all: readonly (readonly ChangeKind[])[]): Readonly<Partial<Record<ChangeKind, number>>> {
  const counts: Partial<Record<ChangeKind, number>> = {};
  for (const kind of all.flat()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
