import type { Element, Nodes } from 'hast';
import type { Heading, Nodes as TextNodes, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Accordions } from './accordions.ts';
import { anchorOf } from './attribute-lists.ts';
import { drop, type ImportLog } from './import-log.ts';
import type { DropReason } from './receipt.ts';
import type { Source } from './source.ts';

/** A name that a link can lead to, with the place in the text where it stands. */
export interface Anchor {
  readonly name: string;
  readonly line: number;
  readonly place: number;
  /** Whether readers may have linked to it: an anchor of a heading or one set by hand, not the id of some box. */
  readonly isMeant: boolean;
}

export interface HeadingFacts {
  /** Level in the source; panels that open and close stand half a level below the heading before them. */
  readonly depth: number;
  /** Number of the block with words, counted through the whole text; anchors are placed by it. */
  readonly place: number;
  /** The section id that the source itself writes. */
  readonly id?: string | undefined;
}

/** What encloses the blocks that are read; at the top, `undefined`. Headings divide the text only there. */
export type Inside = 'a list' | 'a quotation' | 'a table' | 'a footnote' | undefined;

export type ReadFlow = (nodes: readonly Nodes[], inside: Inside, reading: Reading) => readonly RootContent[];

/** What the readers of one page share while they walk it. */
export interface Reading {
  readonly source: Source;
  readonly log: ImportLog;
  readonly accordions: Accordions;
  readonly writtenIds: ReadonlyMap<Element, string>;
  /** Names of the footnotes that the text refers to. */
  readonly noteNames: ReadonlySet<string>;
  readonly anchors: Anchor[];
  readonly headings: Map<Heading, HeadingFacts>;
  /** Nodes of the page that words or a whole list, table or quotation were made from. */
  readonly origins: Map<RootContent, readonly Nodes[]>;
  /** Components that the walk is inside of: none may hold itself. */
  readonly open: Set<string>;
  /** Number of each block with words. */
  readonly places: Map<RootContent, number>;
  /** Where the walk stands: number of the next block with words, line, level of the last heading, whether inside a list or the like. */
  readonly at: { place: number; line: number; depth: number };
}

/** The node's line; for what the browser added, the line of what came before. */
export function lineHere(node: Nodes, reading: Reading): number {
  reading.at.line = reading.source.lineOf(node) ?? reading.at.line;
  return reading.at.line;
}

export function position(line: number): NonNullable<TextNodes['position']> {
  return { start: { line, column: 1 }, end: { line, column: 1 } };
}

export function lineOfBlock(node: TextNodes): number {
  return node.position?.start.line ?? 1;
}

export function noteAnchor(element: Element, isMeant: boolean, reading: Reading): void {
  const at = { line: lineHere(element, reading), place: reading.at.place };
  const name = anchorOf(element);
  if (name !== undefined) reading.anchors.push({ name, ...at, isMeant });
  const written = reading.writtenIds.get(element);
  if (written !== undefined && written !== name) reading.anchors.push({ name: written, ...at, isMeant: true });
}

/** Counts a block with words. `from` is what it was made from, but for running text, whose pieces have origins of their own. */
export function placed<Block extends RootContent>(block: Block, from: readonly Nodes[], reading: Reading): Block {
  reading.places.set(block, reading.at.place);
  reading.at.place++;
  if (from.length > 0) reading.origins.set(block, from);
  return block;
}

/** Reads what a component holds; inside itself it is no component but only its words. */
export function insideComponent<Result>(
  name: string,
  reading: Reading,
  read: () => Result,
): { readonly result: Result; readonly isNested: boolean } {
  if (reading.open.has(name)) return { result: read(), isNested: true };
  reading.open.add(name);
  const result = read();
  reading.open.delete(name);
  return { result, isNested: false };
}

/** Leaves out blocks with all they hold. */
export function dropBlocks(blocks: readonly RootContent[], reason: DropReason, reading: Reading): void {
  for (const block of blocks) {
    for (const node of reading.origins.get(block) ?? []) drop(node, reason, reading.log);
    if ('children' in block) dropBlocks(block.children, reason, reading);
  }
}

export function textTag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly PhrasingContent[],
): MdxJsxTextElement {
  return { type: 'mdxJsxTextElement', name, attributes: pairs(attributes), children: [...children] };
}

export function blockTag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly RootContent[],
  line: number,
): MdxJsxFlowElement {
  return { type: 'mdxJsxFlowElement', name, attributes: pairs(attributes), children: children.filter(isFlow), position: position(line) };
}

/** What may stand inside lists, quotes, cells: every block but the nodes that only a whole document has. */
export function isFlow(node: RootContent): node is MdxJsxFlowElement['children'][number] {
  return node.type !== 'yaml' && FLOW.has(node.type);
}

const FLOW = new Set<string>([
  'blockquote',
  'code',
  'footnoteDefinition',
  'heading',
  'html',
  'list',
  'mdxJsxFlowElement',
  'paragraph',
  'table',
  'thematicBreak',
]);

function pairs(attributes: Readonly<Record<string, string | undefined>>): MdxJsxAttribute[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [{ type: 'mdxJsxAttribute' as const, name, value }],
  );
}
