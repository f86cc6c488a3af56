import type { Root } from 'hast';
import type { RootContent } from 'mdast';
import { guess } from './import-log.ts';
import { dropBlocks, lineOfBlock, type Reading } from './reading.ts';
import { wordsOf } from './words-of.ts';

export interface Provenance {
  /** Address that the text was taken from. */
  readonly source?: string | undefined;
  /** Day it was captured, as printed. */
  readonly captured?: string | undefined;
}

const SIGNS = /\b(?:archived|wayback|web archive|captured|snapshot|downloaded|extracted)\b/iu;

/** A note of an archive in a quotation at the very beginning is no part of the policy: it says where the text comes from. */
export function takeArchiveNote(
  blocks: readonly RootContent[],
  reading: Reading,
): { blocks: readonly RootContent[]; provenance: Provenance } {
  const [first, ...rest] = blocks;
  const words = first ? wordsOf(first) : '';
  if (first?.type !== 'blockquote' || !SIGNS.test(words)) return { blocks, provenance: {} };
  dropBlocks([first], 'archive-note', reading);
  noteTaken(lineOfBlock(first), reading);
  return { blocks: rest, provenance: readNote(words, linkIn(first)) };
}

/** The same in a comment at the top of a page, which no reader ever saw. */
export function archiveComment(tree: Root, reading: Reading): Provenance {
  for (const node of tree.children) {
    if (node.type !== 'comment') break;
    if (!SIGNS.test(node.value)) continue;
    noteTaken(reading.source.lineOf(node) ?? 1, reading);
    return readNote(node.value, undefined);
  }
  return {};
}

function noteTaken(line: number, reading: Reading): void {
  guess(
    reading.log,
    'archive-note',
    line,
    'The note at the top speaks about a copy of the page. It was taken as provenance, not as text of the policy.',
  );
}

function readNote(words: string, link: string | undefined): Provenance {
  return { source: link ?? /https?:\/\/[^\s)"'>]+/u.exec(words)?.[0], captured: /\b\d{4}-\d{2}-\d{2}\b/u.exec(words)?.[0] };
}

function linkIn(node: RootContent): string | undefined {
  if (node.type === 'link') return node.url;
  if (!('children' in node)) return undefined;
  return node.children.map((child) => linkIn(child)).find((url) => url !== undefined);
}
