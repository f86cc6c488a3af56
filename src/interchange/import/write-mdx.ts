import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { tidyPhrasing } from './tidy-phrasing.ts';

/** A block of the policy; a heading carries the permanent id of its section. */
export interface WrittenBlock {
  readonly block: RootContent;
  readonly id?: string | undefined;
}

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    strong: '*',
    fences: true,
    incrementListMarker: true,
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
    setext: false,
    // A paragraph that begins with one of these words is a program's line to MDX; its first letter is spelt out.
    unsafe: [
      { atBreak: true, character: 'i', after: 'mport[ \\t\\r\\n{*"\']' },
      { atBreak: true, character: 'e', after: 'xport[ \\t\\r\\n{*]' },
    ],
  })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMdx)
  .freeze();

/** Policy MDX, one paragraph a line. Whatever MDX would take for code is escaped, so that it prints as the same words. */
export function writeMdx(blocks: readonly WrittenBlock[]): string {
  const root: Root = { type: 'root', children: blocks.map(({ block, id }) => prepared(block, id)) };
  return writer.stringify(root);
}

function prepared(block: RootContent, id: string | undefined): RootContent {
  const tidy = tidyBlock(block);
  if (tidy.type !== 'heading' || id === undefined) return tidy;
  // Written as it stands: escaped brackets would mean the same and be harder to read.
  const mark: PhrasingContent[] = [
    { type: 'text', value: ' ' },
    { type: 'html', value: `[#${id}]` },
  ];
  const heading: Heading = { ...tidy, children: [...tidy.children, ...mark] };
  return heading;
}

function tidyBlock<Block extends RootContent>(node: Block): Block {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    return Object.assign({}, node, { children: tidyPhrasing(node.children) });
  }
  if (!('children' in node)) return node;
  return Object.assign({}, node, { children: node.children.map((child: RootContent) => tidyBlock(child)) });
}
