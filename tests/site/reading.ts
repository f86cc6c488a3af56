import type { Page } from '@playwright/test';

/** Where a reader stands after following a link to a place: `in view`, or why not. */
export function landing(page: Page, id: string): Promise<string> {
  return page.evaluate((wanted) => {
    const place = document.getElementById(wanted);
    if (!place) return `${wanted}: absent`;
    if (place.closest('details:not([open])')) return `${wanted}: its section is closed`;
    const { top, bottom } = place.getBoundingClientRect();
    const isSeen = bottom >= 0 && top >= 0 && top < innerHeight;
    return isSeen ? 'in view' : `${wanted}: ${Math.round(top)} from the top of a view of ${innerHeight}`;
  }, id);
}

/** Opens the closed sections by hand, as a reader would. */
export async function openByHand(page: Page): Promise<void> {
  for (const summary of await page
    .locator('details:not([open]) > summary')
    .all()
    .then((all) => all.toReversed()))
    await summary.click();
}

/** Opens or closes all sections at once, for tests that are about something else. */
export async function setSections(page: Page, isOpen: boolean): Promise<void> {
  await page.evaluate((open) => {
    for (const section of document.querySelectorAll('details')) section.open = open;
  }, isOpen);
}

/** Goes to each place from the top of the page, with all sections as the page opens them; those that are not reached. */
export async function lost(page: Page, ids: readonly string[]): Promise<string[]> {
  const isOpen = (await openSections(page))[0] ?? true;
  const { origin, pathname } = new URL(page.url());
  const outcomes: string[] = [];
  for (const id of ids) {
    await setSections(page, isOpen);
    await page.evaluate(() => scrollTo(0, 0));
    await page.goto(`${origin}${pathname}#${id}`);
    outcomes.push(await landing(page, id));
  }
  return outcomes.filter((outcome) => outcome !== 'in view');
}

/** Whether each section is open, in order. */
export function openSections(page: Page): Promise<boolean[]> {
  return page.locator('details').evaluateAll((all) => all.map((section) => section.hasAttribute('open')));
}
