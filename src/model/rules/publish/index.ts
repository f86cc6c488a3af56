import { sortFindings, type Finding } from '../../finding.ts';
import { anchorLost } from './anchor-lost.ts';
import { approvalDigest } from './approval-digest.ts';
import { changesCover } from './changes-cover.ts';
import { changesOrphan } from './changes-orphan.ts';
import { changesUnfinished } from './changes-unfinished.ts';
import { correctsUnknown } from './corrects-unknown.ts';
import { dateMovedNoChange } from './date-moved-no-change.ts';
import { impactAndChoices } from './impact-and-choices.ts';
import type { PublishInput } from './input.ts';
import { materialityInitial } from './materiality-initial.ts';
import { materialityMissing } from './materiality-missing.ts';
import { materialityUnderstated } from './materiality-understated.ts';
import { nextCovered } from './next-covered.ts';
import { ownPromiseNotice } from './own-promise-notice.ts';
import { postedAfterEffective } from './posted-after-effective.ts';
import { promiseLowered } from './promise-lowered.ts';
import { retiredAfter } from './retired-after.ts';
import { summaryMissing } from './summary-missing.ts';
import { supersedesUnknown } from './supersedes-unknown.ts';
import { versionNameTaken } from './version-name-taken.ts';

/** One rule of publishing: no findings when it is kept. */
type PublishRule = (input: PublishInput) => readonly Finding[];

/** What holds for every text that enters the ledger. */
const OF_EVERY_TEXT: readonly PublishRule[] = [
  versionNameTaken,
  supersedesUnknown,
  correctsUnknown,
  retiredAfter,
  dateMovedNoChange,
  anchorLost,
];

/** What holds besides for a text that readers see here first. */
const OF_A_CHANGE: readonly PublishRule[] = [
  approvalDigest,
  materialityMissing,
  materialityInitial,
  materialityUnderstated,
  summaryMissing,
  impactAndChoices,
  changesCover,
  changesOrphan,
  changesUnfinished,
  nextCovered,
  promiseLowered,
  ownPromiseNotice,
  postedAfterEffective,
];

/**
 * Everything that stands against publishing a draft on a day; none when it may be published. Input is not changed, and the
 * order in which it lists sections' mentions, earlier versions or attestations changes nothing.
 *
 * @throws RangeError when a zone does not exist, or a promised day lies beyond the year 9999
 */
export function publishFindings(input: PublishInput): readonly Finding[] {
  const rules = input.isImport ? OF_EVERY_TEXT : [...OF_EVERY_TEXT, ...OF_A_CHANGE];
  return sortFindings(rules.flatMap((rule) => rule(input)));
}
