import type { Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { elementsOf } from './html-names.ts';
import { guess, type ImportLog } from './import-log.ts';

/** The source as a page: what a browser makes of it, and where each piece stands in the file. */
export interface Source {
  readonly tree: Root;
  /** Line of the file, counted from 1; `undefined` for what the browser adds by itself. */
  readonly lineOf: (node: Nodes) => number | undefined;
  /** What `lineOf` counts; lines when left out. A Word file has no lines. */
  readonly unit?: 'paragraph' | undefined;
}

const document = unified().use(rehypeParse).freeze();
const fragment = unified().use(rehypeParse, { fragment: true }).freeze();

export function htmlSource(html: string): Source {
  return { tree: cleaned(document.parse(html)), lineOf: (node) => node.position?.start.line };
}

/** A part of a page, written from another format; `lineAt` tells the line of that file from the place in `html`. */
export function fragmentSource(html: string, lineAt: (offset: number) => number): Source {
  const tree = cleaned(fragment.parse(html));
  return {
    tree,
    lineOf: (node) => {
      const offset = node.position?.start.offset;
      return offset === undefined ? undefined : lineAt(offset);
    },
  };
}

// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF\uFDD0-\uFDEF]|\p{Cs}/gu;

/** Text without invisible characters that can hide or reorder words; policy text may not hold any. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** One kind of line end, no byte order mark, no control characters; those taken out are named with their lines. */
export function plainText(text: string, log: ImportLog): string {
  const plain = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const lines = plain.split('\n').flatMap((line, index) => (withoutControls(line) === line ? [] : [index + 1]));
  const [first] = lines;
  if (first !== undefined) {
    const message = `Invisible control characters, which can hide or reorder words, were taken out (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}). No words are lost.`;
    guess(log, 'control-characters', first, message);
  }
  return withoutControls(plain);
}

/** Control characters can also be written as references (`&#x202E;`), which only the reader of the page resolves. */
function cleaned(tree: Root): Root {
  for (const parent of [tree, ...elementsOf(tree)]) {
    for (const child of parent.children) if (child.type === 'text') child.value = withoutControls(child.value);
  }
  return tree;
}
