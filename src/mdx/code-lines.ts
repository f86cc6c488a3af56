import type { Node, Root } from 'mdast';
import { hasChildren } from './node.ts';

// What Astro's MDX parsers take for a statement, measured: `import` before a space, tab or brace; `export` also before `*` or alone.
const STATEMENT = /^(?:import|export)(?=[ \t{*\r\n]|$)/u;

/** The word with which a text begins as a program's line would; `undefined` when it does not. */
export function codeWord(text: string): string | undefined {
  return STATEMENT.exec(text)?.[0];
}

/**
 * The paragraphs (or headings, tables) that MDX with JavaScript would take for code, because their first line begins with
 * "import" or "export" in the first column, each with that word. In this parser they are words; to accept them would let
 * the same file say less when Astro compiles it.
 */
export function codeLines(tree: Root, text: string): ReadonlyMap<Node, string> {
  const found = new Map<Node, string>();
  const waiting: Node[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const start = node.position?.start;
    const isBlock = node.type === 'paragraph' || node.type === 'heading' || node.type === 'table';
    const word = isBlock && start?.column === 1 ? codeWord(text.slice(start.offset, (start.offset ?? 0) + 10)) : undefined;
    if (word !== undefined) found.set(node, word);
    if (hasChildren(node)) for (const child of node.children) waiting.push(child);
  }
  return found;
}
