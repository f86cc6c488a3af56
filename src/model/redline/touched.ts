import type { FlatSection } from './flat.ts';
import type { ChangeKind } from './kinds.ts';
import type { Redline, RedlineSection } from './redline.ts';

/** A top-level section of the new text, of the old one, or of both. */
export interface WholeSection {
  readonly state: 'added' | 'removed' | 'kept';
  readonly old?: FlatSection | undefined;
  readonly fresh?: FlatSection | undefined;
}

/** A section of a redline, sub-sections apart, with something in it that differs. */
export interface TouchedSection {
  /** Its place in the redline. */
  readonly place: number;
  /** The top-level section that it is or stands in; two for a sub-section that came from another one, the new one first. */
  readonly wholes: readonly WholeSection[];
  /** The top-level section that it was split off from or went into. */
  readonly other?: WholeSection | undefined;
  /** It says something else: more than its place, number, id or typography differs. */
  readonly isReworded: boolean;
}

// A section that stands elsewhere, is counted otherwise, has another id or other quotation marks says what it said. `heading` and
// `language` say where a difference lies; which one it is, the other kinds of the same change say.
const SAYING_THE_SAME: ReadonlySet<ChangeKind> = new Set(['moved', 'renumbered', 'anchor', 'typography', 'heading', 'language']);

/** Every section in which something differs, in the order of the redline. Input is not changed. */
export function touchedSections({ sections, changes }: Redline): readonly TouchedSection[] {
  const owners = new Owners(sections);
  const counted = Map.groupBy(changes, ({ section }) => section);
  return sections.flatMap((section, place): readonly TouchedSection[] => {
    if (section.state === 'left') return [];
    const own = (counted.get(place) ?? []).map(({ kinds }) => kinds).filter((kinds) => kinds.join() !== 'language');
    const kinds = [...own, ...section.rows.map((row) => row.kinds)].filter((list) => list.length > 0);
    const wholes = owners.wholesOf(section);
    if (kinds.length === 0 && wholes.length < 2) return [];
    const isReworded =
      wholes.length > 1 ||
      section.rows.some(({ move }) => move !== undefined) ||
      kinds.some((list) => list.some((kind) => !SAYING_THE_SAME.has(kind)));
    const other = section.other === undefined || section.isMoved ? undefined : sections[section.other];
    return [{ place, wholes, other: other && owners.wholesOf(other)[0], isReworded }];
  });
}

/** Which top-level section everything stands in. */
class Owners {
  readonly #sides: { readonly old: Map<number, FlatSection>; readonly fresh: Map<number, FlatSection> };
  readonly #successors = new Map<FlatSection, FlatSection>();
  readonly #predecessors = new Map<FlatSection, FlatSection>();

  constructor(sections: readonly RedlineSection[]) {
    this.#sides = { old: new Map(), fresh: new Map() };
    for (const { old, fresh } of sections) {
      if (old) this.#sides.old.set(old.index, old);
      if (fresh) this.#sides.fresh.set(fresh.index, fresh);
      if (!old || !fresh) continue;
      this.#successors.set(old, fresh);
      this.#predecessors.set(fresh, old);
    }
  }

  wholesOf({ old, fresh }: RedlineSection): readonly WholeSection[] {
    const was = old && this.#top('old', old);
    const is = fresh && this.#top('fresh', fresh);
    const next = was && this.#successors.get(was);
    const goesOn = next && this.#top('fresh', next);
    if (is && (!was || goesOn === is)) return [this.#whole(is, was ?? this.#predecessors.get(is))];
    return [...(is ? [this.#whole(is, this.#predecessors.get(is))] : []), this.#whole(goesOn, was)];
  }

  #whole(fresh: FlatSection | undefined, old: FlatSection | undefined): WholeSection {
    return { state: !fresh ? 'removed' : this.#predecessors.has(fresh) ? 'kept' : 'added', old, fresh };
  }

  #top(side: 'old' | 'fresh', section: FlatSection): FlatSection {
    const above = section.parent === undefined ? undefined : this.#sides[side].get(section.parent);
    return above ? this.#top(side, above) : section;
  }
}
