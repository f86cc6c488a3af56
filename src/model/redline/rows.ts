import { itemLabel } from '../record/item-label.ts';
import type { Block, Inline, List, Table } from '../record/record.ts';
import { blockStructure, inlineStructure } from '../record/structure.ts';
import { bagOf, type Bag } from './bag.ts';
import type { Token } from './token.ts';
import { plainTokens, tokensOf } from './tokens.ts';
import { tableTokens } from './table-tokens.ts';

/** Something that a row stands in. */
export interface Container {
  readonly type: 'list' | 'item' | 'definitions' | 'detail' | 'quote' | 'component' | 'note';
  /** What can change about it: how a list counts, the name of a component, the label of a footnote. */
  readonly facts: string;
  /** The very list, item or block: two rows stand in one container when this is the same. */
  readonly node: object;
  /** Number of a counted item. */
  readonly value?: number | undefined;
}

export type RowRole = 'paragraph' | 'preformatted' | 'item' | 'term' | 'detail' | 'table';

/** The smallest part of a text that is compared as a whole: a paragraph, the words of a list item, a term, a table. */
export interface Row {
  readonly role: RowRole;
  readonly path: readonly Container[];
  /** `b.` before a counted item; the canonical text holds it as words. */
  readonly label?: string | undefined;
  readonly tokens: readonly Token[];
  readonly bag: Bag;
  /** Its words and marks, and nothing of where it stands; equal in two rows that say the same in the same way. */
  readonly structure: string;
  readonly table?: Table | undefined;
  /** Words of a preformatted block, with their lines. */
  readonly text?: string | undefined;
}

/** The rows of some blocks in reading order. `lang` is the language of the text. */
export function rowsOf(blocks: readonly Block[], lang: string, path: readonly Container[] = []): readonly Row[] {
  return blocks.flatMap((block) => blockRows(block, lang, path));
}

function blockRows(block: Block, lang: string, path: readonly Container[]): readonly Row[] {
  switch (block.kind) {
    case 'paragraph':
      return [wordsRow('paragraph', block.children, { lang, path })];
    case 'preformatted':
      return [preformattedRow(block.text, lang, path)];
    case 'quote':
      return rowsOf(block.blocks, lang, [...path, { type: 'quote', facts: '', node: block }]);
    case 'component':
      return rowsOf(block.blocks, lang, [...path, { type: 'component', facts: block.name, node: block }]);
    case 'list':
      return listRows(block, lang, path);
    case 'definitions': {
      const inside: readonly Container[] = [...path, { type: 'definitions', facts: '', node: block }];
      return block.entries.flatMap((entry) => [
        ...entry.terms.map((term) => wordsRow('term', term, { lang, path: inside })),
        ...entry.details.flatMap((detail) =>
          itemRows('detail', detail, { lang, path: [...inside, { type: 'detail', facts: '', node: detail }] }),
        ),
      ]);
    }
    case 'table':
      return [tableRow(block, lang, path)];
  }
}

interface Place {
  readonly lang: string;
  readonly path: readonly Container[];
  readonly label?: string | undefined;
}

function listRows(list: List, lang: string, path: readonly Container[]): readonly Row[] {
  const { order } = list;
  const inside: readonly Container[] = [...path, { type: 'list', facts: order ? `${order.marker} ${order.start}` : '', node: list }];
  return list.items.flatMap((item, index) =>
    itemRows('item', item, {
      lang,
      path: [...inside, { type: 'item', facts: '', node: item, value: order && order.start + index }],
      label: order && itemLabel(order, index),
    }),
  );
}

/** An item whose words do not come first has a row without words, which holds its place and its label. */
function itemRows(role: 'item' | 'detail', blocks: readonly Block[], place: Place): readonly Row[] {
  const [first, ...rest] = blocks;
  const { lang, path } = place;
  if (first?.kind === 'paragraph') return [wordsRow(role, first.children, place), ...rowsOf(rest, lang, path)];
  return [wordsRow(role, [], place), ...rowsOf(blocks, lang, path)];
}

function wordsRow(role: RowRole, children: readonly Inline[], { lang, path, label }: Place): Row {
  const tokens = tokensOf(children, lang);
  return { role, path, label, tokens, bag: bagOf(tokens), structure: JSON.stringify(inlineStructure(children)) };
}

function preformattedRow(text: string, lang: string, path: readonly Container[]): Row {
  const tokens = plainTokens(text, lang);
  return { role: 'preformatted', path, tokens, bag: bagOf(tokens), structure: JSON.stringify(['pre', text.normalize('NFC')]), text };
}

function tableRow(table: Table, lang: string, path: readonly Container[]): Row {
  const tokens = tableTokens(table, lang);
  return { role: 'table', path, tokens, bag: bagOf(tokens), structure: JSON.stringify(blockStructure(table)), table };
}
