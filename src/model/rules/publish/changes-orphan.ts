import type { Finding } from '../../finding.ts';
import type { PublishInput, VersionFacts } from './input.ts';
import { refusal } from './refusal.ts';
import { continuedIn, ownersOf } from './section-groups.ts';
import { changesBetween } from './uncovered.ts';

/** Whatever an item of `changes` names has changed: a notice that speaks of untouched sections misleads as well. */
export function changesOrphan({ draft, previous }: Pick<PublishInput, 'draft' | 'previous'>): readonly Finding[] {
  const here = ownersOf(draft.sections);
  const before = ownersOf(previous?.sections ?? []);
  const changed = changedSections(draft, previous);
  return draft.changes.flatMap((change, index) =>
    [...new Set(change.sections)].flatMap((id): readonly Finding[] => {
      const owners = [here.get(id), before.get(id)].filter((owner) => owner !== undefined);
      if (owners.some((owner) => changed.has(owner))) return [];
      const fault = owners.length === 0 ? 'does not exist' : `says the same as in ${previous?.version ?? 'the version before'}`;
      const message = `Item ${index + 1} of "changes" names the section "${id}", which ${fault}. Write the id of the section that changes, or leave it out.`;
      return [refusal(draft, 'changes-orphan', message, ['changes', index, 'sections'])];
    }),
  );
}

/** Everything that items may name: what differs or stands elsewhere, and what continues a section that is gone. */
function changedSections(draft: VersionFacts, previous: VersionFacts | undefined): ReadonlySet<string> {
  if (!previous) return new Set(draft.sections.map(({ id }) => id));
  const changes = changesBetween(previous, draft);
  const continuing = changes.flatMap(({ kind, id }) => (kind === 'removed' ? (continuedIn(id, draft) ?? []) : []));
  return new Set([...changes.flatMap(({ id, others }) => [id, ...others]), ...continuing]);
}
