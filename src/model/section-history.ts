import { headingLabel } from './record/section-id.ts';

/** A version as far as the history of its sections needs it: `version.json` has all of it. */
export interface SectionedVersion {
  readonly name: string;
  /** Top-level sections with the digests of their words and of everything else about them. */
  readonly sections: readonly {
    readonly id: string;
    readonly heading?: string | undefined;
    readonly words?: string | undefined;
    readonly record?: string | undefined;
  }[];
  readonly retired: Readonly<Record<string, string | null>>;
}

/** What a version did to a section. */
export interface SectionStep {
  readonly version: string;
  /** `rebuilt`: the same words with other links, emphasis or tables; `back`: there again after it was gone. */
  readonly kind: 'first' | 'changed' | 'rebuilt' | 'gone' | 'back';
  /** The heading that it had until then, where that differs in more than its number. */
  readonly earlierHeading?: string | undefined;
  /** Of one that is gone: the section in which its words go on; `null` when they do not, absent when nothing says so. */
  readonly into?: string | null | undefined;
  /** Of a new one: sections that it continues. */
  readonly continues?: readonly string[] | undefined;
}

export interface SectionHistory {
  readonly id: string;
  /** As the last text that has it calls it. */
  readonly heading?: string | undefined;
  /** Whether the last of the versions has it. */
  readonly isThere: boolean;
  /** In the order of the versions; the first is always `first`. */
  readonly steps: readonly SectionStep[];
}

/**
 * The life of every top-level section that one of some versions has, told from digests alone: those of the last version in its order,
 * then those that are gone, the last gone first. `versions` stand in the order in which they govern. Input is not changed.
 *
 * A version without sections had its words removed: nothing is known of it, and the one before it is compared with the one after.
 */
export function sectionHistories(versions: readonly SectionedVersion[]): readonly SectionHistory[] {
  const known = versions.filter(({ sections }) => sections.length > 0);
  const ids = new Set(known.toReversed().flatMap(({ sections }) => sections.map(({ id }) => id)));
  return [...ids].map((id): SectionHistory => {
    const last = known.findLast((version) => sectionIn(version, id));
    return {
      id,
      heading: last && sectionIn(last, id)?.heading,
      isThere: last !== undefined && last === known.at(-1),
      steps: known.flatMap((version, index) => stepIn(version, id, known.slice(0, index)) ?? []),
    };
  });
}

function stepIn(version: SectionedVersion, id: string, before: readonly SectionedVersion[]): SectionStep | undefined {
  const { name } = version;
  const now = sectionIn(version, id);
  const previous = before.at(-1);
  const was = previous && sectionIn(previous, id);
  if (!now) return was && { version: name, kind: 'gone', into: Object.hasOwn(version.retired, id) ? version.retired[id] : undefined };
  const last = before.findLast((earlier) => sectionIn(earlier, id));
  const old = last && sectionIn(last, id);
  if (!old) {
    const continues = Object.keys(version.retired).filter(
      (former) => version.retired[former] === id && before.some((earlier) => sectionIn(earlier, former)),
    );
    return { version: name, kind: 'first', continues: continues.length > 0 ? continues : undefined };
  }
  const earlierHeading = unnumbered(old.heading) === unnumbered(now.heading) ? undefined : old.heading;
  if (!was) return { version: name, kind: 'back', earlierHeading };
  if (was.words !== now.words) return { version: name, kind: 'changed', earlierHeading };
  return was.record === now.record ? undefined : { version: name, kind: 'rebuilt' };
}

function sectionIn({ sections }: SectionedVersion, id: string): SectionedVersion['sections'][number] | undefined {
  return sections.find((section) => section.id === id);
}

function unnumbered(heading: string | undefined): string | undefined {
  return heading && headingLabel(heading).rest;
}
