import { componentHtml, inlineHtml, type HrefOf, type InlineMarkup } from './html-inline.ts';
import { noteLabel, wordsOf } from './inline.ts';
import { element, escapeText, type AttributeList } from './markup.ts';
import { noteId, noteReferenceId, paragraphId, paragraphNumbers, type NextParagraph } from './paragraphs.ts';
import type { Block, Cell, DefinitionList, Inline, List, Note, Section, Table } from './record.ts';

/** HTML has six levels of heading; deeper sub-sections stay sections, with the last level's heading. */
const DEEPEST_HEADING = 6;

export interface SectionMarkup {
  readonly href: HrefOf;
  /** Heading level of sub-sections. */
  readonly level: number;
  /** What a page puts around a table, such as a box that scrolls; the table itself when absent. */
  readonly aroundTable?: ((table: string, caption: string) => string) | undefined;
}

interface Writer {
  readonly markup: SectionMarkup;
  readonly inline: InlineMarkup;
  /** Section whose id the blocks' anchors carry. */
  readonly owner: string;
  /** Absent inside table cells and footnotes: there the row or the footnote is what can be cited. */
  readonly next?: NextParagraph | undefined;
  /** Heading level of sub-sections. */
  readonly level: number;
}

/**
 * The HTML of everything in a top-level section but its own heading: old anchors, blocks, sub-sections, footnotes.
 *
 * Vocabulary of format 1: `a abbr address blockquote br caption code dd dfn div dl dt em h2-h6 li ol p pre section span
 * strong sub sup table tbody td th thead tr ul`. Every block carries its anchor (`your-rights.2`), numbered as in the
 * canonical text.
 */
export function sectionBodyHtml(section: Section, markup: SectionMarkup): string {
  const inline = inlineMarkup(section, markup.href);
  // The heading, which is written apart, may refer to a footnote already.
  inlineHtml(section.heading ?? [], inline);
  return insideSection(section, { markup, inline, owner: section.id ?? '', next: paragraphNumbers(), level: markup.level });
}

/** The words of a top-level section's heading, with their marks. */
export function headingHtml(section: Section, href: HrefOf): string {
  return inlineHtml(section.heading ?? [], inlineMarkup(section, href));
}

function inlineMarkup(section: Section, href: HrefOf): InlineMarkup {
  return { href, section: section.id ?? '', notesAhead: new Set(section.notes.map((note) => note.label)) };
}

function insideSection(section: Section, writer: Writer): string {
  // In reading order: the anchors are numbered as they are written.
  const aliases = section.aliases.map((alias) => element('a', '', [['id', alias]])).join('');
  const blocks = blocksHtml(section.blocks, writer);
  const inner = section.sections.map((sub) => subSection(sub, writer)).join('');
  return `${aliases}${blocks}${inner}${section.notes.map((note) => noteHtml(note, writer)).join('')}`;
}

function subSection(section: Section, parent: Writer): string {
  const writer = { ...parent, owner: section.id ?? parent.owner };
  const name = `h${Math.min(parent.level, DEEPEST_HEADING)}`;
  const heading = section.heading ? element(name, words(section.heading, writer), section.id === undefined ? anchor(writer) : []) : '';
  const body = insideSection(section, { ...writer, level: parent.level + 1 });
  return element('section', heading + body, section.id === undefined ? [] : [['id', section.id]]);
}

function anchor(writer: Writer): AttributeList {
  return writer.next ? [['id', paragraphId(writer.owner, writer.next(writer.owner))]] : [];
}

function words(children: readonly Inline[], writer: Writer): string {
  return inlineHtml(children, writer.inline);
}

function blocksHtml(blocks: readonly Block[], writer: Writer): string {
  return blocks.map((block) => blockHtml(block, writer)).join('');
}

function blockHtml(block: Block, writer: Writer): string {
  switch (block.kind) {
    case 'paragraph':
      return element('p', words(block.children, writer), anchor(writer));
    case 'preformatted':
      return element('pre', preText(block.text), anchor(writer));
    case 'quote':
      return element('blockquote', blocksHtml(block.blocks, writer));
    case 'component':
      return componentHtml(block.name, blocksHtml(block.blocks, writer));
    case 'list':
      return listHtml(block, writer);
    case 'definitions':
      return definitionsHtml(block, writer);
    case 'table':
      return tableHtml(block, writer);
  }
}

function listHtml(list: List, writer: Writer): string {
  const { order } = list;
  if (!order) return element('ul', list.items.map((item) => itemHtml('li', item, [], writer)).join(''));
  // Each item says its own number, so that it keeps it wherever the item is shown.
  const items = list.items.map((item, index) => itemHtml('li', item, [['value', String(order.start + index)]], writer, true));
  const attributes: AttributeList = [
    ...(order.start === 1 ? [] : ([['start', String(order.start)]] as const)),
    ...(order.marker === '1' ? [] : ([['type', order.marker]] as const)),
  ];
  return element('ol', items.join(''), attributes);
}

/** An item whose words come first carries the anchor itself, and no `p` when they are all it holds apart from inner lists. */
function itemHtml(name: string, blocks: readonly Block[], attributes: AttributeList, writer: Writer, isLabelled = false): string {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') {
    const id = isLabelled ? anchor(writer) : [];
    return element(name, blocksHtml(blocks, writer), [...id, ...attributes]);
  }
  const id = anchor(writer);
  const content = words(first.children, writer);
  const isPlain = rest.every((block) => block.kind === 'list');
  return element(name, (isPlain ? content : element('p', content)) + blocksHtml(rest, writer), [...id, ...attributes]);
}

function definitionsHtml(list: DefinitionList, writer: Writer): string {
  const entries = list.entries.map((entry) => {
    const terms = entry.terms.map((term) => element('dt', words(term, writer), anchor(writer)));
    return [...terms, ...entry.details.map((detail) => itemHtml('dd', detail, [], writer))].join('');
  });
  return element('dl', entries.join(''));
}

function tableHtml(table: Table, writer: Writer): string {
  const caption = table.caption ? element('caption', words(table.caption, writer), anchor(writer)) : '';
  const head = table.head.length > 0 ? element('thead', rowsHtml(table.head, writer)) : '';
  const body = table.body.length > 0 ? element('tbody', rowsHtml(table.body, writer)) : '';
  const html = element('table', caption + head + body);
  return writer.markup.aroundTable?.(html, wordsOf(table.caption ?? [])) ?? html;
}

function rowsHtml(rows: readonly (readonly Cell[])[], writer: Writer): string {
  return rows
    .map((row) => {
      const id = anchor(writer);
      return element('tr', row.map((cell) => cellHtml(cell, { ...writer, next: undefined })).join(''), id);
    })
    .join('');
}

function cellHtml(cell: Cell, writer: Writer): string {
  const attributes: AttributeList = [
    ...(cell.header ? ([['scope', cell.header === 'column' ? 'col' : 'row']] as const) : []),
    ...(cell.align ? ([['data-align', cell.align]] as const) : []),
    ...((cell.columns ?? 1) > 1 ? ([['colspan', String(cell.columns)]] as const) : []),
    ...((cell.rows ?? 1) > 1 ? ([['rowspan', String(cell.rows)]] as const) : []),
  ];
  const [first, ...rest] = cell.blocks;
  const content = first?.kind === 'paragraph' && rest.length === 0 ? words(first.children, writer) : blocksHtml(cell.blocks, writer);
  return element(cell.header ? 'th' : 'td', content, attributes);
}

function noteHtml(note: Note, parent: Writer): string {
  const writer = { ...parent, next: undefined };
  const [first, ...rest] = note.blocks;
  const back = element('a', noteLabel(note.label), [
    ['href', `#${noteReferenceId(writer.inline.section, note.label)}`],
    ['role', 'doc-backlink'],
  ]);
  const begins = first?.kind === 'paragraph' ? ` ${words(first.children, writer)}` : '';
  const content = element('p', back + begins) + blocksHtml(first?.kind === 'paragraph' ? rest : note.blocks, writer);
  return element('div', content, [
    ['id', noteId(writer.inline.section, note.label)],
    ['role', 'doc-footnote'],
  ]);
}

/** HTML drops a line end right after `<pre>`; a text that begins with one gets a second. */
function preText(text: string): string {
  return (text.startsWith('\n') ? '\n' : '') + escapeText(text);
}
