import { redline } from '../../../../src/model/redline/redline.ts';
import type { PolicyRecord } from '../../../../src/model/record/record.ts';
import { countMarks, markedLines } from '../marked-lines.ts';
import { redlineText } from '../terminal.ts';
import { Chance } from './edit-record.ts';
import { listReordered, paragraphMoved, paragraphSplit, tableRowAdded } from './rows-changed.ts';
import {
  sectionLevelChanged,
  sectionMoved,
  sectionRenamed,
  sectionRenamedAndMoved,
  sectionSplit,
  sectionsMerged,
  type EditWord,
  type SectionChange,
} from './sections.ts';
import { dateChanged, editSomeWord, linkTargetChanged, modalChanged, notInserted, notRemoved, numberChanged } from './words-changed.ts';

export const TRUTHS: Readonly<Record<string, SectionChange>> = {
  'section moved': sectionMoved,
  'section renamed': sectionRenamed,
  'section renamed and moved': sectionRenamedAndMoved,
  'section split': sectionSplit,
  'sections merged': sectionsMerged,
  'section level changed': sectionLevelChanged,
  'paragraph moved and edited': paragraphMoved,
  'paragraph split': paragraphSplit,
  'number changed': numberChanged,
  'date changed': dateChanged,
  '"not" inserted': notInserted,
  '"not" removed': notRemoved,
  'modal verb changed': modalChanged,
  'list reordered': listReordered,
  'table row added': tableRowAdded,
  'link target changed': linkTargetChanged,
};

export interface TruthScore {
  readonly kind: string;
  readonly cases: number;
  readonly recognised: number;
  /** Marked words that nobody changed, over all cases. */
  readonly needless: number;
  readonly failures: readonly string[];
}

/** How many failures of a kind are told in full. */
const MOST_TOLD = 8;
/** So often is a text tried again before a kind has as many cases as it can get. */
const MOST_ROUNDS = 40;

/**
 * What the redline makes of changes that were made on purpose, every other one together with the change of a word in the same section.
 * A case is recognised when the right kind is reported at the right place and not a word too many is marked.
 */
export function truthScore(kind: string, texts: readonly PolicyRecord[], wanted: number): TruthScore {
  const change = TRUTHS[kind];
  if (!change) throw new RangeError(`No change is called ${kind}.`);
  const chance = new Chance(20_160_526);
  const none: EditWord = (section) => ({ section, markedWords: 0 });
  const failures: string[] = [];
  let [cases, needless, missed] = [0, 0, 0];
  for (let round = 0; round < MOST_ROUNDS && cases < wanted; round++) {
    for (const text of shuffled(texts, chance)) {
      if (cases >= wanted) break;
      const made = change(text, chance, cases % 2 === 0 ? none : editSomeWord(chance));
      if (!made) continue;
      cases++;
      const compared = redline(made.old, made.fresh, { byId: false });
      const marked = countMarks(markedLines({ ...compared, sections: withoutMoves(compared.sections) }), text.lang).words;
      const extra = Math.max(0, marked - made.markedWords);
      needless += extra;
      const fault = made.fault(compared) ?? (extra > 0 ? `marks ${extra} words too many` : undefined);
      if (fault === undefined) continue;
      missed++;
      if (failures.length < MOST_TOLD) failures.push(`${kind}: ${fault}\n${redlineText(compared)}`);
    }
  }
  return { kind, cases, recognised: cases - missed, needless, failures };
}

function shuffled<T>(list: readonly T[], chance: Chance): readonly T[] {
  return list
    .map((one) => [chance.below(1_000_000), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
}

type Sections = ReturnType<typeof redline>['sections'];

/** What is moved is no marked word here: the case says itself that it must be seen to move. */
function withoutMoves(sections: Sections): Sections {
  return sections.map((section) => ({
    ...section,
    isMoved: false,
    isAlong: false,
    rows: section.rows.flatMap((row) => (row.move && row.state === 'removed' ? [] : [{ ...row, move: undefined }])),
  }));
}
