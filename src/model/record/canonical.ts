import { foldWords } from './fold.ts';
import { noteLabel, wordsOf } from './inline.ts';
import { itemLabel } from './item-label.ts';
import { paragraphNumbers, type NextParagraph } from './paragraphs.ts';
import type { Block, Cell, List, PolicyRecord, Section, Table } from './record.ts';

export { foldWords };

/** Number of the rules below. A change of any rule is a new number; digests made under an older one keep it. */
export const CANON = 1;

/** One block of the text: a heading, paragraph, list item's own words, table row, term or footnote. */
export interface CanonicalLine {
  readonly section: string;
  /** Number of the block within its section, as in `your-rights.2`; absent on the section's heading and on footnotes. */
  readonly paragraph?: number | undefined;
  readonly text: string;
}

/**
 * The canonical text: what a version says, in reading order, apart from how it is set (canon 1).
 *
 * 1. One block a line: section id, a tab, the words. Lines end with U+000A. A table row is one line, cells parted by ` | `;
 *    an item of a counting list begins with its label (`3. `, `b. `, `iv. `); a footnote begins with `[1] ` and its
 *    reference in the text is `[1]`; footnotes are numbered from 1 in every top-level section and stand at its end.
 * 2. Unicode NFC.
 * 3. Removed: zero width space (U+200B), word joiner (U+2060), byte order mark (U+FEFF), soft hyphen (U+00AD).
 * 4. Every run of white space (line ends, tabs, line breaks, and the Unicode spaces U+0085, U+00A0, U+1680, U+2000 to U+200A,
 *    U+2028, U+2029, U+202F, U+205F, U+3000) is one space; none at either end of a line. A line without words is left out.
 * 5. Never folded: case, quotation marks, apostrophes, dashes, ligatures, digits, punctuation, zero width (non-)joiners
 *    and direction marks; they can change what is said.
 */
export function canonicalText(record: PolicyRecord): string {
  return canonicalLines(record)
    .map((line) => `${line.section}\t${line.text}\n`)
    .join('');
}

export function canonicalLines(record: PolicyRecord): readonly CanonicalLine[] {
  return numberedLines(record).filter((line) => line.text !== '');
}

/** The lines with those that have no words, such as an empty row of a table: they are no text, but have a number. */
export function numberedLines(record: PolicyRecord): readonly CanonicalLine[] {
  return record.sections.flatMap((section) => sectionLines(section, '', paragraphNumbers()));
}

interface Place {
  readonly section: string;
  readonly next: NextParagraph;
}

function sectionLines(section: Section, parent: string, next: NextParagraph): readonly CanonicalLine[] {
  const place: Place = { section: section.id ?? parent, next };
  const lines: CanonicalLine[] = [];
  if (section.heading) {
    const text = foldWords(wordsOf(section.heading));
    lines.push({ section: place.section, paragraph: section.id === undefined ? next(place.section) : undefined, text });
  }
  lines.push(...blockLines(section.blocks, place));
  lines.push(...section.sections.flatMap((inner) => sectionLines(inner, place.section, next)));
  for (const note of section.notes) {
    lines.push({ section: place.section, text: foldWords(`${noteLabel(note.label)} ${innerText(note.blocks)}`) });
  }
  return lines;
}

function blockLines(blocks: readonly Block[], place: Place): readonly CanonicalLine[] {
  return blocks.flatMap((block) => linesOf(block, place));
}

function linesOf(block: Block, place: Place): readonly CanonicalLine[] {
  switch (block.kind) {
    case 'paragraph':
      return [numbered(wordsOf(block.children), place)];
    case 'preformatted':
      return [numbered(block.text, place)];
    case 'quote':
    case 'component':
      return blockLines(block.blocks, place);
    case 'list':
      return listLines(block, place);
    case 'definitions':
      return block.entries.flatMap((entry) => [
        ...entry.terms.map((term) => numbered(wordsOf(term), place)),
        ...entry.details.flatMap((detail) => itemLines('', detail, place)),
      ]);
    case 'table':
      return tableLines(block, place);
  }
}

function listLines(list: List, place: Place): readonly CanonicalLine[] {
  return list.items.flatMap((item, index) => itemLines(list.order ? `${itemLabel(list.order, index)} ` : '', item, place));
}

function itemLines(label: string, blocks: readonly Block[], place: Place): readonly CanonicalLine[] {
  const [first, ...rest] = blocks;
  if (first?.kind === 'paragraph') return [numbered(label + wordsOf(first.children), place), ...blockLines(rest, place)];
  return label === '' ? blockLines(blocks, place) : [numbered(label, place), ...blockLines(blocks, place)];
}

function tableLines(table: Table, place: Place): readonly CanonicalLine[] {
  const caption = table.caption ? [numbered(wordsOf(table.caption), place)] : [];
  const rows = [...table.head, ...table.body].map((row) => numbered(row.map(cellText).join(' | '), place));
  return [...caption, ...rows];
}

function cellText(cell: Cell): string {
  return innerText(cell.blocks);
}

/** Words of blocks that stand inside one line: a table cell, a footnote. */
function innerText(blocks: readonly Block[]): string {
  return blockLines(blocks, { section: '', next: () => 0 })
    .map((line) => line.text)
    .join(' ');
}

function numbered(text: string, place: Place): CanonicalLine {
  return { section: place.section, paragraph: place.next(place.section), text: foldWords(text) };
}
