import type { Node } from 'mdast';
import type { Tag } from './tags.ts';

/** Whether a node of the tree holds others. */
export function hasChildren(node: Node): node is Node & { children: readonly Node[] } {
  return 'children' in node && Array.isArray(node.children);
}

/** Whether a node is a tag, between paragraphs or within one. */
export function isTag(node: Node): node is Tag {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}
