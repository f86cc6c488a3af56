import { foldWords } from '../../record/canonical.ts';
import { wordsOf } from '../../record/inline.ts';
import { allSections, type Block, type Inline, type LinkTarget, type List } from '../../record/record.ts';
import { headingLabel } from '../../record/section-id.ts';
import type { Found, TextRule } from './input.ts';
import { headingById } from './sentences.ts';

/** A list of contents names a section otherwise than its heading does. */
export const tocHeadingMismatch: TextRule = {
  id: 'toc-heading-mismatch',
  about: 'A list of contents in the text names a section otherwise than the heading of that section does.',
  decided: 'exact',
  severity: 'warning',
  find({ record }) {
    const headings = headingById(record);
    return allSections(record).flatMap((section) =>
      lists(section.blocks).flatMap((list): readonly Found[] => {
        const entries = list.items.map(entryOf);
        // One link in a list is a reference; a list of links is a list of contents.
        if (entries.filter((entry) => entry !== undefined).length < Math.max(2, list.items.length / 2)) return [];
        return entries.flatMap((entry): readonly Found[] => {
          const heading = entry && headings.get(entry.id);
          if (!entry || heading === undefined || plain(heading) === plain(entry.words)) return [];
          const message = `The list of contents says "${entry.words}", the heading says "${heading}". Use the same words in both; or leave the list out, since every page makes its own.`;
          return [{ section: section.id, quote: entry.words, message }];
        });
      }),
    );
  },
};

function lists(blocks: readonly Block[]): readonly List[] {
  return blocks.flatMap((block): readonly List[] => {
    if (block.kind === 'list') return [block, ...block.items.flatMap(lists)];
    return block.kind === 'quote' || block.kind === 'component' ? lists(block.blocks) : [];
  });
}

/** An item that begins with a link within the text and says nothing else. */
function entryOf([first]: readonly Block[]): { readonly id: string; readonly words: string } | undefined {
  if (first?.kind !== 'paragraph') return undefined;
  const words = foldWords(wordsOf(first.children));
  const link = first.children.map(linkIn).find((found) => found !== undefined);
  return link && foldWords(link.words) === words && link.target.kind === 'within' ? { id: link.target.id, words } : undefined;
}

function linkIn(inline: Inline): { readonly target: LinkTarget; readonly words: string } | undefined {
  if (typeof inline === 'string' || !('children' in inline)) return undefined;
  if (inline.kind === 'link') return { target: inline.target, words: wordsOf(inline.children) };
  return inline.children.map(linkIn).find((found) => found !== undefined);
}

/** Numbers before it, capitals and signs make no other name. */
function plain(words: string): string {
  return headingLabel(words)
    .rest.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
