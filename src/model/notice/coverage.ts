import type { FrozenSection } from '../frozen-version.ts';

/** What became of a top-level section from one version to the next. */
export type SectionChange =
  | { readonly kind: 'added'; readonly id: string; readonly heading?: string | undefined }
  | { readonly kind: 'removed'; readonly id: string; readonly heading?: string | undefined }
  | {
      readonly kind: 'kept';
      readonly id: string;
      readonly heading?: string | undefined;
      /** The heading it had before. */
      readonly earlierHeading?: string | undefined;
      /** Its words differ, heading included. */
      readonly isReworded: boolean;
      /** Its words are the same; where links lead, emphasis or the build of a table or list differ. */
      readonly isRebuilt: boolean;
      readonly isRenamed: boolean;
      /** It stands elsewhere among the sections that both versions have. */
      readonly isMoved: boolean;
    };

/**
 * Every top-level section that differs between two versions, told from ids, headings and digests alone: kept and added ones
 * in the later text's order, then removed ones in the earlier's. None when nothing differs. Input is not changed.
 *
 * Where sections changed places, as few as possible count as moved.
 */
export function sectionChanges(earlier: readonly FrozenSection[], later: readonly FrozenSection[]): readonly SectionChange[] {
  const before = new Map(earlier.map((section) => [section.id, section]));
  const after = new Set(later.map(({ id }) => id));
  const inPlace = sectionsInPlace(earlier, later);
  const there = later.flatMap((section): readonly SectionChange[] => {
    const { id, heading } = section;
    const old = before.get(id);
    if (!old) return [{ kind: 'added', id, heading }];
    const isReworded = old.words !== section.words;
    const isRebuilt = !isReworded && old.record !== section.record;
    const isRenamed = old.heading !== heading;
    const isMoved = !inPlace.has(id);
    if (!isReworded && !isRebuilt && !isRenamed && !isMoved) return [];
    return [{ kind: 'kept', id, heading, earlierHeading: old.heading, isReworded, isRebuilt, isRenamed, isMoved }];
  });
  const gone = earlier.filter(({ id }) => !after.has(id)).map(({ id, heading }): SectionChange => ({ kind: 'removed', id, heading }));
  return [...there, ...gone];
}

/** Whether a notice must mention it: a section that only stands elsewhere says what it said. */
export function mustBeMentioned(change: SectionChange): boolean {
  return change.kind !== 'kept' || change.isReworded || change.isRebuilt || change.isRenamed;
}

/** Ids of the longest run of common sections that stand in the same order in both texts. */
function sectionsInPlace(earlier: readonly FrozenSection[], later: readonly FrozenSection[]): ReadonlySet<string> {
  const places = new Map(earlier.map(({ id }, index) => [id, index]));
  // For every length, the run of that length that ends earliest; a section lengthens the longest run that ends before it.
  const runs: { readonly end: number; readonly ids: readonly string[] }[] = [];
  for (const { id } of later) {
    const end = places.get(id);
    if (end === undefined) continue;
    const shorter = runs.findLastIndex((run) => run.end < end);
    runs[shorter + 1] = { end, ids: [...(runs[shorter]?.ids ?? []), id] };
  }
  return new Set(runs.at(-1)?.ids);
}
