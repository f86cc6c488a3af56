import type { Finding } from '../../finding.ts';
import { mustBeMentioned, sectionChanges, type SectionChange } from '../../notice/coverage.ts';
import { sectionName } from '../wording.ts';
import type { PublishInput, VersionFacts } from './input.ts';
import { refusal } from './refusal.ts';
import { continuedIn, ownersOf } from './section-groups.ts';

/**
 * Every top-level section that differs is mentioned by an item of `changes`: by its own id or that of one of its
 * sub-sections. A section that went into another, as "retired" says, may be mentioned by either.
 */
export function changesCover({ draft, previous }: PublishInput): readonly Finding[] {
  if (!previous) return [];
  const mentioned = mentionedSections(draft, previous);
  const changes = sectionChanges(previous.sections, draft.sections);
  const wentOn = changes.filter(({ kind }) => kind === 'removed').map(({ id }) => ({ id, into: continuedIn(id, draft) }));
  const isTold = ({ kind, id }: SectionChange): boolean => {
    if (mentioned.has(id)) return true;
    if (kind === 'removed') return wentOn.some((one) => one.id === id && one.into !== undefined && mentioned.has(one.into));
    return kind === 'added' && wentOn.some((one) => one.into === id && mentioned.has(one.id));
  };
  return changes
    .filter((change) => mustBeMentioned(change) && !isTold(change))
    .map((change) => {
      const what = change.kind === 'kept' ? 'differs from' : change.kind === 'added' ? 'is not in' : 'is gone; it stood in';
      const message =
        `The section ${sectionName(change)} ${what} ${previous.version}, and no item of "changes" mentions it. ` +
        `Add "${change.id}" to the sections of the item that explains it, or add an item.`;
      return refusal(draft, 'changes-cover', message, ['changes']);
    });
}

function mentionedSections(draft: VersionFacts, previous: VersionFacts): ReadonlySet<string> {
  const owners = [ownersOf(draft.sections), ownersOf(previous.sections)];
  return new Set(draft.changes.flatMap(({ sections }) => sections.flatMap((id) => owners.flatMap((map) => map.get(id) ?? []))));
}
