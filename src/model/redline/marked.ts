import type { Cell } from '../record/record.ts';
import type { ChangeKind } from './kinds.ts';
import type { MergedRow } from './merge-rows.ts';
import type { MarkedSegment } from './segments.ts';

/** A row of the redline. */
export interface RedlineRow extends MergedRow {
  /** Its words. Those of a moved row are marked at its new place; at its old one they stand as they were. */
  readonly segments: readonly MarkedSegment[];
  /** Of a table that both texts have and that differs. */
  readonly table?: RedlineTable | undefined;
  /** Change of the row as a whole: it came, went, moved, or stands in something else. */
  readonly change?: number | undefined;
  readonly kinds: readonly ChangeKind[];
  /** The label that it had before, where that differs. */
  readonly oldLabel?: string | undefined;
}

/** A cell of both tables or of one, with what it holds. */
export interface RedlineCell {
  readonly state: 'kept' | 'added' | 'removed';
  /** The new one where there is one: header, alignment and spans are those that readers see. */
  readonly cell: Cell;
  readonly rows: readonly RedlineRow[];
  readonly change?: number | undefined;
}

export interface RedlineTableRow {
  readonly state: 'kept' | 'added' | 'removed';
  readonly part: 'head' | 'body';
  readonly cells: readonly RedlineCell[];
  readonly change?: number | undefined;
}

/** Two tables as one: rows and columns that came or went, and the words in the cells of the others. */
export interface RedlineTable {
  readonly caption: readonly MarkedSegment[];
  readonly rows: readonly RedlineTableRow[];
  readonly isMarked: boolean;
}
