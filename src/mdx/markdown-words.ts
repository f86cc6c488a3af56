import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { foldWords } from '../model/record/fold.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

// Signs by which Markdown parts cells, and lists, quotes and tables inside a cell, where they are no more than signs.
const SIGN = /^(?:\||-+|>|`{3,})$/u;

/** Words one by one, without the signs that Markdown leaves in a cell: so its words can be compared with the canonical text's. */
export function withoutSigns(words: string): readonly string[] {
  return foldWords(words)
    .split(' ')
    .filter((word) => !SIGN.test(word));
}

/**
 * The words of a `policy.md` below its title, as a program for Markdown reads them: with the numbers of lists and the marks of
 * footnotes, without the ids behind headings. Cells are not parted by anything but a space. Never throws.
 */
export function markdownWords(markdown: string): string {
  const tree: Root = parser.parse(markdown);
  const [first, ...rest] = tree.children;
  const isTitle = first?.type === 'heading' && first.depth === 1;
  return foldWords((isTitle ? rest : tree.children).map(wordsOf).join(' '));
}

function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'inlineCode':
      return node.value;
    case 'html':
      return node.value
        .replaceAll(/<br>|<\/?(?:ul|li|table|thead|tbody|tr|t[hd])(?: [^>]*)?>/gu, ' ')
        .replaceAll(/<\/?(?:em|strong|su[bp])>|<!-- -->/gu, '');
    case 'break':
      return ' ';
    case 'footnoteReference':
      return `[${node.label ?? node.identifier}]`;
    case 'footnoteDefinition':
      return `[${node.label ?? node.identifier}] ${parts(node.children, ' ')}`;
    case 'heading':
      return parts(node.children, '').replace(/ \[#[a-z0-9-]+\]$/u, '');
    case 'list':
      return node.children.map((item, index) => `${label(node.start, index)}${wordsOf(item)}`).join(' ');
    case 'paragraph':
    case 'tableCell':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return parts(node.children, '');
    default:
      return 'children' in node ? parts(node.children, ' ') : '';
  }
}

function parts(nodes: readonly Nodes[], joint: string): string {
  return nodes.map(wordsOf).join(joint);
}

function label(start: number | null | undefined, index: number): string {
  return typeof start === 'number' ? `${start + index}. ` : '';
}
