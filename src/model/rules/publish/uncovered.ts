import { mustBeMentioned, sectionChanges, type SectionChange } from '../../notice/coverage.ts';
import type { VersionFacts } from './input.ts';
import { continuedIn, ownersOf } from './section-groups.ts';

/**
 * Top-level sections that differ between two versions and that no item of the later one's `changes` mentions: by its own id
 * or that of one of its sub-sections. A section that went into another, as "retired" says, may be mentioned by either.
 */
export function uncoveredChanges(earlier: VersionFacts, later: VersionFacts): readonly SectionChange[] {
  const mentioned = mentionedSections(later, earlier);
  const changes = sectionChanges(earlier.sections, later.sections);
  const wentOn = changes.filter(({ kind }) => kind === 'removed').map(({ id }) => ({ id, into: continuedIn(id, later) }));
  const isTold = ({ kind, id }: SectionChange): boolean => {
    if (mentioned.has(id)) return true;
    if (kind === 'removed') return wentOn.some((one) => one.id === id && one.into !== undefined && mentioned.has(one.into));
    return kind === 'added' && wentOn.some((one) => one.into === id && mentioned.has(one.id));
  };
  return changes.filter((change) => mustBeMentioned(change) && !isTold(change));
}

function mentionedSections(later: VersionFacts, earlier: VersionFacts): ReadonlySet<string> {
  const owners = [ownersOf(later.sections), ownersOf(earlier.sections)];
  return new Set(later.changes.flatMap(({ sections }) => sections.flatMap((id) => owners.flatMap((map) => map.get(id) ?? []))));
}
