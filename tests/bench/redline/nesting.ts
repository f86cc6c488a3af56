import type { Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'col']);

/**
 * Whether a browser makes of a document just the elements that it spells out, in their places: an HTML parser closes, adds and moves
 * elements that cannot stand where they are, and then the tags of its tree are others than those written.
 */
export function isNestedRightly(html: string): boolean {
  const written = [...html.replace(/<!doctype[^>]*>/iu, '').matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/giu)].map(
    ([, slash, name]) => `${slash ?? ''}${(name ?? '').toLowerCase()}`,
  );
  const tree: Root = unified().use(rehypeParse).parse(html);
  return written.join(' ') === tree.children.flatMap(tagsOf).join(' ');
}

function tagsOf(node: RootContent): readonly string[] {
  if (node.type !== 'element') return [];
  const { tagName, children } = node;
  return VOID.has(tagName) ? [tagName] : [tagName, ...children.flatMap(tagsOf), `/${tagName}`];
}
