import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { foldWords } from '../../src/model/record/canonical.ts';
import { itemLabel } from '../../src/model/record/item-label.ts';

/** The words of a page that Astro made of a policy, one block a line, as its record has them. */
export interface PageWords {
  readonly text: readonly string[];
  /** Astro puts all footnotes at the end of the page, the record at the end of the section that refers to them. */
  readonly notes: readonly string[];
}

/**
 * Reads what stands in `<main>`. What the two print differently by design is evened out here, and nothing else:
 * the id behind a heading is no word; a footnote is referred to as `1` in place of `[1]`; footnotes stand at the end of the
 * page, and their heading and the arrows back are Astro's own; the labels of a list that counts are words in the record and none in HTML.
 */
export function pageWords(html: string): PageWords {
  const main = find(unified().use(rehypeParse).parse(html), (element) => element.tagName === 'main');
  if (!main) throw new Error('The page has no <main>.');
  const footnotes = find(main, (element) => element.properties['dataFootnotes'] !== undefined);
  const lines = main.children.filter((child) => child !== footnotes);
  return {
    text: linesOf(lines)
      .map(foldWords)
      .filter((line) => line !== ''),
    notes: footnotes ? notesOf(footnotes) : [],
  };
}

const INLINE = new Set(['a', 'abbr', 'br', 'code', 'del', 'dfn', 'em', 'span', 'strong', 'sub', 'sup']);

/** Neighbouring words and marks are one line; every other element is read by itself. */
function linesOf(nodes: readonly ElementContent[] | Root['children']): readonly string[] {
  const lines: string[] = [];
  let run = '';
  const end = (): void => {
    if (run.trim() !== '') lines.push(run);
    run = '';
  };
  for (const node of nodes) {
    if (node.type === 'text') run += node.value;
    else if (node.type === 'element' && INLINE.has(node.tagName)) run += wordsOf(node);
    else if (node.type === 'element') {
      end();
      lines.push(...blockLines(node));
    }
  }
  end();
  return lines;
}

function blockLines(element: Element): readonly string[] {
  const { tagName, children } = element;
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [wordsOf(element).replace(/\s*\[#[a-z0-9-]+\]\s*$/u, '')];
    case 'pre':
      return [wordsOf(element)];
    case 'ol':
      return listLines(element);
    case 'tr':
      return [
        children.flatMap((cell) => (cell.type === 'element' ? [foldWords(linesOf(cell.children).join(' '))] : [])).join(' | '),
      ].filter((row) => /[^|\s]/u.test(row));
    default:
      return linesOf(children);
  }
}

function listLines(list: Element): readonly string[] {
  const { start = 1, type = '1' } = list.properties;
  const marker = (['1', 'a', 'A', 'i', 'I'] as const).find((known) => known === type) ?? '1';
  const items = list.children.filter((child) => child.type === 'element');
  return items.flatMap((item, index) => {
    const label = itemLabel({ start: Number(start), marker }, index);
    const [first, ...rest] = item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const isText = first && (first.type === 'text' || (first.type === 'element' && (first.tagName === 'p' || INLINE.has(first.tagName))));
    const lines = linesOf(isText ? [first, ...rest] : item.children);
    return isText ? [`${label} ${lines[0] ?? ''}`, ...lines.slice(1)] : [label, ...lines];
  });
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  if (node.tagName === 'br') return ' ';
  if (node.properties['dataFootnoteBackref'] !== undefined) return '';
  const words = node.children.map(wordsOf).join('');
  return node.properties['dataFootnoteRef'] === undefined ? words : `[${words}]`;
}

function notesOf(footnotes: Element): readonly string[] {
  const list = find(footnotes, (element) => element.tagName === 'ol');
  const items = list?.children.filter((child) => child.type === 'element') ?? [];
  return items.map((item, index) => foldWords(`[${index + 1}] ${linesOf(item.children).map(foldWords).join(' ')}`));
}

function find(node: Root | Element, is: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = is(child) ? child : find(child, is);
    if (found) return found;
  }
  return undefined;
}
