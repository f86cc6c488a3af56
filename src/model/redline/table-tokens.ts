import type { Block, Inline, Table } from '../record/record.ts';
import type { Token } from './token.ts';
import { plainTokens, tokensOf } from './tokens.ts';

/** All words of a table, caption first, then cell by cell. */
export function tableTokens(table: Table, lang: string): readonly Token[] {
  const cells = [...table.head, ...table.body].flatMap((row) => row.flatMap((cell) => blockTokens(cell.blocks, lang)));
  return [...(table.caption ? tokensOf(table.caption, lang) : []), ...cells];
}

/** All words of some blocks, lists and tables inside them too, in reading order. */
export function blockTokens(blocks: readonly Block[], lang: string): readonly Token[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return tokensOf(block.children, lang);
      case 'preformatted':
        return plainTokens(block.text, lang);
      case 'quote':
      case 'component':
        return blockTokens(block.blocks, lang);
      case 'list':
        return block.items.flatMap((item) => blockTokens(item, lang));
      case 'definitions':
        return block.entries.flatMap((entry) => [
          ...entry.terms.flatMap((term: readonly Inline[]) => tokensOf(term, lang)),
          ...entry.details.flatMap((detail) => blockTokens(detail, lang)),
        ]);
      case 'table':
        return tableTokens(block, lang);
    }
  });
}
