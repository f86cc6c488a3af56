import type { RootContent } from 'mdast';
import { dropBlocks, type Reading } from './reading.ts';
import { hasWords } from './words-of.ts';

/** Removes paragraphs that are nothing but a link to the top of the page: they belong to the page, not to the policy. */
export function dropBackToTop(blocks: readonly RootContent[], reading: Reading): readonly RootContent[] {
  return blocks.filter((block) => {
    if (!isBackToTop(block)) return true;
    dropBlocks([block], 'back-to-top', reading);
    return false;
  });
}

function isBackToTop(block: RootContent): boolean {
  if (block.type !== 'paragraph') return false;
  const worded = block.children.filter((child) => hasWords([child]));
  return worded.length > 0 && worded.every((child) => child.type === 'link' && ['#', '#top'].includes(child.url.trim().toLowerCase()));
}
