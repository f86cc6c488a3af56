import type { SectionChange } from '../../notice/coverage.ts';
import type { ChangeKind } from '../../redline/kinds.ts';
import { touchedSections } from '../../redline/touched.ts';
import { comparison } from './comparison.ts';
import type { VersionFacts } from './input.ts';
import { changesBetween, uncoveredChanges } from './uncovered.ts';

/** A top-level section that differs from the version before, as those who write the notice need to see it. */
export interface ChangedSection extends SectionChange {
  /** How many changes the redline marks in it; 1 where its words cannot be read any more. */
  readonly changeCount: number;
  /** What they are, each kind once, in the order in which they occur. */
  readonly kinds: readonly ChangeKind[];
  /** Whether the notice tells of it; `not-needed` when it says what it said. */
  readonly told: 'yes' | 'no' | 'not-needed';
}

/** Every top-level section in which something differs, in the order of the redline. Input is not changed. */
export function changedSections(earlier: VersionFacts, later: VersionFacts): readonly ChangedSection[] {
  const untold = new Set(uncoveredChanges(earlier, later).map(({ id }) => id));
  const marked = kindsById(earlier, later);
  const changes = changesBetween(earlier, later);
  return [...Map.groupBy(changes, ({ id }) => id).values()].flatMap(([change, ...more]) => {
    if (!change) return [];
    const mustBeMentioned = [change, ...more].some((one) => one.mustBeMentioned);
    const kinds = marked.get(change.id) ?? [];
    return {
      ...change,
      mustBeMentioned,
      changeCount: Math.max(1, kinds.length),
      kinds: [...new Set(kinds.flat())],
      told: untold.has(change.id) ? 'no' : mustBeMentioned ? 'yes' : 'not-needed',
    };
  });
}

/** The kinds of every change, by the top-level section in which it stands. */
function kindsById(earlier: VersionFacts, later: VersionFacts): ReadonlyMap<string, readonly (readonly ChangeKind[])[]> {
  const compared = comparison(earlier, later);
  const found = new Map<string, (readonly ChangeKind[])[]>();
  for (const { place, wholes } of touchedSections(compared)) {
    const [whole] = wholes;
    const id = (whole?.fresh ?? whole?.old)?.id;
    if (id === undefined) continue;
    const own = compared.changes.filter(({ section }) => section === place).map(({ kinds }) => kinds);
    found.set(id, [...(found.get(id) ?? []), ...own]);
  }
  return found;
}
