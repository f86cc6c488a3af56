/** Words of one line of the source. */
export interface Passage {
  readonly line: number;
  readonly text: string;
}

/** Words that the record lacks, has besides, or has in another place, with the one reason for all of them. */
export interface WordGroup {
  readonly reason: WordReason;
  readonly wordCount: number;
  readonly passages: readonly Passage[];
}

/** Something a person should look at: a decision the import made, or a fault of the text that it left as it is. */
export interface Remark {
  /** Permanent and searchable. */
  readonly rule: string;
  /** Line of the source, counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** Why words of the source are no part of the policy's text; `unexplained` is a fault of the import. */
export type DropReason =
  | 'archive-note'
  | 'attribute-list'
  | 'back-to-top'
  | 'comment'
  | 'contents-list'
  | 'control'
  | 'embedded'
  | 'field'
  | 'hidden'
  | 'image'
  | 'outside'
  | 'page-margin'
  | 'review-comment'
  | 'site-frame'
  | 'text-box'
  | 'title'
  | 'tracked-change';

export type WordReason = DropReason | 'moved' | 'unexplained';

/** What an import did, word for word. Plain data: it can be kept as JSON beside the draft. */
export interface Receipt {
  readonly file: string;
  /** What the numbers of lines count, where the source has none. */
  readonly unit?: 'paragraph' | undefined;
  readonly title: string;
  /** Top-level sections with a heading. */
  readonly sectionCount: number;
  readonly subsectionCount: number;
  readonly listItemCount: number;
  /** Words of the whole source, with what was left out on purpose. */
  readonly sourceWordCount: number;
  readonly recordWordCount: number;
  readonly lost: readonly WordGroup[];
  readonly added: readonly WordGroup[];
  /** Words that stand in another place than in the source; they are neither lost nor added. */
  readonly moved: readonly WordGroup[];
  readonly guesses: readonly Remark[];
  /** Faults of the text, reported and never corrected. */
  readonly oddities: readonly Remark[];
}

export function wordCount(groups: readonly WordGroup[]): number {
  return groups.reduce((sum, group) => sum + group.wordCount, 0);
}

export function unexplained(groups: readonly WordGroup[]): readonly WordGroup[] {
  return groups.filter((group) => group.reason === 'unexplained');
}
