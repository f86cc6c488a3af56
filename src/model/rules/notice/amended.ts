import { sortFindings, type Finding, type Place } from '../../finding.ts';
import type { NoticeText } from '../../frozen-version.ts';
import { changesOrphan } from '../publish/changes-orphan.ts';
import { impactAndChoices } from '../publish/impact-and-choices.ts';
import type { PublishInput, VersionFacts } from '../publish/input.ts';
import { uncoveredChanges } from '../publish/uncovered.ts';
import { sectionName } from '../wording.ts';

export interface AmendedInput {
  readonly notice: NoticeText;
  /** As it was posted, with its first notice. */
  readonly version: VersionFacts;
  /** The version that the notice compares it with. */
  readonly previous?: VersionFacts | undefined;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/**
 * Everything that stands against an amended notice: it may tell of more than the first, and of nothing less; it names only
 * sections that changed; and of a material change it says what it means.
 */
export function amendedFindings({ notice, version, previous, placeOf }: AmendedInput): readonly Finding[] {
  const amended: VersionFacts = { ...version, ...notice };
  const leftBefore = new Set(previous ? uncoveredChanges(previous, version).map(({ id }) => id) : []);
  const lost = previous ? uncoveredChanges(previous, amended).filter(({ id }) => !leftBefore.has(id)) : [];
  const input: Pick<PublishInput, 'draft' | 'previous'> = { draft: { ...amended, file: '', placeOf }, previous };
  return sortFindings([
    ...lost.map((change): Finding => {
      const message = `The first notice of ${version.version} tells of the section ${sectionName(change)}, and the amended one does not. An amended notice may add, never leave out: name "${change.id}" in the item that explains it.`;
      return { rule: 'amended-leaves-out', severity: 'error', place: placeOf(['changes']), message };
    }),
    ...changesOrphan(input),
    ...impactAndChoices(input),
  ]);
}
