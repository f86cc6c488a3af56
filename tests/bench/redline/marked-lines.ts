import type { RedlineRow } from '../../../src/model/redline/marked.ts';
import type { Redline, RedlineSection } from '../../../src/model/redline/redline.ts';
import type { MarkedSegment } from '../../../src/model/redline/segments.ts';
import type { Token } from '../../../src/model/redline/token.ts';
import { textOf, wordsOf } from './words.ts';

/** A stretch of a line: words that stay (equal on both sides), or a mark, of which one side may be empty. */
export interface Part {
  readonly old: string;
  readonly fresh: string;
  readonly isMarked: boolean;
}

/** A heading, paragraph or item with its marks, by whatever method they were made. */
export interface MarkedLine {
  readonly parts: readonly Part[];
  /** Its words stand at another place: what is equal on both sides is counted at both ends. */
  readonly isMoved: boolean;
}

export function markedLines(redline: Redline): readonly MarkedLine[] {
  return redline.sections.flatMap((section) => {
    const isMoved = section.isMoved || section.isAlong;
    // What was merged into a section that moved did not move with it.
    const own = new Set(section.old?.rows);
    const rows = section.rows.flatMap((row) => rowLines(row, isMoved && row.old !== undefined && own.has(row.old)));
    return section.state === 'left' ? rows : [{ parts: headingParts(section), isMoved }, ...rows];
  });
}

function headingParts({ heading, old, fresh }: RedlineSection): readonly Part[] {
  const [before, after] = [old?.label ?? '', fresh?.label ?? ''];
  const label: Part = { old: before, fresh: after, isMarked: before !== after };
  return [...(before + after === '' ? [] : [label]), ...partsOf(heading)];
}

function rowLines(row: RedlineRow, isSectionMoved: boolean): readonly MarkedLine[] {
  // A moved row's words are marked at its new place, and counted there for both.
  if (row.move && row.state === 'removed') return [];
  const isMoved = isSectionMoved || row.move !== undefined;
  if (!row.table) return [{ parts: partsOf(row.segments), isMoved }];
  const cells = row.table.rows.flatMap((tableRow) =>
    tableRow.cells.flatMap((cell) => cell.rows.flatMap((inner) => rowLines(inner, isMoved))),
  );
  return [{ parts: partsOf(row.table.caption), isMoved }, ...cells];
}

function partsOf(segments: readonly MarkedSegment[]): readonly Part[] {
  const parts: Part[] = [];
  for (const segment of segments) {
    const isMarked = segment.op === 'changed';
    const [old, fresh] = segment.op === 'same' ? [segment.old ?? segment.tokens, segment.tokens] : [segment.old, segment.fresh];
    parts.push({ old: spaced(old), fresh: spaced(fresh), isMarked });
  }
  return parts;
}

function spaced(tokens: readonly Token[]): string {
  return (tokens[0]?.space.length ? ' ' : '') + textOf(tokens);
}

export interface Marks {
  /** Words marked, old and new ones; moved ones at both ends. */
  readonly words: number;
  readonly marks: number;
  /** Equal islands of at most two words, and not only of spaces, between two marks. */
  readonly confetti: number;
  /** Marks that begin or end inside a word or a number. */
  readonly insideWords: number;
}

export function countMarks(lines: readonly MarkedLine[], lang: string): Marks {
  let [words, marks, confetti, insideWords] = [0, 0, 0, 0];
  const count = (text: string): number => wordsOf(text, lang).length;
  for (const { parts, isMoved } of lines) {
    for (const [index, part] of parts.entries()) {
      if (part.isMarked) {
        words += count(part.old) + count(part.fresh);
        marks++;
      } else {
        if (isMoved) words += 2 * count(part.fresh);
        const isBetween = parts[index - 1]?.isMarked === true && parts[index + 1]?.isMarked === true;
        if (isBetween && part.fresh.trim() !== '' && count(part.fresh) <= 2) confetti++;
      }
    }
    insideWords += boundariesInside(parts, 'old') + boundariesInside(parts, 'fresh');
  }
  return { words, marks, confetti, insideWords };
}

// Judged without the engine's own tokens: letters and figures after each other, and figures with signs between them.
const WORD_OR_NUMBER = /\p{Nd}+(?:[.,:/]\p{Nd}+)+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function boundariesInside(parts: readonly Part[], side: 'old' | 'fresh'): number {
  const text = parts.map((part) => part[side]).join('');
  const edges = new Set<number>();
  let at = 0;
  for (const part of parts) {
    if (part.isMarked) edges.add(at).add(at + part[side].length);
    at += part[side].length;
  }
  if (edges.size === 0) return 0;
  let inside = 0;
  for (const { 0: word, index } of text.matchAll(WORD_OR_NUMBER)) {
    if (UNSPACED.test(word)) continue;
    for (let place = index + 1; place < index + word.length; place++) if (edges.has(place)) inside++;
  }
  return inside;
}
