import type { ChangeKind } from '../../../../src/model/redline/kinds.ts';
import type { Redline, RedlineSection } from '../../../../src/model/redline/redline.ts';
import { allSections, type PolicyRecord, type Section } from '../../../../src/model/record/record.ts';

/** A change made on purpose, and what a redline must say of it. */
export interface TruthCase {
  readonly old: PolicyRecord;
  readonly fresh: PolicyRecord;
  /** Words that a person would mark, old and new ones; what is moved is not marked. */
  readonly markedWords: number;
  /** What the redline fails to say, in words; `undefined` when it says what was done, where it was done. */
  readonly fault: (redline: Redline) => string | undefined;
}

/** The section of a redline that shows this section of the new (or old) text. */
export function shownSection(redline: Redline, side: 'old' | 'fresh', target: Section): RedlineSection | undefined {
  const place = allSections(redline[side]).indexOf(target);
  const shown = redline.sections
    .filter((one) => one.state !== 'left' && one[side]?.kind === 'section')
    .toSorted((a, b) => (a[side]?.index ?? 0) - (b[side]?.index ?? 0));
  return shown[place];
}

/** Whether a change of this kind is counted in this section. */
export function hasChange({ sections, changes }: Redline, section: RedlineSection | undefined, kind: ChangeKind): boolean {
  return changes.some((change) => sections[change.section] === section && change.kinds.includes(kind));
}

/** Kinds of structural change that a redline reports anywhere. */
export function structuralKinds({ changes }: Redline): readonly ChangeKind[] {
  const structural: readonly ChangeKind[] = ['moved', 'order', 'added', 'removed', 'split', 'merged', 'level', 'structure', 'renumbered'];
  return structural.filter((kind) => changes.some((change) => change.kinds.includes(kind)));
}

/** A fault when the redline reports structural changes besides these. */
export function onlyKinds(redline: Redline, ...kinds: readonly ChangeKind[]): string | undefined {
  const others = structuralKinds(redline).filter((kind) => !kinds.includes(kind));
  return others.length > 0 ? `also reports ${others.join(', ')}` : undefined;
}
