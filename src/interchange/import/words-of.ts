import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { foldWords } from '../../model/record/canonical.ts';

/** The words of nodes as they stand, line ends included; blocks are parted by a line end. */
export function rawWordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'footnoteReference':
      return `[${node.identifier}]`;
    default:
      if (!('children' in node)) return '';
      return node.children.map((child) => rawWordsOf(child) + (isLine(child) ? '\n' : '')).join('');
  }
}

/** The words of running text or of a block on one line. */
export function wordsOf(nodes: Nodes | readonly Nodes[]): string {
  const list = isNode(nodes) ? [nodes] : nodes;
  return foldWords(list.map((node) => rawWordsOf(node)).join(''));
}

export function hasWords(nodes: readonly (PhrasingContent | RootContent)[]): boolean {
  return wordsOf(nodes) !== '';
}

function isNode(nodes: Nodes | readonly Nodes[]): nodes is Nodes {
  return 'type' in nodes;
}

const LINES = new Set<string>(['paragraph', 'heading', 'listItem', 'list', 'tableRow', 'tableCell', 'code', 'blockquote', 'mdxJsxFlowElement']);

function isLine(node: Nodes): boolean {
  return LINES.has(node.type);
}
