import type { Code, Heading, InlineCode, Node, Root, Text } from 'mdast';
import { headingParts } from './heading-id.ts';
import { hasChildren } from './node.ts';
import { parseSyntax } from './syntax.ts';

/** Line and column of words in a source, counted from 1. */
export interface WordPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Where words of a text stand in its source: the first place in a section at which its letters and digits follow each other,
 * whatever marks stand between them. The section's heading when they cannot be found, `undefined` when there is no such section.
 */
export type LocateWords = (section: string | undefined, words: string) => WordPlace | undefined;

/** Reads the source again, once, when a place is first asked for: mostly none is. */
export function wordPlaces(body: string, file: string): LocateWords {
  let known: Index | undefined;
  return (section, words) => {
    known ??= indexOf(body, file);
    const from = section === undefined ? 0 : known.sections.get(section);
    const start = from ?? 0;
    const sought = lettersOf(words).slice(0, MOST_LETTERS);
    const at = sought === '' ? -1 : known.letters.indexOf(sought, start);
    const offset = at < 0 ? known.headings.get(section ?? '') : known.offsets[at];
    return offset === undefined ? undefined : placeAt(body, offset);
  };
}

// Enough to tell one sentence from the others; what follows may be parted by a footnote or a line break in a table.
const MOST_LETTERS = 60;

type Words = Text | InlineCode | Code;

interface Index {
  /** Letters and digits of all text, small. */
  readonly letters: string;
  /** Place of each of them in the source. */
  readonly offsets: readonly number[];
  /** Where a section's letters begin, and where its heading stands in the source. */
  readonly sections: ReadonlyMap<string, number>;
  readonly headings: ReadonlyMap<string, number>;
}

function indexOf(body: string, file: string): Index {
  const syntax = parseSyntax(body, file);
  const index = { letters: '', offsets: [] as number[], sections: new Map<string, number>(), headings: new Map<string, number>() };
  if (!('tree' in syntax)) return index;
  const parts: string[] = [];
  let length = 0;
  for (const node of inOrder(syntax.tree)) {
    const start = node.position?.start.offset ?? 0;
    if (isHeading(node)) {
      const { id } = headingParts(node);
      if (id !== undefined) {
        index.sections.set(id, length);
        index.headings.set(id, start);
      }
      continue;
    }
    const source = body.slice(start, node.position?.end.offset);
    let at = 0;
    for (const letter of lettersOf(node.value)) {
      // Escapes and character references stand between the letters of the source; what cannot be found counts as the letter before.
      const found = source.toLowerCase().indexOf(letter, at);
      if (found >= 0) at = found + 1;
      parts.push(letter);
      for (let unit = 0; unit < letter.length; unit++) index.offsets.push(start + Math.max(at - 1, 0));
      length += letter.length;
    }
  }
  return { ...index, letters: parts.join('') };
}

/** Headings and pieces of text in reading order, without recursion: hostile texts nest deeply. */
function* inOrder(tree: Root): Generator<Heading | Words> {
  const waiting: Node[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isHeading(node) || isWords(node)) yield node;
    if (hasChildren(node)) waiting.push(...node.children.toReversed());
  }
}

function isHeading(node: Node): node is Heading {
  return node.type === 'heading';
}

function isWords(node: Node): node is Words {
  return node.type === 'text' || node.type === 'inlineCode' || node.type === 'code';
}

function lettersOf(words: string): string {
  return (words.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).join('').toLowerCase();
}

function placeAt(body: string, offset: number): WordPlace {
  const before = body.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
