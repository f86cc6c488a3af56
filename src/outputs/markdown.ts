import { itemLabel } from '../model/record/item-label.ts';
import type { Block, Cell, List, Note, PolicyRecord, Section, Table } from '../model/record/record.ts';
import { cellMarkdown } from './markdown-cell.ts';
import { escapeMarkdown, inlineMarkdown, type LinkAddress } from './markdown-inline.ts';

/**
 * `policy.md`: a text as plain Markdown with GitHub's tables and footnotes. Section ids stand behind their headings in square
 * brackets, as legal writes them. It is for reading and copying; the record alone is what was published.
 */
export function markdownText(record: PolicyRecord, title: string, link: LinkAddress): string {
  const parts = [`# ${escapeMarkdown(title)}`, ...record.sections.flatMap((section) => sectionParts(section, 2, link))];
  return `${parts.join('\n\n')}\n`;
}

function sectionParts(section: Section, level: number, link: LinkAddress): readonly string[] {
  const heading = section.heading && inlineMarkdown(section.heading, link).replaceAll(/(?<!\\)((?:\\\\)*)\\\n/gu, '$1 ');
  const id = section.id === undefined ? '' : ` [#${section.id}]`;
  return [
    ...(heading === undefined ? [] : [`${'#'.repeat(Math.min(level, 6))} ${heading}${id}`]),
    ...blockParts(section.blocks, link),
    ...section.sections.flatMap((inner) => sectionParts(inner, level + 1, link)),
    ...section.notes.map((note) => noteText(note, link)),
  ];
}

function noteText({ label, blocks }: Note, link: LinkAddress): string {
  return `[^${label}]: ${indented(blockParts(blocks, link).join('\n\n'), '    ')}`;
}

function blockParts(blocks: readonly Block[], link: LinkAddress): readonly string[] {
  const all = blocks.flatMap(unwrapped);
  return all.flatMap((block, index) => {
    const before = all[index - 1];
    // Two lists in a row would be read as one.
    const apart = before !== undefined && bullet(block) !== '' && bullet(block) === bullet(before) ? ['<!-- -->'] : [];
    return [...apart, ...partsOf(block, link)];
  });
}

/** Components say nothing in Markdown: what they hold stands where they stand. */
function unwrapped(block: Block): readonly Block[] {
  return block.kind === 'component' ? block.blocks.flatMap(unwrapped) : [block];
}

/** How the items of a list begin; empty for anything else. */
function bullet(block: Block): string {
  if (block.kind === 'list') return isNumbered(block) ? '1.' : '-';
  return block.kind === 'definitions' ? '-' : '';
}

function partsOf(block: Block, link: LinkAddress): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [lineStart(inlineMarkdown(block.children, link))];
    case 'preformatted': {
      const longest = Math.max(2, ...(block.text.match(/`+/gu) ?? []).map((run) => run.length));
      const fence = '`'.repeat(longest + 1);
      return [`${fence}\n${block.text.replace(/\n$/u, '')}\n${fence}`];
    }
    case 'quote':
      return [
        blockParts(block.blocks, link)
          .join('\n\n')
          .split('\n')
          .map((line) => (line === '' ? '>' : `> ${line}`))
          .join('\n'),
      ];
    case 'component':
      return blockParts(block.blocks, link);
    case 'list':
      return [listText(block, link)];
    case 'definitions':
      return [
        block.entries
          .map(({ terms, details }) => {
            const heads = terms.map((children) => inlineMarkdown([{ kind: 'mark', mark: 'strong', children }], link));
            return itemText('-', [...heads, ...details.flatMap((detail) => blockParts(detail, link))]);
          })
          .join('\n\n'),
      ];
    case 'table':
      return tableParts(block, link);
  }
}

/** Markdown counts with numbers from 0 alone; any other label is words of the item. */
function isNumbered({ order }: List): boolean {
  return order?.marker === '1' && order.start >= 0;
}

function listText(list: List, link: LinkAddress): string {
  const { order, items } = list;
  return items
    .map((item, index) => {
      const parts = blockParts(item, link);
      if (!order) return itemText('-', parts);
      const label = itemLabel(order, index);
      if (isNumbered(list)) return itemText(label, parts);
      return itemText('-', item[0]?.kind === 'paragraph' ? [`${label} ${parts[0] ?? ''}`, ...parts.slice(1)] : [label, ...parts]);
    })
    .join('\n\n');
}

function itemText(marker: string, parts: readonly string[]): string {
  return `${marker} ${indented(parts.join('\n\n'), ' '.repeat(marker.length + 1))}`;
}

/** Every line but the first, moved to the right. */
function indented(text: string, by: string): string {
  return text.replaceAll(/\n(?!\n|$)/gu, `\n${by}`);
}

function tableParts(table: Table, link: LinkAddress): readonly string[] {
  const caption = table.caption ? [inlineMarkdown(table.caption, link)] : [];
  const isSpanned = [...table.head, ...table.body].flat().some(({ columns = 1, rows = 1 }) => columns > 1 || rows > 1);
  return [...caption, ...(isSpanned ? spannedParts(table, link) : [plainTable(table, link)])];
}

function plainTable({ head, body }: Table, link: LinkAddress): string {
  const [first, ...rest] = head;
  const width = Math.max(1, ...[...head, ...body].map((cells) => cells.length));
  const row = (cells: readonly Cell[]): string => {
    const texts = cells.map((cell) => cellMarkdown(cell, link));
    return `| ${[...texts, ...Array.from({ length: width - texts.length }, () => '')].join(' | ')} |`;
  };
  return [row(first ?? []), `|${' --- |'.repeat(width)}`, ...[...rest, ...body].map(row)].join('\n');
}

/** Markdown has no cells over several columns or rows: such a table is written in tags, which Markdown allows, its words in Markdown. */
function spannedParts({ head, body }: Table, link: LinkAddress): readonly string[] {
  const cellParts = (cell: Cell): readonly string[] => {
    const name = cell.header === undefined ? 'td' : 'th';
    const spans = [['colspan', cell.columns ?? 1] as const, ['rowspan', cell.rows ?? 1] as const];
    const attributes = spans.flatMap(([key, count]) => (count > 1 ? [` ${key}="${count}"`] : []));
    return [`<${name}${attributes.join('')}>`, ...blockParts(cell.blocks, link), `</${name}>`];
  };
  const rowParts = (cells: readonly Cell[]): readonly string[] => ['<tr>', ...cells.flatMap(cellParts), '</tr>'];
  const part = (name: string, rows: Table['head']): readonly string[] =>
    rows.length === 0 ? [] : [`<${name}>`, ...rows.flatMap(rowParts), `</${name}>`];
  return ['<table>', ...part('thead', head), ...part('tbody', body), '</table>'];
}

/** What would begin a list, a heading or a quote is words here. */
function lineStart(text: string): string {
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/u, String.raw`$1\$2`).replace(/^([-+#=>])/u, String.raw`\$1`);
}
