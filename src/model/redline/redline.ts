import type { PolicyRecord } from '../record/record.ts';
import { arrangeSections, type ArrangedSection } from './arrange.ts';
import { ChangeCounter, type RedlineChange } from './change-counter.ts';
import { commonDepth } from './containers.ts';
import { definedTerms } from './defined-terms.ts';
import { flatSections } from './flat.ts';
import type { ChangeKind } from './kinds.ts';
import { mergeRows, type MergedRow } from './merge-rows.ts';
import { pairRows } from './pair-rows.ts';
import { pairSections, type SectionPairs } from './pair-sections.ts';
import type { RedlineRow } from './marked.ts';
import { RowMarker } from './redline-row.ts';
import { redlineTable } from './redline-table.ts';
import { headingSegments, type MarkedSegment } from './segments.ts';

/** One section of the redline, its sub-sections apart: they follow with a greater depth. */
export interface RedlineSection extends ArrangedSection {
  /** Of the heading without its label; none on words that stand without a heading. */
  readonly heading: readonly MarkedSegment[];
  /** Change of the section as a whole: added, removed, moved, split off, merged, another level, label or id. */
  readonly change?: number | undefined;
  readonly kinds: readonly ChangeKind[];
  /** The section, by its place in the redline, that it was split off from or went into, or that stands at its other place. */
  readonly other?: number | undefined;
  readonly rows: readonly RedlineRow[];
}

/** Two texts as one, with everything that differs marked. */
export interface Redline {
  readonly old: PolicyRecord;
  readonly fresh: PolicyRecord;
  /** In the order of the new text; what is gone stands where it stood. */
  readonly sections: readonly RedlineSection[];
  /** In reading order, numbered from 1. None when the two texts do not differ in anything that a digest holds. */
  readonly changes: readonly RedlineChange[];
}

export interface RedlineOptions {
  /** Whether the same section id means the same section, as it does in texts with permanent ids; true when left out. */
  readonly byId?: boolean | undefined;
}

/**
 * Compares two texts: sections by id, then by content; rows within and across sections; words within rows. Pure: input is not
 * changed, same input, same redline.
 *
 * Promises: without what is added, in the order of the old places, it says the old text; without what is removed, the new one.
 * It has a change if, and only if, the structure texts of the two differ.
 */
export function redline(old: PolicyRecord, fresh: PolicyRecord, { byId = true }: RedlineOptions = {}): Redline {
  const before = flatSections(old);
  const after = flatSections(fresh);
  const pairs = pairSections(before, after, { byId });
  const rows = pairRows(before, after, pairs);
  const merged = new Map(rows.groups.flatMap((group) => [...mergeRows(group, rows)]));
  const arranged = arrangeSections(before, after, pairs);
  const counter = new ChangeCounter();
  const terms = new Set([...definedTerms(old), ...definedTerms(fresh)]);
  const marker = new RowMarker({ counter, terms, moves: rows, lang: fresh.lang, tableOf: redlineTable });
  const places = { old: placesOf(arranged, 'old'), fresh: placesOf(arranged, 'fresh'), left: leftPlaces(arranged) };
  const sections = arranged.map((section, place): RedlineSection => {
    const counted = counter.count;
    const isSpokenOtherwise = place === 0 && (old.lang !== fresh.lang || old.dir !== fresh.dir);
    const kinds: readonly ChangeKind[] = [...(isSpokenOtherwise ? (['language'] as const) : []), ...wholeKinds(section, pairs)];
    const change = kinds.length > 0 ? counter.add(kinds, place) : undefined;
    const isWhole = section.state === 'added' || section.state === 'removed';
    const heading = headingSegments(section, { counter, terms, place, isWhole });
    const shown = section.fresh ?? section.old;
    const own = section.state === 'left' || !shown ? [] : (merged.get(shown) ?? []);
    const marked = own.map((row) => marker.mark(row, { place, whole: isWhole ? change : undefined }));
    const base = { ...section, heading, other: otherPlace(section, pairs, places), rows: marked };
    if (counter.count > counted || !isRebuilt(section, own)) return { ...base, change, kinds };
    return { ...base, change: counter.add(['structure'], place), kinds: ['structure'] };
  });
  return { old, fresh, sections, changes: counter.changes };
}

function placesOf(arranged: readonly ArrangedSection[], side: 'old' | 'fresh'): ReadonlyMap<number, number> {
  return new Map(
    arranged.flatMap((section, place) => {
      const own = section.state === 'left' ? undefined : section[side];
      return own ? [[own.index, place] as const] : [];
    }),
  );
}

/** Where the places stand that moved sections have left. */
function leftPlaces(arranged: readonly ArrangedSection[]): ReadonlyMap<number, number> {
  return new Map(arranged.flatMap(({ state, old }, place) => (state === 'left' && old ? [[old.index, place] as const] : [])));
}

/** What happened to a section as a whole. The place that a moved one has left is no change of its own. */
function wholeKinds({ state, old, fresh, isMoved, depth }: ArrangedSection, { splits, merges }: SectionPairs): readonly ChangeKind[] {
  if (state === 'left') return [];
  if (state === 'added') return fresh && splits.has(fresh.index) ? ['split'] : ['added'];
  if (state === 'removed') return old && merges.has(old.index) ? ['merged'] : ['removed'];
  const kinds: ChangeKind[] = isMoved ? ['moved'] : [];
  if (old && fresh) {
    if (old.label !== fresh.label) kinds.push('renumbered');
    if (old.depth !== depth) kinds.push('level');
    if (old.id !== fresh.id) kinds.push('anchor');
  }
  return kinds;
}

/** Whether a section that says the same is built otherwise, in a way that no row shows: one list has become two, for instance. */
function isRebuilt({ state, old, fresh }: ArrangedSection, rows: readonly MergedRow[]): boolean {
  if (state !== 'kept' || old?.structure === fresh?.structure) return false;
  const isWhole = rows.length === old?.rows.length && rows.every((row) => row.state === 'kept' && !row.move && !row.join);
  // Where words came from or went to other sections, only rows that stand next to each other in both texts can tell.
  return isWhole || rows.some((row, index) => isRegrouped(rows[index - 1], row));
}

function isRegrouped(above: MergedRow | undefined, row: MergedRow): boolean {
  if (!above?.old || !above.fresh || !row.old || !row.fresh) return false;
  return commonDepth(above.old.path, row.old.path) !== commonDepth(above.fresh.path, row.fresh.path);
}

function otherPlace(
  { state, old, fresh, isMoved }: ArrangedSection,
  { splits, merges }: SectionPairs,
  places: {
    readonly old: ReadonlyMap<number, number>;
    readonly fresh: ReadonlyMap<number, number>;
    readonly left: ReadonlyMap<number, number>;
  },
): number | undefined {
  if (state === 'left') return fresh && places.fresh.get(fresh.index);
  if (state === 'added' && fresh) return places.old.get(splits.get(fresh.index) ?? -1);
  if (state === 'removed' && old) return places.fresh.get(merges.get(old.index) ?? -1);
  return isMoved && old ? places.left.get(old.index) : undefined;
}
