import { foldWords } from './fold.ts';
import type { Block, Cell, Inline, LinkTarget, PolicyRecord, Section } from './record.ts';

/**
 * The structure text: everything a version says and how it is built, for the record digest (canon 1).
 *
 * One JSON array a line. Beside the words (folded by the same rules as the canonical text, but for white space at the edge
 * of a mark) it holds section ids and depth, emphasis and other marks, link targets and titles, line breaks,
 * list kinds and labels, table captions, header cells and spans, footnotes and components. Preformatted text keeps its
 * spaces and line ends. Language and direction of the
 * text are its first line. It leaves out old anchors of sections, which are addresses and no text, and how
 * record.html spells all this in markup.
 */
export function structureText(record: PolicyRecord): string {
  const lines = [[record.lang, record.dir], ...record.sections.flatMap((section) => sectionLines(section, 1))];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** A part of the structure text, before it is written. */
export type Json = string | number | null | readonly Json[];

function sectionLines(section: Section, depth: number): readonly Json[] {
  return [
    ['section', depth, section.id ?? null, inlineStructure(section.heading ?? [])],
    ...section.blocks.map(blockStructure),
    ...section.sections.flatMap((inner) => sectionLines(inner, depth + 1)),
    ...section.notes.map((note): Json => ['note', note.label, note.blocks.map(blockStructure)]),
  ];
}

/** One block of the structure text. */
export function blockStructure(block: Block): Json {
  switch (block.kind) {
    case 'paragraph':
      return ['p', inlineStructure(block.children)];
    case 'preformatted':
      return ['pre', block.text.normalize('NFC')];
    case 'quote':
      return ['quote', block.blocks.map(blockStructure)];
    case 'component':
      return ['component', block.name, block.blocks.map(blockStructure)];
    case 'list': {
      const items = block.items.map((item) => item.map(blockStructure));
      return block.order ? ['ol', block.order.start, block.order.marker, items] : ['ul', items];
    }
    case 'definitions':
      return [
        'dl',
        block.entries.map((entry) => [entry.terms.map(inlineStructure), entry.details.map((detail) => detail.map(blockStructure))]),
      ];
    case 'table':
      return ['table', inlineStructure(block.caption ?? []), block.head.map(rowJson), block.body.map(rowJson)];
  }
}

function rowJson(row: readonly Cell[]): Json {
  return row.map((cell) => [cell.header ?? '', cell.align ?? '', cell.columns ?? 1, cell.rows ?? 1, cell.blocks.map(blockStructure)]);
}

/** Running text of the structure text. */
export function inlineStructure(children: readonly Inline[]): Json {
  // Words that fold to nothing, such as a zero width space between two marks, are none.
  return children.map(inlineJson).filter((json) => json !== '');
}

function inlineJson(inline: Inline): Json {
  if (typeof inline === 'string') return foldInside(inline);
  switch (inline.kind) {
    case 'break':
      return ['br'];
    case 'note':
      return ['note', inline.label];
    case 'mark':
      return [inline.mark, inlineStructure(inline.children)];
    case 'abbreviation':
      return ['abbr', foldWords(inline.title), inlineStructure(inline.children)];
    case 'language':
      return ['lang', inline.lang, inline.dir ?? '', inlineStructure(inline.children)];
    case 'link':
      return ['a', targetJson(inline.target), foldWords(inline.title ?? ''), inlineStructure(inline.children)];
    case 'component':
      return ['component', inline.name, inlineStructure(inline.children)];
  }
}

function targetJson(target: LinkTarget): Json {
  switch (target.kind) {
    case 'within':
      return ['within', target.id];
    case 'policy':
      return ['policy', target.policy, target.id ?? ''];
    case 'address':
      return ['address', target.href];
  }
}

/** The canonical folding, keeping one space at an edge: it parts these words from those in the next mark. */
function foldInside(text: string): string {
  return foldWords(`|${text}|`).slice(1, -1);
}
