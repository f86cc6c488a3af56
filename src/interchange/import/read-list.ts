import type { Element, Nodes } from 'hast';
import type { List, ListItem, RootContent } from 'mdast';
import type { Marker } from '../../model/record/record.ts';
import { isElement, textOf } from './html-names.ts';
import { itemNumbers, listMarker } from './list-labels.ts';
import { blockTag, isFlow, lineHere, noteAnchor, position, type ReadFlow, type Reading } from './reading.ts';
import { readInline } from './read-inline.ts';
import { hasWords } from './words-of.ts';

interface Item {
  readonly blocks: readonly RootContent[];
  readonly line: number;
  /** Absent in a list that does not count. */
  readonly number?: number | undefined;
}

/** A list; where the count jumps, a second list begins, because Markdown numbers by adding one. */
export function readList(element: Element, readFlow: ReadFlow, reading: Reading): readonly RootContent[] {
  const line = lineHere(element, reading);
  const marker = isElement(element, 'ol') ? listMarker(element) : undefined;
  const numbers = marker === undefined ? undefined : itemNumbers(element);
  const items: Item[] = [];
  for (const child of element.children) {
    if (reading.log.dropped.has(child)) continue;
    if (isElement(child, 'ul', 'ol', 'dir') && items.length > 0) {
      // A list right inside a list belongs to the item before it.
      const last = items.pop();
      if (last) items.push({ ...last, blocks: [...last.blocks, ...readList(child, readFlow, reading)] });
    } else if (textOf(child).trim() !== '' || isElement(child, 'li')) {
      const item = readItem(child, isElement(child) ? numbers?.get(child) : undefined, readFlow, reading);
      if (item.blocks.length > 0 || item.number !== undefined) items.push(item);
    }
  }
  return runs(items).map((run) => listOf(run, marker, run[0]?.line ?? line, element, reading));
}

function readItem(node: Nodes, number: number | undefined, readFlow: ReadFlow, reading: Reading): Item {
  const line = lineHere(node, reading);
  if (isElement(node, 'li')) noteAnchor(node, false, reading);
  const nodes = isElement(node, 'li') ? node.children : [node];
  return { blocks: readFlow(nodes, 'a list', reading), line, number };
}

function runs(items: readonly Item[]): readonly (readonly Item[])[] {
  const result: Item[][] = [];
  for (const item of items) {
    const last = result.at(-1)?.at(-1);
    const continues = last && (item.number === last.number || (last.number !== undefined && item.number === last.number + 1));
    if (last && (continues || (last.number === undefined && item.number === undefined))) result.at(-1)?.push(item);
    else result.push([item]);
  }
  return result;
}

function listOf(items: readonly Item[], marker: Marker | undefined, line: number, element: Element, reading: Reading): RootContent {
  const start = items[0]?.number;
  const needsTags = start !== undefined && (start < 0 || (marker ?? '1') !== '1');
  const list = needsTags ? tagList(items, start, marker ?? '1', line) : markdownList(items, start, line);
  reading.origins.set(list, [element]);
  return list;
}

function markdownList(items: readonly Item[], start: number | undefined, line: number): List {
  const isLoose = items.some((item) =>
    item.blocks.some((block, index) => (index === 0 ? block.type !== 'paragraph' : block.type !== 'list')),
  );
  return {
    type: 'list',
    ordered: start !== undefined,
    start: start ?? null,
    spread: isLoose,
    position: position(line),
    children: items.map((item): ListItem => ({
      type: 'listItem',
      spread: isLoose,
      position: position(item.line),
      children: item.blocks.filter(isFlow),
    })),
  };
}

function tagList(items: readonly Item[], start: number, marker: Marker, line: number): RootContent {
  const children = items.map((item) => blockTag('li', {}, item.blocks, item.line));
  return blockTag('ol', { type: marker === '1' ? undefined : marker, start: start === 1 ? undefined : String(start) }, children, line);
}

/** `<dl>`: terms and details in tags, since Markdown has no such list. Details before any term become paragraphs. */
export function readDefinitionList(element: Element, readFlow: ReadFlow, reading: Reading): readonly RootContent[] {
  const before: RootContent[] = [];
  const entries: RootContent[] = [];
  for (const part of parts(element)) {
    if (reading.log.dropped.has(part)) continue;
    const line = lineHere(part, reading);
    noteAnchor(part, false, reading);
    if (part.tagName === 'dt') {
      const children = [...readInline(part.children, reading)];
      const term: RootContent = { type: 'paragraph', children, position: position(line) };
      if (hasWords([term])) entries.push(blockTag('dt', {}, [term], line));
    } else {
      const blocks = readFlow(part.tagName === 'dd' ? part.children : [part], 'a list', reading);
      if (entries.length === 0) before.push(...blocks);
      else if (blocks.length > 0) entries.push(blockTag('dd', {}, blocks, line));
    }
  }
  const line = lineHere(element, reading);
  const after = unexplainedTerms(entries);
  const list = entries.length === 0 ? [] : [blockTag('dl', {}, entries, line)];
  return [...before, ...list, ...after];
}

/** Terms at the end that nothing explains are no part of such a list: they become paragraphs after it. */
function unexplainedTerms(entries: RootContent[]): readonly RootContent[] {
  const terms: RootContent[] = [];
  for (let last = entries.at(-1); last?.type === 'mdxJsxFlowElement' && last.name === 'dt'; last = entries.at(-1)) {
    entries.pop();
    terms.unshift(...last.children);
  }
  return terms;
}

function parts(element: Element): readonly Element[] {
  return element.children.flatMap((child) => (isElement(child, 'div') ? parts(child) : isElement(child) ? [child] : []));
}
