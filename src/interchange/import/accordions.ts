import type { Element, Root } from 'hast';
import { attribute, elementsOf, headingDepth, isElement, textOf } from './html-names.ts';

/** Parts of a page that a button shows and hides. */
export interface Accordions {
  /** Panels whose heading is a button, with that button. */
  readonly headings: ReadonlyMap<Element, Element>;
  /** The same buttons: their words stand at the panel. */
  readonly buttons: ReadonlySet<Element>;
  /** What must not be taken for hidden, nor for a mere control. */
  readonly kept: ReadonlySet<Element>;
}

/** Finds the panels that buttons open; a button in a heading needs no other heading. */
export function findAccordions(root: Root | Element): Accordions {
  const elements = elementsOf(root);
  const byId = new Map(elements.map((element) => [attribute(element, 'id') ?? '', element]));
  const headings = new Map<Element, Element>();
  const kept = new Set<Element>();
  const inHeading = new Set(elements.filter((element) => isHeadingLike(element)).flatMap((element) => elementsOf(element)));
  for (const element of elements) {
    const id = panelId(element);
    const panel = id === '' ? undefined : byId.get(id);
    if (!panel || textOf(panel).trim() === '' || elementsOf(panel).includes(element)) continue;
    kept.add(panel);
    if (!isElement(element, 'button') && attribute(element, 'role') !== 'tab') continue;
    kept.add(element);
    if (!inHeading.has(element) && !headings.has(panel)) headings.set(panel, element);
  }
  return { headings, buttons: new Set(headings.values()), kept };
}

function isHeadingLike(element: Element): boolean {
  return headingDepth(element) !== undefined || isElement(element, 'summary');
}

function panelId(element: Element): string {
  const controls = attribute(element, 'ariaControls')?.trim().split(/\s+/u)[0];
  const target = attribute(element, 'dataTarget') ?? attribute(element, 'dataBsTarget') ?? attribute(element, 'href');
  return controls ?? (target?.startsWith('#') ? target.slice(1) : '') ?? '';
}
