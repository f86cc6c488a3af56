import type { HrefOf } from '../../record/html-inline.ts';
import type { AttributeList } from '../../record/markup.ts';
import type { Row } from '../rows.ts';
import type { RedlineWords } from './words.ts';

/** What every part of a redline needs to know while it is written. */
export interface Writing {
  readonly words: RedlineWords;
  readonly href: HrefOf;
  /** Names the tables of the page, from their captions, each once. */
  readonly nameOf: (caption: string) => string;
  /** Id of the top-level section, whose footnotes are numbered for themselves. */
  readonly section: string;
  /** The words that are written stand in the old text alone: what they lead to is not on this page. */
  readonly isGone?: boolean | undefined;
  /** Everything around says already that these words are marked. */
  readonly isMarked?: boolean | undefined;
  /** Changes that have their id already: it stands on the first element that shows them. */
  readonly numbered: Set<number>;
  /** Number and other place of every moved row. */
  readonly moves: ReadonlyMap<Row, MovedRow>;
}

export interface MovedRow {
  readonly number: number;
  /** Names of the sections in which it stood and stands. */
  readonly from: string;
  readonly to: string;
  readonly isWithin: boolean;
}

/** The id of a change, on the first element that shows it. The frame's own ids begin with `_`. */
export function changeId(change: number | undefined, { numbered }: Writing): AttributeList {
  if (change === undefined || numbered.has(change)) return [];
  numbered.add(change);
  return [['id', changeAnchor(change)]];
}

export function changeAnchor(change: number): string {
  return `_c${change}`;
}
