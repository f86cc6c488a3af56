import { canonicalLines } from '../../model/record/canonical.ts';
import { allSections, type Block, type PolicyRecord } from '../../model/record/record.ts';
import type { ImportLog } from './import-log.ts';
import { droppedPassages, keptWords, type Piece, type Word } from './page-words.ts';
import type { Passage, WordGroup, WordReason } from './receipt.ts';
import { diffWords } from './word-diff.ts';

export interface WordAccount {
  readonly sourceWordCount: number;
  readonly recordWordCount: number;
  readonly lost: readonly WordGroup[];
  readonly added: readonly WordGroup[];
  readonly moved: readonly WordGroup[];
}

/** What differs between two texts that should be the same. */
export interface Conversion {
  readonly lost: readonly Passage[];
  readonly added: readonly Passage[];
  readonly moved: readonly Passage[];
}

const SAME: Conversion = { lost: [], added: [], moved: [] };

function compareWords(before: readonly Word[], after: readonly Word[], key: (word: Word) => string): Conversion {
  const { lost, added, moved } = diffWords(before.map(key), after.map(key));
  return { lost: passagesAt(before, lost), added: passagesAt(after, added), moved: passagesAt(before, moved) };
}

/** The same for two readings of one source: where tags are misplaced they may part the same letters in other places. */
export function compareReadings(before: readonly Word[], after: readonly Word[]): Conversion {
  const letters = (words: readonly Word[]): string => words.map(plain).join('');
  return letters(before) === letters(after) ? SAME : compareWords(before, after, plain);
}

/**
 * Every word of the source against every word of the record, in order. What was left out on purpose stands under its reason;
 * whatever else differs is unexplained. The words of the source were taken from the page before anything was converted; `before`
 * is what making that page out of another format has already changed.
 */
export function accountWords(pieces: readonly Piece[], record: PolicyRecord, log: ImportLog, before: Conversion = SAME): WordAccount {
  const kept = comparable(keptWords(pieces, log));
  const written = comparable(recordWords(record));
  // Footnotes are numbered anew in every section, so a text that has any is compared without their numbers.
  const hasNotes = record.sections.some((section) => section.notes.length > 0);
  const { lost, added, moved } = compareWords(kept, written, hasNotes ? withoutNumber : plain);
  const dropped = [...droppedPassages(pieces, log)].map(([reason, passages]) => group(reason, passages)).filter((one) => one.wordCount > 0);
  return {
    sourceWordCount: kept.length + dropped.reduce((sum, one) => sum + one.wordCount, 0),
    recordWordCount: written.length,
    lost: [...dropped.toSorted((a, b) => (a.reason < b.reason ? -1 : 1)), ...groups('unexplained', [...before.lost, ...lost])],
    added: groups('unexplained', [...before.added, ...added]),
    moved: groups('moved', [...before.moved, ...moved]),
  };
}

/** All items of all lists, also of those inside others. */
export function listItemCount(record: PolicyRecord): number {
  const inBlocks = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + inBlock(block), 0);
  const inBlock = (block: Block): number => {
    switch (block.kind) {
      case 'list':
        return block.items.length + block.items.reduce((sum, item) => sum + inBlocks(item), 0);
      case 'definitions':
        return block.entries.reduce((sum, entry) => sum + entry.details.reduce((inner, detail) => inner + inBlocks(detail), 0), 0);
      case 'table':
        return [...block.head, ...block.body].flat().reduce((sum, cell) => sum + inBlocks(cell.blocks), 0);
      case 'quote':
      case 'component':
        return inBlocks(block.blocks);
      default:
        return 0;
    }
  };
  return allSections(record).reduce(
    (sum, section) => sum + inBlocks(section.blocks) + section.notes.reduce((inner, note) => inner + inBlocks(note.blocks), 0),
    0,
  );
}

/** Words of the record; the line is that of its canonical text. A footnote that several sections refer to stands in each, and counts once. */
function recordWords(record: PolicyRecord): readonly Word[] {
  const notes = new Set<string>();
  return canonicalLines(record).flatMap((line, index) => {
    const note = line.paragraph === undefined ? /^\[\d+\] (.*)$/su.exec(line.text)?.[1] : undefined;
    if (note !== undefined && notes.has(note)) return [];
    if (note !== undefined) notes.add(note);
    return line.text.split(' ').map((text) => ({ text, line: index + 1 }));
  });
}

// The canonical text parts the cells of a row by "|", which no reader sees.
function comparable(words: readonly Word[]): readonly Word[] {
  return words.filter((word) => word.text !== '|');
}

function plain(word: Word): string {
  return word.text;
}

function withoutNumber(word: Word): string {
  return word.text.replace(/\[\d+\]/gu, '[]');
}

/** Neighbouring words of one line as one passage. */
function passagesAt(words: readonly Word[], places: readonly number[]): readonly Passage[] {
  const passages: { line: number; text: string; end: number }[] = [];
  for (const place of places) {
    const word = words[place];
    if (!word) continue;
    const last = passages.at(-1);
    if (last && last.end === place - 1 && last.line === word.line) {
      last.text += ` ${word.text}`;
      last.end = place;
    } else {
      passages.push({ line: word.line, text: word.text, end: place });
    }
  }
  return passages.map(({ line, text }) => ({ line, text }));
}

function groups(reason: WordReason, passages: readonly Passage[]): readonly WordGroup[] {
  return passages.length === 0 ? [] : [group(reason, passages)];
}

function group(reason: WordReason, passages: readonly Passage[]): WordGroup {
  return { reason, wordCount: passages.reduce((sum, passage) => sum + passage.text.split(' ').length, 0), passages };
}
