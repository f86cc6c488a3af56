import { sectionChanges, type SectionChange } from '../../notice/coverage.ts';
import { comparison } from './comparison.ts';
import type { VersionFacts } from './input.ts';
import { continuedIn, ownersOf } from './section-groups.ts';

/** Everything that became of top-level sections between two versions. */
export function changesBetween(earlier: VersionFacts, later: VersionFacts): readonly SectionChange[] {
  return sectionChanges(earlier.sections, later.sections, comparison(earlier, later));
}

/**
 * Top-level sections that say something else in the later of two versions and that no item of its `changes` mentions: by an id of
 * the section or of one of its sub-sections. A section that went into another, as the redline shows or "retired" says, may be
 * mentioned by either.
 */
export function uncoveredChanges(earlier: VersionFacts, later: VersionFacts): readonly SectionChange[] {
  const mentioned = mentionedSections(later, earlier);
  const changes = changesBetween(earlier, later);
  const wentOn = changes.filter(({ kind }) => kind === 'removed').map(({ id }) => ({ id, into: continuedIn(id, later) }));
  const isTold = ({ kind, id, others }: SectionChange): boolean => {
    if ([id, ...others].some((one) => mentioned.has(one))) return true;
    if (kind === 'removed') return wentOn.some((one) => one.id === id && one.into !== undefined && mentioned.has(one.into));
    return kind === 'added' && wentOn.some((one) => one.into === id && mentioned.has(one.id));
  };
  const silent = changes.filter((change) => change.mustBeMentioned && !isTold(change));
  return silent.filter(({ id }, index) => silent.findIndex((other) => other.id === id) === index);
}

function mentionedSections(later: VersionFacts, earlier: VersionFacts): ReadonlySet<string> {
  const owners = [ownersOf(later.sections), ownersOf(earlier.sections)];
  return new Set(later.changes.flatMap(({ sections }) => sections.flatMap((id) => owners.flatMap((map) => map.get(id) ?? []))));
}
