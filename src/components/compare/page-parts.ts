/** A sentence of the page by its name, with its blanks filled in. */
export type Say = (name: string, parts?: Readonly<Record<string, string | undefined>>) => string;

/** An element that the page is known to have. */
export function part(parent: ParentNode, selector: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

export function button(parent: ParentNode, what: string): HTMLElement {
  return part(parent, `[data-do=${what}]`);
}

/** Goes to a place in the redline as the browser itself goes to a fragment: opens what it stands in, and reading goes on from there. */
export function arriveAt(place: string | undefined): void {
  const target = place === undefined ? null : document.getElementById(place);
  if (!target) return;
  for (let details = target.closest('details'); details; details = details.parentElement?.closest('details') ?? null) details.open = true;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}
