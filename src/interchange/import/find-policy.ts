import type { Element, Nodes, Root } from 'hast';
import { guess, type ImportLog } from './import-log.ts';
import { attribute, elementsOf, isElement, isWordless } from './html-names.ts';
import { isSiteFrame } from './not-policy.ts';
import type { Source } from './source.ts';

/** The element of a page that holds the policy; says in the log how it was found when the page does not mark it. */
export function findPolicy(source: Source, log: ImportLog): Root | Element {
  const { tree } = source;
  const body = elementsOf(tree).find((element) => element.tagName === 'body') ?? tree;
  const all = wordsIn(body);
  const marked = elementsOf(body).filter((element) => isElement(element, 'main', 'article') || attribute(element, 'role') === 'main');
  const largest = marked.reduce<Element | undefined>((best, next) => (best && wordsIn(best) >= wordsIn(next) ? best : next), undefined);
  if (largest && wordsIn(largest) * 3 >= all) return innermost(largest, marked);
  const densest = descend(body);
  if (densest === body) return body;
  const name = isElement(densest) ? describe(densest) : 'page';
  const message = `The page does not mark its main part. The policy was taken from ${name}, which holds almost all of the words; what stands outside it is listed as lost.`;
  guess(log, 'policy-found', source.lineOf(densest) ?? 1, message);
  return densest;
}

/** Of the marked elements within each other, the smallest that has all the words but a few. */
function innermost(largest: Element, marked: readonly Element[]): Element {
  const most = wordsIn(largest) * 0.95;
  const inside = new Set(elementsOf(largest));
  return marked.findLast((element) => inside.has(element) && wordsIn(element) >= most) ?? largest;
}

function descend(node: Root | Element): Root | Element {
  const words = wordsIn(node);
  const next = node.children.find((child): child is Element => isElement(child) && wordsIn(child) >= words * 0.9 && words > 0);
  return next && isElement(next, 'div', 'section', 'td', 'table', 'tbody', 'tr', 'form', 'center') ? descend(next) : node;
}

function wordsIn(node: Nodes): number {
  if (node.type === 'text') return node.value.split(/\s+/u).filter((word) => word !== '').length;
  if (!('children' in node)) return 0;
  if (node.type === 'element' && (isWordless(node) || isSiteFrame(node))) return 0;
  return node.children.reduce((sum, child) => sum + wordsIn(child), 0);
}

function describe(element: Element): string {
  const id = attribute(element, 'id');
  const className = attribute(element, 'className');
  const named = id === undefined ? (className === undefined ? '' : ` class="${className}"`) : ` id="${id}"`;
  return `<${element.tagName}${named}>`;
}
