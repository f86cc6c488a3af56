import type { List, Paragraph, RootContent } from 'mdast';
import { headingLikeness } from './heading-words.ts';
import { excerpt, oddity } from './import-log.ts';
import { lineOfBlock, type Reading } from './reading.ts';
import { hasWords, linedText, wordsOf, type LinedText } from './words-of.ts';

/** Reports what looks like a slip of the pen. Nothing is corrected: a published text says what it says. */
export function reportOddities(blocks: readonly RootContent[], reading: Reading): void {
  const headings = new Map(
    blocks.flatMap((block) => (block.type === 'heading' ? [[headingLikeness(wordsOf(block)), wordsOf(block)] as const] : [])),
  );
  const paragraphs = blocks.filter((block) => block.type === 'paragraph');
  const punctuated = paragraphs.filter((block) => /[.!?:;。]["”’»)]*$/u.test(wordsOf(block))).length;
  for (const [index, block] of blocks.entries()) {
    for (const text of textsIn(block)) reportPunctuation(text, reading);
    for (const text of textsIn(block, 'without links')) reportCited(text, headings, reading);
    const isLeadIn = ['list', 'table', 'blockquote'].includes(blocks[index + 1]?.type ?? '');
    if (block.type === 'paragraph' && !isLeadIn && punctuated * 2 > paragraphs.length) reportNoEnd(block, reading);
    if (block.type === 'list') reportLists(block, true, reading);
  }
}

/** Every block of running text, one by one. Code and addresses printed in full have their own punctuation. */
function textsIn(node: RootContent, links: 'with links' | 'without links' = 'with links'): readonly LinedText[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const children = node.children.filter(
      (child) => child.type !== 'inlineCode' && (child.type !== 'link' || (links === 'with links' && !/[/@]|\.\w/u.test(wordsOf(child)))),
    );
    const text = linedText({ type: 'paragraph', children });
    return [text];
  }
  return 'children' in node ? node.children.flatMap((child) => textsIn(child, links)) : [];
}

// A full stop between two letters of an address, an abbreviation or a file name is none that ends a sentence.
const NO_SPACE = /(?<![\p{L}\p{N}.@/_-])\p{L}*\p{Ll}{2,}[.!?;,:]\p{Lu}\p{Ll}+(?![\p{L}\p{N}]*[./@_])/gu;
const DOUBLED = /(?<!\b(?:etc|inc|ltd|corp|co|no|al|vs|approx))(?:\.;|;\.|,;|;,|;;|,,|(?<!\.)\.\.(?!\.)|:;|,\.)/giu;

function reportPunctuation({ text, lineAt }: LinedText, reading: Reading): void {
  for (const match of text.matchAll(NO_SPACE)) {
    oddity(
      reading.log,
      'no-space',
      lineAt(match.index),
      `"${around(text, match.index, match[0].length)}": no space after a punctuation mark.`,
    );
  }
  for (const match of text.matchAll(DOUBLED)) {
    oddity(
      reading.log,
      'double-punctuation',
      lineAt(match.index),
      `"${around(text, match.index, match[0].length)}": two punctuation marks in a row.`,
    );
  }
}

const CITED =
  /["“„«]([^"”“»\n]{2,80})["”»]\s+(?:section|clause|paragraph)\b|\b(?:section|clause)\s+(?:called|titled|entitled|headed|named)?\s*["“„«]([^"”“»\n]{2,80})["”»]/giu;

/** A section cited by its name: where sections are closed, readers want a link. */
function reportCited({ text, lineAt }: LinedText, headings: ReadonlyMap<string, string>, reading: Reading): void {
  for (const match of text.matchAll(CITED)) {
    const name = match[1] ?? match[2] ?? '';
    const heading = headings.get(headingLikeness(name));
    if (heading === undefined) continue;
    oddity(
      reading.log,
      'section-cited',
      lineAt(match.index),
      `"${excerpt(match[0])}" cites the section "${heading}" by name; a link to it would help readers.`,
    );
  }
}

const FEWEST_WORDS = 8;

function reportNoEnd(paragraph: Paragraph, reading: Reading): void {
  const words = wordsOf(paragraph);
  if (!/[\p{L}\p{N}]$/u.test(words) || words.split(' ').length < FEWEST_WORDS) return;
  const last = paragraph.children.findLast((child) => hasWords([child]));
  if (last?.type === 'link') return;
  const { text, lineAt } = linedText(paragraph);
  oddity(
    reading.log,
    'no-full-stop',
    lineAt(text.trimEnd().length - 1),
    `"… ${words.split(' ').slice(-6).join(' ')}": the paragraph ends without a full stop.`,
  );
}

/** Semicolons part the items of a list: one inside an item, or after the last one, may be a slip. */
function reportLists(list: List, isLast: boolean, reading: Reading): void {
  const own = list.children.map((item) => item.children[0]);
  const ends = own.filter((block) => block && wordsOf(block).endsWith(';')).length;
  for (const [index, item] of list.children.entries()) {
    const isEnd = isLast && index === list.children.length - 1;
    const [first, ...rest] = item.children;
    const inner = rest.filter((block) => block.type === 'list');
    if (first?.type === 'paragraph' && ends * 2 >= list.children.length)
      reportItem(first, isEnd && inner.length === 0, list.children.length > 1, reading);
    for (const [place, nested] of inner.entries()) reportLists(nested, isEnd && place === inner.length - 1, reading);
  }
}

function reportItem(item: Paragraph, isEnd: boolean, hasOthers: boolean, reading: Reading): void {
  const { text, lineAt } = linedText(item);
  const inside = hasOthers ? /;(?=\s+\p{L})/u.exec(text) : undefined;
  if (inside) {
    oddity(
      reading.log,
      'semicolon-inside',
      lineAt(inside.index),
      `"${around(text, inside.index, 1)}": a semicolon inside an item, while semicolons part the items of this list.`,
    );
  }
  if (isEnd && /;\s*$/u.test(text)) {
    const words = wordsOf(item).split(' ').slice(-6).join(' ');
    oddity(
      reading.log,
      'semicolon-at-end',
      lineOfBlock(item),
      `"… ${words}": the last item of the list ends with a semicolon, although nothing follows.`,
    );
  }
}

function around(text: string, index: number, length: number): string {
  const before = text.slice(Math.max(0, index - 40), index).replace(/^\S*\s/u, '');
  const after = text.slice(index + length, index + length + 25).replace(/\s\S*$/u, '');
  return (before + text.slice(index, index + length) + after).replace(/\s+/gu, ' ').trim();
}
