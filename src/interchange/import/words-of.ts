import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { foldWords } from '../../model/record/fold.ts';

/** A piece of text as it stands in the source, with the line where it begins. */
interface Leaf {
  readonly text: string;
  readonly line: number;
}

/** Text of a block with the means to tell the line of every character. */
export interface LinedText {
  readonly text: string;
  readonly lineAt: (index: number) => number;
}

/** Stands where readers see a line end; in the source's own line ends, text runs on. */
export const LINE_END = '\u2028';

/** The text of one block or piece of running text, white space as in the source. */
export function linedText(node: Nodes): LinedText {
  const leaves = leavesOf(node, node.position?.start.line ?? 1);
  return {
    text: leaves.map((leaf) => leaf.text).join(''),
    lineAt: (index) => {
      let left = index;
      for (const leaf of leaves) {
        if (left < leaf.text.length) return leaf.line + leaf.text.slice(0, left).split('\n').length - 1;
        left -= leaf.text.length;
      }
      return leaves.at(-1)?.line ?? node.position?.start.line ?? 1;
    },
  };
}

/** The lines that readers see in a block, each with its place; lines without words are left out. */
export function seenLines(node: Nodes): readonly { readonly words: string; readonly line: number }[] {
  const { text, lineAt } = linedText(node);
  let index = 0;
  return text.split(LINE_END).flatMap((part) => {
    const start = index + (/^\s*/u.exec(part)?.[0].length ?? 0);
    index += part.length + 1;
    const words = foldWords(part);
    return words === '' ? [] : [{ words, line: lineAt(start) }];
  });
}

/** The words of running text or of blocks on one line. */
export function wordsOf(nodes: Nodes | readonly Nodes[]): string {
  const list = isNode(nodes) ? [nodes] : nodes;
  return foldWords(list.map((node) => linedText(node).text).join(''));
}

export function hasWords(nodes: readonly (PhrasingContent | RootContent)[]): boolean {
  return wordsOf(nodes) !== '';
}

function leavesOf(node: Nodes, line: number): readonly Leaf[] {
  const here = node.position?.start.line ?? line;
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return [{ text: node.value, line: here }];
    case 'break':
      return [{ text: LINE_END, line: here }];
    case 'footnoteReference':
      return [{ text: `[${node.identifier}]`, line: here }];
    default:
      if (!('children' in node)) return [];
      return node.children.flatMap((child) => [...leavesOf(child, here), ...(isLine(child) ? [{ text: LINE_END, line: here }] : [])]);
  }
}

function isNode(nodes: Nodes | readonly Nodes[]): nodes is Nodes {
  return 'type' in nodes;
}

const LINES = new Set<string>([
  'paragraph',
  'heading',
  'listItem',
  'list',
  'tableRow',
  'tableCell',
  'code',
  'blockquote',
  'mdxJsxFlowElement',
]);

function isLine(node: Nodes): boolean {
  return LINES.has(node.type);
}
