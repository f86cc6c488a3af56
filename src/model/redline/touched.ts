import type { FlatSection } from './flat.ts';
import type { ChangeKind } from './kinds.ts';
import type { Redline, RedlineSection } from './redline.ts';

/** A section of a redline, sub-sections apart, with something in it that differs. */
export interface TouchedSection {
  /** Its place in the redline. */
  readonly place: number;
  /** The top-level section that it is, or stands in, in either text. */
  readonly old?: FlatSection | undefined;
  readonly fresh?: FlatSection | undefined;
  /** Everything that differs in it. */
  readonly kinds: ReadonlySet<ChangeKind>;
  /** It says something else: more than its place, number, id or typography differs. */
  readonly isReworded: boolean;
  /** A sub-section that came from another top-level section. */
  readonly hasChangedOwner: boolean;
  /** The section that it was split off from or went into, by its place in the redline. */
  readonly other?: number | undefined;
}

// A section that stands elsewhere, is counted otherwise, has another id or other quotation marks says what it said. `heading` and
// `language` say where a difference lies; which one it is, the other kinds of the same change say.
const SAYING_THE_SAME: ReadonlySet<ChangeKind> = new Set(['moved', 'renumbered', 'anchor', 'typography', 'heading', 'language']);

/** Every section in which something differs, in the order of the redline. Input is not changed. */
export function touchedSections({ sections, changes }: Redline): readonly TouchedSection[] {
  const owners = new Owners(sections);
  const counted = new Map<number, (readonly ChangeKind[])[]>();
  for (const { kinds, section } of changes) counted.set(section, [...(counted.get(section) ?? []), kinds]);
  return sections.flatMap((section, place): readonly TouchedSection[] => {
    if (section.state === 'left') return [];
    const [old, fresh] = [section.old && owners.of('old', section.old), section.fresh && owners.of('fresh', section.fresh)];
    const all = [...(counted.get(place) ?? []).filter((kinds) => kinds.join() !== 'language'), ...section.rows.map(({ kinds }) => kinds)];
    const hasChangedOwner = old !== undefined && fresh !== undefined && owners.successor(old) !== fresh;
    if (all.every((kinds) => kinds.length === 0) && !hasChangedOwner) return [];
    const isReworded =
      hasChangedOwner ||
      section.rows.some(({ move }) => move !== undefined) ||
      all.some((kinds) => kinds.some((kind) => !SAYING_THE_SAME.has(kind)));
    return [{ place, old, fresh, kinds: new Set(all.flat()), isReworded, hasChangedOwner, other: section.other }];
  });
}

/** Which top-level section everything stands in. */
class Owners {
  readonly #sides: { readonly old: Map<number, FlatSection>; readonly fresh: Map<number, FlatSection> };
  readonly #successors = new Map<FlatSection, FlatSection>();

  constructor(sections: readonly RedlineSection[]) {
    this.#sides = { old: new Map(), fresh: new Map() };
    for (const { old, fresh } of sections) {
      if (old) this.#sides.old.set(old.index, old);
      if (fresh) this.#sides.fresh.set(fresh.index, fresh);
      if (old && fresh) this.#successors.set(old, fresh);
    }
  }

  of(side: 'old' | 'fresh', section: FlatSection): FlatSection {
    const above = section.parent === undefined ? undefined : this.#sides[side].get(section.parent);
    return above ? this.of(side, above) : section;
  }

  /** The top-level section of the new text in which one of the old text goes on. */
  successor(old: FlatSection): FlatSection | undefined {
    const next = this.#successors.get(old);
    return next && this.of('fresh', next);
  }
}
