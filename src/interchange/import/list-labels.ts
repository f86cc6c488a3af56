import type { Element } from 'hast';
import type { Marker } from '../../model/record/record.ts';
import { attribute, isElement } from './html-names.ts';

const STYLES: Readonly<Record<string, Marker>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

/** How an `<ol>` counts, by its style or its `type`; `undefined` when its style takes the labels away. */
export function listMarker(list: Element): Marker | undefined {
  const style = /list-style(?:-type)?\s*:[^;]*?([a-z]+(?:-[a-z]+)?)\s*(?:;|$)/iu.exec(attribute(list, 'style') ?? '')?.[1]?.toLowerCase();
  if (style === 'none') return undefined;
  const type = attribute(list, 'type') ?? '';
  return STYLES[style ?? ''] ?? (['a', 'A', 'i', 'I'] as const).find((marker) => marker === type) ?? '1';
}

/** The number of each item as a browser counts: from `start`, anew where an item has a `value`, downwards when reversed. */
export function itemNumbers(list: Element): ReadonlyMap<Element, number> {
  const items = list.children.filter((child): child is Element => isElement(child, 'li'));
  const isReversed = list.properties['reversed'] !== undefined && list.properties['reversed'] !== false;
  const step = isReversed ? -1 : 1;
  let next = whole(attribute(list, 'start')) ?? (isReversed ? items.length : 1);
  const numbers = new Map<Element, number>();
  for (const item of items) {
    const number = whole(attribute(item, 'value')) ?? next;
    numbers.set(item, number);
    next = number + step;
  }
  return numbers;
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/u.test(text) ? Number(text) : undefined;
}
