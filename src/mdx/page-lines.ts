import type { Element, ElementContent, RootContent } from 'hast';
import { foldWords } from '../model/record/fold.ts';
import { itemLabel } from '../model/record/item-label.ts';
import type { Marker } from '../model/record/record.ts';

/** Where a link of a line leads, as written, and the words that lead there. */
export interface LineLink {
  readonly words: string;
  readonly href: string;
}

/** One block of a page's text, by the rules of the canonical text (canon 1). */
export interface PageLine {
  readonly section: string;
  /** Id by which it can be cited; a heading's is that of its section. Words that nothing owns have none. */
  readonly anchor?: string | undefined;
  readonly text: string;
  readonly links: readonly LineLink[];
}

interface OpenLine {
  readonly section: string;
  readonly anchor?: string | undefined;
  readonly links: LineLink[];
  text: string;
  /** Only an item's label stands in it yet: a first paragraph without an id of its own goes on with it. */
  isBare: boolean;
}

interface Walk {
  readonly lines: PageLine[];
  readonly isFrame: (element: Element) => boolean;
  open?: OpenLine | undefined;
}

const RUNNING = new Set(['a', 'abbr', 'code', 'dfn', 'em', 'span', 'strong', 'sub', 'sup']);
const BLOCKS = new Set(
  'address article blockquote caption dd details div dl dt h1 h2 h3 h4 h5 h6 li ol p pre section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
);
// Nobody is shown what stands in these.
const UNREAD = new Set(['script', 'style', 'template']);

/**
 * The lines of some HTML in reading order, told from the page alone, as a browser would show it: the second opinion beside
 * `canonicalText`, which is told from the model. Of a whole record both say the same (a property test).
 *
 * Whatever is not part of the record's vocabulary counts as words, with its name in angle brackets: a picture says something,
 * too. Elements for which `isFrame` is true are passed over, and so is what nobody is shown. Never throws.
 */
export function pageLines(
  nodes: readonly (RootContent | ElementContent)[],
  section = '',
  isFrame: (element: Element) => boolean = () => false,
): readonly PageLine[] {
  const walk: Walk = { lines: [], isFrame };
  readNodes(nodes, section, walk);
  close(walk);
  return walk.lines;
}

function readNodes(nodes: readonly (RootContent | ElementContent)[], section: string, walk: Walk): void {
  for (const node of nodes) {
    if (node.type === 'text') say(node.value, section, walk);
    else if (node.type === 'element') readElement(node, section, walk);
  }
}

function readElement(element: Element, section: string, walk: Walk): void {
  const { tagName: name, children, properties } = element;
  if (UNREAD.has(name) || properties['hidden'] === true || properties['hidden'] === '' || walk.isFrame(element)) return;
  if (properties['ariaHidden'] === 'true' || properties['inert'] === true) say(' <hidden from some readers> ', section, walk);
  if (name === 'br') return say(' ', section, walk);
  if (!BLOCKS.has(name)) {
    if (!RUNNING.has(name)) say(` <${name}> `, section, walk);
    readNodes(children, section, walk);
    if (name === 'a' && properties['href'] !== undefined)
      walk.open?.links.push({ words: foldWords(textIn(element)), href: properties['href'] });
    return;
  }
  const owner = ownerOf(element) ?? section;
  if (name === 'tr') return readRow(element, owner, walk);
  if (name === 'ol') return readCounted(element, owner, walk);
  if (properties['role'] === 'doc-footnote') return whole(element, pageLines(children, owner, walk.isFrame), owner, walk);
  // The first paragraph of an item has no id of its own: the item carries it, and the label in front.
  const goesOn = name === 'p' && properties['id'] === undefined && walk.open?.isBare === true;
  if (!goesOn) begin(element, owner, walk);
  readNodes(children, owner, walk);
  close(walk);
}

function begin(element: Element, section: string, walk: Walk, label = ''): void {
  close(walk);
  const isBare = element.tagName === 'li' || element.tagName === 'dd';
  walk.open = { section, anchor: anchorOf(element, section), links: [], text: label, isBare };
}

function close(walk: Walk): void {
  const { open } = walk;
  walk.open = undefined;
  if (!open) return;
  const { section, anchor, links } = open;
  const text = foldWords(open.text);
  if (text !== '') walk.lines.push({ section, anchor, text, links });
}

function say(words: string, section: string, walk: Walk): void {
  const open = (walk.open ??= { section, links: [], text: '', isBare: false });
  open.text += words;
  if (foldWords(words) !== '') open.isBare = false;
}

const MARKERS: readonly Marker[] = ['1', 'a', 'A', 'i', 'I'];

/** Items with the labels that a browser would show: it counts on from the item before where one does not say its number. */
function readCounted(list: Element, section: string, walk: Walk): void {
  close(walk);
  const marker = MARKERS.find((known) => known === (list.properties['type'] ?? '1')) ?? '1';
  let number = Number(list.properties['start'] ?? 1);
  for (const child of list.children) {
    if (child.type !== 'element' || child.tagName !== 'li') {
      readNodes([child], section, walk);
      continue;
    }
    const own = Number(child.properties['value'] ?? Number.NaN);
    if (Number.isInteger(own)) number = own;
    begin(child, section, walk, `${itemLabel({ start: number, marker }, 0)} `);
    readNodes(child.children, section, walk);
    close(walk);
    number += 1;
  }
}

function readRow(row: Element, section: string, walk: Walk): void {
  const inner = row.children.flatMap((cell) => (cell.type === 'element' ? [pageLines([cell], section, walk.isFrame)] : []));
  const text = inner.map((lines) => lines.map((line) => line.text).join(' ')).join(' | ');
  whole(row, [{ section, text, links: inner.flat().flatMap(({ links }) => links) }], section, walk);
}

/** Something that is one line whatever it holds: a row of a table, a footnote. */
function whole(element: Element, lines: readonly PageLine[], section: string, walk: Walk): void {
  begin(element, section, walk);
  say(lines.map((line) => line.text).join(' '), section, walk);
  walk.open?.links.push(...lines.flatMap(({ links }) => links));
  close(walk);
}

/** The section that an element opens: a section's own id; a folding section's stands on its body, and so does a preamble's. */
function ownerOf(element: Element): string | undefined {
  const { tagName: name, children } = element;
  if (name === 'section' || (name === 'div' && isNamed(element, 'body', 'preamble'))) return idOf(element);
  if (name !== 'details') return undefined;
  const body = children.find((child) => child.type === 'element' && isNamed(child, 'body'));
  return body?.type === 'element' ? idOf(body) : undefined;
}

function anchorOf(element: Element, section: string): string | undefined {
  const { tagName: name } = element;
  if (ownerOf(element) !== undefined) return undefined;
  return idOf(element) ?? (/^h[1-6]$/u.test(name) && section !== '' ? section : undefined);
}

function idOf(element: Element): string | undefined {
  const { id } = element.properties;
  return id;
}

/** Whether an element carries one of these classes. */
export function isNamed(element: Element, ...names: readonly string[]): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.some((name) => names.includes(name));
}

/** All words in an element, marks and blocks alike. */
export function textIn(element: Element): string {
  return element.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'element' ? (child.tagName === 'br' ? ' ' : textIn(child)) : '';
    })
    .join('');
}
