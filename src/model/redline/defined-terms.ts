import { wordsOf } from '../record/inline.ts';
import type { Block, Inline, PolicyRecord } from '../record/record.ts';
import { allSections } from '../record/record.ts';
import type { Terms } from './kinds.ts';
import { plainTokens } from './tokens.ts';

const MOST_WORDS = 5;
// “Content”, "Personal Data": up to a few words between quotation marks, the first with a capital letter.
const QUOTED = /["“„«](\p{Lu}[\p{L}\p{N}'’ -]{1,60}?)[,.]?["”“»]/gu;

/** Terms that a text defines: what a `Definition` holds, and words between quotation marks that begin with a capital letter. */
export function definedTerms(record: PolicyRecord): Terms {
  const terms = new Set<string>();
  const add = (words: string): void => {
    const keys = plainTokens(words, record.lang).flatMap((token) => (token.kind === 'sign' ? [] : [token.key]));
    if (keys.length > 0 && keys.length <= MOST_WORDS) terms.add(keys.join(' '));
  };
  const inInline = (inline: Inline): void => {
    if (typeof inline === 'string' || !('children' in inline)) return;
    if (inline.kind === 'component' && inline.name === 'Definition') add(wordsOf(inline.children));
    for (const child of inline.children) inInline(child);
  };
  const inWords = (children: readonly Inline[]): void => {
    for (const match of wordsOf(children).matchAll(QUOTED)) add(match[1] ?? '');
    for (const child of children) inInline(child);
  };
  for (const section of allSections(record)) {
    for (const block of [...section.blocks, ...section.notes.flatMap((note) => note.blocks)]) runningText(block, inWords);
  }
  return terms;
}

/** Calls back with every run of text in a block. */
function runningText(block: Block, found: (children: readonly Inline[]) => void): void {
  const all = (blocks: readonly Block[]): void => {
    for (const inner of blocks) runningText(inner, found);
  };
  switch (block.kind) {
    case 'paragraph':
      return found(block.children);
    case 'preformatted':
      return found([block.text]);
    case 'quote':
    case 'component':
      return all(block.blocks);
    case 'list':
      return block.items.forEach(all);
    case 'definitions':
      return block.entries.forEach((entry) => {
        entry.terms.forEach(found);
        entry.details.forEach(all);
      });
    case 'table':
      if (block.caption) found(block.caption);
      return [...block.head, ...block.body].forEach((row) => row.forEach((cell) => all(cell.blocks)));
  }
}
