import type { Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** The source as a page: what a browser makes of it, and where each piece stands in the file. */
export interface Source {
  readonly tree: Root;
  /** Line of the file, counted from 1; `undefined` for what the browser adds by itself. */
  readonly lineOf: (node: Nodes) => number | undefined;
}

const document = unified().use(rehypeParse).freeze();
const fragment = unified().use(rehypeParse, { fragment: true }).freeze();

export function htmlSource(html: string): Source {
  return { tree: document.parse(html), lineOf: (node) => node.position?.start.line };
}

/** A part of a page, written from another format; `lineAt` tells the line of that file from the place in `html`. */
export function fragmentSource(html: string, lineAt: (offset: number) => number): Source {
  const tree = fragment.parse(html);
  return {
    tree,
    lineOf: (node) => {
      const offset = node.position?.start.offset;
      return offset === undefined ? undefined : lineAt(offset);
    },
  };
}

/** Deeper than any real page; it keeps a hostile one from exhausting the stack. */
const DEEPEST = 300;

export function isTooDeep(tree: Root): boolean {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { node, depth } = entry;
    if (depth > DEEPEST) return true;
    if ('children' in node) waiting.push(...node.children.map((child) => ({ node: child, depth: depth + 1 })));
  }
  return false;
}

/** Windows and old Macintosh line ends become one; a byte order mark is no text. */
export function plainLines(text: string): string {
  return text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
}
