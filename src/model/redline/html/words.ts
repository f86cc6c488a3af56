import type { SummaryWords } from '../summary-words.ts';

/** The words that a redline itself says, in one language; `{name}` is filled in. Plain data, so that a page can hand them to a script. */
export interface RedlineWords extends SummaryWords {
  readonly documentTitle: string;
  /** Said to a screen reader in front of marked words. */
  readonly inserted: string;
  readonly deleted: string;
  readonly relinked: string;
  readonly restyled: string;
  readonly rebuilt: string;
  readonly movedFrom: string;
  readonly movedTo: string;
  readonly movedWithin: string;
  readonly reordered: string;
  readonly sectionAdded: string;
  readonly sectionRemoved: string;
  readonly sectionMoved: string;
  readonly sectionLeft: string;
  readonly splitFrom: string;
  readonly mergedInto: string;
  readonly levelUp: string;
  readonly levelDown: string;
  readonly oldId: string;
  readonly language: string;
  readonly unchanged: string;
  readonly typographyOnly: string;
  readonly oneChange: string;
  readonly manyChanges: string;
  readonly previousChange: string;
  readonly nextChange: string;
  readonly table: string;
  readonly tableNamed: string;
  /** Name of words that stand before the first heading, and of a text without headings. */
  readonly preamble: string;
  readonly footnotes: string;
}
