import type { Nodes, Root } from 'mdast';
import { isBlockName } from './html-names.ts';
import { isPseudoTag } from './markdown-source.ts';
import { pageText, wordsOfPieces, type Piece, type Word } from './page-words.ts';
import { fragmentSource } from './source.ts';

/**
 * The words of a Markdown file, read from its own tree: a second count beside that of the page made from it, so that nothing
 * can get lost on the way to the page. Leaves out labels, footnote marks and descriptions of pictures on both sides.
 */
export function markdownWords(tree: Root): readonly Word[] {
  const pieces: Piece[] = [];
  const walk = (node: Nodes): void => {
    const line = node.position?.start.line ?? 1;
    const add = (text: string): void => void pieces.push({ node: { type: 'text', value: text }, text, line });
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return add(node.value);
      case 'code':
        pieces.push(undefined);
        add(node.value);
        return void pieces.push(undefined);
      case 'html':
        return isPseudoTag(node.value) ? add(node.value) : void pieces.push(...htmlPieces(node.value, line));
      case 'break':
        return void pieces.push(undefined);
      default:
    }
    if (!('children' in node)) return;
    const isBlock = BLOCKS.has(node.type);
    if (isBlock) pieces.push(undefined);
    if (node.type === 'listItem' && typeof node.checked === 'boolean') add(node.checked ? '[x] ' : '[ ] ');
    const children: readonly Nodes[] = node.children;
    for (const child of children) if (child.type !== 'footnoteDefinition') walk(child);
    // Footnotes stand at the end of the page.
    if (node.type === 'root') for (const note of footnotesIn(node)) note.children.forEach(walk);
    if (isBlock) pieces.push(undefined);
  };
  walk(tree);
  return wordsOfPieces(pieces);
}

/** The same words, of the page. */
export function pageTextWords(pieces: readonly Piece[]): readonly Word[] {
  return wordsOfPieces(pieces.filter((piece) => piece === undefined || piece.node.type === 'text'));
}

const BLOCKS = new Set<string>(['paragraph', 'heading', 'listItem', 'tableCell', 'blockquote', 'footnoteDefinition']);

function htmlPieces(html: string, line: number): readonly Piece[] {
  const source = fragmentSource(html, () => line);
  const pieces = pageText(source, source.tree).filter((piece) => piece === undefined || piece.node.type === 'text');
  // A tag by itself has no text, yet it may part words: <br>, </p>.
  const name = /^<\/?([a-z][a-z0-9]*)/iu.exec(html)?.[1]?.toLowerCase() ?? '';
  const parts = isBlockName(name) || ['br', 'hr', 'img', 'button', 'option'].includes(name);
  return parts ? [undefined, ...pieces, undefined] : pieces;
}

function footnotesIn(node: Nodes): readonly Extract<Nodes, { type: 'footnoteDefinition' }>[] {
  if (node.type === 'footnoteDefinition') return [node];
  return 'children' in node ? node.children.flatMap((child) => footnotesIn(child)) : [];
}
