import type { Element, Nodes, Text } from 'hast';
import { drop, guess, type ImportLog } from './import-log.ts';
import { attribute, elementsOf, headingDepth, isElement, textOf } from './html-names.ts';
import { escapeHtml } from './markdown-source.ts';
import type { Source } from './source.ts';

/** What the attribute lists of a Markdown text say, `{: #id datetime="2026-05-04" }`, and the ids of Codicil's own headings, `[#id]`. */
export interface AttributeLists {
  /** Ids written for a heading, which become the section's own, or for a paragraph, which lead to its section. */
  readonly ids: ReadonlyMap<Element, string>;
  /** Days written for programs, beside the words that print them. */
  readonly days: readonly { readonly text: string; readonly line: number }[];
}

const LIST = /\{:[^{}\n]*\}/gu;
/** At the end of a heading, as policies and `policy.md` have it. */
const OWN_ID = /\[#[^\]\s]+\]\s*$/gu;

/** Parts every attribute list from the words around it, so that each of them is a text node of its own. Changes the tree. */
export function splitAttributeLists(tree: Nodes): readonly Text[] {
  const found: Text[] = [];
  for (const parent of [tree, ...elementsOf(tree)]) {
    if (!('children' in parent) || isElement(parent, 'code', 'pre')) continue;
    for (const child of parent.children.slice()) {
      if (child.type !== 'text') continue;
      const isEndOfHeading = isElement(parent) && headingDepth(parent) !== undefined && child === parent.children.at(-1);
      const marks = [...child.value.matchAll(LIST), ...(isEndOfHeading ? child.value.matchAll(OWN_ID) : [])];
      if (marks.length === 0) continue;
      const { pieces, lists } = splitText(child, marks);
      found.push(...lists);
      parent.children.splice(parent.children.indexOf(child), 1, ...pieces);
    }
  }
  return found;
}

/** Takes the lists out of the text: an id goes to the heading or paragraph that it stands after, the rest is named. */
export function readAttributeLists(lists: readonly Text[], source: Source, log: ImportLog): AttributeLists {
  const ids = new Map<Element, string>();
  const days: { text: string; line: number }[] = [];
  const parents = parentsOf(source.tree);
  for (const list of lists) {
    const line = source.lineOf(list) ?? 1;
    const id = /#([^\s}\]]+)/u.exec(list.value)?.[1];
    const day = /datetime="([^"]*)"/u.exec(list.value)?.[1];
    const owner = ownerOf(list, lists, parents);
    if (day !== undefined) days.push({ text: day, line });
    drop(list, 'attribute-list', log);
    if (id === undefined || !owner) continue;
    if (!ids.has(owner)) ids.set(owner, id);
    if (headingDepth(owner) === undefined) {
      guess(
        log,
        'anchor-of-paragraph',
        line,
        `The mark ${list.value} gives a paragraph the anchor "${id}". The anchor leads to the paragraph's section.`,
      );
    }
  }
  return { ids, days };
}

function splitText(text: Text, marks: readonly RegExpExecArray[]): { readonly pieces: readonly Text[]; readonly lists: readonly Text[] } {
  const pieces: Text[] = [];
  const lists: Text[] = [];
  const add = (from: number, to: number): void => {
    if (to > from) pieces.push(piece(text, from, to));
  };
  let end = 0;
  for (const match of marks) {
    add(end, match.index);
    const list = piece(text, match.index, match.index + match[0].length);
    pieces.push(list);
    lists.push(list);
    end = match.index + match[0].length;
  }
  add(end, text.value.length);
  return { pieces, lists };
}

function piece(text: Text, from: number, to: number): Text {
  const start = text.position?.start;
  const value = text.value.slice(from, to);
  if (!start || start.offset === undefined) return { type: 'text', value };
  const offset = start.offset + escapeHtml(text.value.slice(0, from)).length;
  return { type: 'text', value, position: { start: { ...start, offset }, end: { ...start, offset } } };
}

function parentsOf(tree: Nodes): ReadonlyMap<Nodes, Nodes> {
  const parents = new Map<Nodes, Nodes>();
  for (const parent of [tree, ...elementsOf(tree)]) {
    if ('children' in parent) for (const child of parent.children) parents.set(child, parent);
  }
  return parents;
}

/** The element that a list speaks of: the one it stands in, or the one before it when it stands alone. */
function ownerOf(list: Text, lists: readonly Text[], parents: ReadonlyMap<Nodes, Nodes>): Element | undefined {
  const parent = parents.get(list);
  if (!isElement(parent)) return undefined;
  const marks = new Set<Nodes>(lists);
  const isAlone = parent.children.every((child) => marks.has(child) || textOf(child).trim() === '');
  if (!isAlone) return parent;
  const around = parents.get(parent);
  const siblings = around && 'children' in around ? around.children : [];
  const before = siblings
    .slice(
      0,
      siblings.findIndex((sibling) => sibling === parent),
    )
    .findLast((sibling) => isElement(sibling));
  return isElement(before) ? before : undefined;
}

/** The old anchor of an element, without the number sign that some pages write into it by mistake. */
export function anchorOf(element: Element): string | undefined {
  const written = attribute(element, 'id') ?? (isElement(element, 'a') ? attribute(element, 'name') : undefined);
  const anchor = written?.trim().replace(/^#+/u, '');
  return anchor === '' ? undefined : anchor;
}
