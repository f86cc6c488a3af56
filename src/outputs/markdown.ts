import { itemLabel } from '../model/record/item-label.ts';
import type { Block, Cell, List, Note, PolicyRecord, Section, Table } from '../model/record/record.ts';
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
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    // Two lists in a row would be read as one.
    const apart = before !== undefined && bullet(block) !== '' && bullet(block) === bullet(before) ? ['<!-- -->'] : [];
    return [...apart, ...partsOf(block, link)];
  });
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
  const [head, ...rest] = table.head;
  const body = [...rest, ...table.body];
  const width = Math.max(1, ...[...table.head, ...table.body].map((cells) => columnsOf(cells)));
  const row = (cells: readonly Cell[]): string => {
    const texts = cells.flatMap((cell) => [cellText(cell, link), ...Array.from({ length: (cell.columns ?? 1) - 1 }, () => '')]);
    return `| ${[...texts, ...Array.from({ length: width - texts.length }, () => '')].join(' | ')} |`;
  };
  const lines = [row(head ?? []), `|${' --- |'.repeat(width)}`, ...body.map(row)];
  return [...(table.caption ? [inlineMarkdown(table.caption, link)] : []), lines.join('\n')];
}

function columnsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + (cell.columns ?? 1), 0);
}

/** A cell is one line; a bar in it would end it. */
function cellText(cell: Cell, link: LinkAddress): string {
  return blockParts(cell.blocks, link)
    .join('<br><br>')
    .replaceAll(/(?<!\\)((?:\\\\)*)\\\n/gu, '$1<br>')
    .replaceAll('\n', '<br>')
    .replaceAll('|', String.raw`\|`);
}

/** What would begin a list, a heading or a quote is words here. */
function lineStart(text: string): string {
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/u, String.raw`$1\$2`).replace(/^([-+#=>])/u, String.raw`\$1`);
}
