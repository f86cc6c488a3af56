import { itemLabel } from '../model/record/item-label.ts';
import type { Block, Cell, List } from '../model/record/record.ts';
import { codeMarkdown, inlineMarkdown, type LinkAddress } from './markdown-inline.ts';

/**
 * A cell of a table in Markdown, which is one line: what Markdown has no sign for there is written in HTML. Labels of counting
 * lists are words, and a bar, which would end the cell, is escaped.
 */
export function cellMarkdown({ blocks }: Cell, link: LinkAddress): string {
  return blocksLine(blocks, link).replaceAll('|', String.raw`\|`);
}

function blocksLine(blocks: readonly Block[], link: LinkAddress): string {
  return blocks
    .map((block, index) => {
      const line = blockLine(block, link);
      // A list of tags parts itself from what stands around it.
      const isApart = index === 0 || line === '' || isTags(block) || isTags(blocks[index - 1]);
      return isApart ? line : `<br><br>${line}`;
    })
    .join('');
}

function isTags(block: Block | undefined): boolean {
  return block?.kind === 'list' && !block.order;
}

function blockLine(block: Block, link: LinkAddress): string {
  const inner = (blocks: readonly Block[]): string => blocksLine(blocks, link);
  switch (block.kind) {
    case 'paragraph':
      return onOneLine(inlineMarkdown(block.children, link));
    case 'preformatted':
      return block.text
        .split('\n')
        .map((line) => (line.trim() === '' ? '' : codeMarkdown(line)))
        .join('<br>');
    case 'quote':
    case 'component':
      return inner(block.blocks);
    case 'list':
      return listLine(block, link);
    case 'definitions':
      return block.entries
        .flatMap(({ terms, details }) => [
          ...terms.map((children) => onOneLine(inlineMarkdown([{ kind: 'mark', mark: 'strong', children }], link))),
          ...details.map(inner),
        ])
        .join('<br>');
    case 'table': {
      const caption = block.caption ? [onOneLine(inlineMarkdown(block.caption, link))] : [];
      const rows = [...block.head, ...block.body].map((row) => row.map((cell) => inner(cell.blocks)).join(' | '));
      return [...caption, ...rows].join('<br>');
    }
  }
}

function listLine({ order, items }: List, link: LinkAddress): string {
  if (!order) return `<ul>${items.map((item) => `<li>${blocksLine(item, link)}</li>`).join('')}</ul>`;
  return items.map((item, index) => `${itemLabel(order, index)} ${blocksLine(item, link)}`).join('<br>');
}

/** Line breaks, which Markdown writes as a backslash at the end of a line, as tags. */
function onOneLine(text: string): string {
  return text.replaceAll(/(?<!\\)((?:\\\\)*)\\\n/gu, '$1<br>').replaceAll('\n', ' ');
}
