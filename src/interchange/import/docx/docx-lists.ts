import type { Element, ElementContent, Root, RootContent } from 'hast';
import { isElement, textOf } from '../html-names.ts';
import type { Numbered } from './numbering.ts';

interface OpenList {
  readonly level: number;
  readonly list: Element;
  readonly kind: string;
}

/** Word has no lists, only paragraphs that count: those in a row become lists, one inside the other by their levels. */
export function paragraphsToLists(parent: Root | Element, numberedOf: (paragraph: Element) => Numbered | undefined): void {
  const kept: RootContent[] = [];
  const open: OpenList[] = [];
  for (const child of parent.children) {
    const numbered = isElement(child, 'p') ? numberedOf(child) : undefined;
    const isEmpty = child.type === 'text' || (isElement(child, 'p') && textOf(child).trim() === '');
    if (isElement(child) && numbered) place(child, numbered, { kept, open });
    else if (isEmpty && isElement(child) && open.length > 0) lastItem(open)?.children.push(child);
    else {
      open.length = 0;
      kept.push(child);
    }
  }
  // A parent's own children are of the kinds that it may hold: only paragraphs were put into lists.
  Object.assign(parent, { children: kept });
}

function place(paragraph: Element, numbered: Numbered, { kept, open }: { readonly kept: RootContent[]; readonly open: OpenList[] }): void {
  while ((open.at(-1)?.level ?? -1) > numbered.level) open.pop();
  if (numbered.kind === 'continued') {
    const item = lastItem(open);
    if (item) item.children.push(paragraph);
    else kept.push(paragraph);
    return;
  }
  const item = numbered.kind === 'counted' ? numbered.item : undefined;
  const kind = item?.marker ?? 'bullet';
  const at = open.at(-1);
  if (at?.level === numbered.level && at.kind !== kind) open.pop();
  if (open.at(-1)?.level !== numbered.level) {
    const list = newList(item);
    const parent = lastItem(open);
    if (parent) parent.children.push(list);
    else kept.push(list);
    open.push({ level: numbered.level, list, kind });
  }
  const value = item === undefined ? {} : { value: String(item.number) };
  open.at(-1)?.list.children.push({ type: 'element', tagName: 'li', properties: value, children: [paragraph] });
}

function newList(item: { readonly marker: string; readonly number: number } | undefined): Element {
  if (!item) return { type: 'element', tagName: 'ul', properties: {}, children: [] };
  return { type: 'element', tagName: 'ol', properties: { type: item.marker, start: String(item.number) }, children: [] };
}

function lastItem(open: readonly OpenList[]): Element | undefined {
  return open.at(-1)?.list.children.findLast((child: ElementContent): child is Element => isElement(child, 'li'));
}

/** Paragraphs in the style of a quotation, each run of them as one. */
export function paragraphsToQuotes(parent: Root | Element, isQuote: (paragraph: Element) => boolean): void {
  const kept: RootContent[] = [];
  for (const child of parent.children) {
    if (!isElement(child, 'p') || !isQuote(child)) {
      kept.push(child);
      continue;
    }
    const last = kept.at(-1);
    if (isElement(last, 'blockquote')) last.children.push(child);
    else kept.push({ type: 'element', tagName: 'blockquote', properties: {}, children: [child] });
  }
  Object.assign(parent, { children: kept });
}

/** Preformatted paragraphs; some programs write every line as one of its own. What is left out at their beginning stands before them. */
export function paragraphsToPreformatted(
  parent: Root | Element,
  isPreformatted: (paragraph: Element) => boolean,
  isLeftOut: (node: ElementContent) => boolean,
): void {
  const kept: RootContent[] = [];
  for (const child of parent.children) {
    const start = isElement(child, 'p') ? child.children.findIndex((part) => !isLeftOut(part)) : -1;
    const words = isElement(child, 'p') && start >= 0 ? child.children.slice(start) : [];
    const isPlain = words.length > 0 && words.every((part) => part.type === 'text' || isElement(part, 'br'));
    if (!isElement(child, 'p') || !isPlain || !isPreformatted(child)) {
      kept.push(child);
      continue;
    }
    const last = kept.at(-1);
    if (start > 0) kept.push({ type: 'element', tagName: 'p', properties: {}, children: child.children.slice(0, start) });
    if (start === 0 && isElement(last, 'pre')) last.children.push({ type: 'text', value: '\n' }, ...words);
    else kept.push(Object.assign(child, { tagName: 'pre', children: words }));
  }
  Object.assign(parent, { children: kept });
}
