import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Types a question into the field and waits for what is said of it. */
export async function ask(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').fill(query);
  await expect(page.getByRole('search').getByRole('status')).not.toBeEmpty();
}

/** The answers as a reader sees them: links of the first list. */
export const answers = (page: Page) => page.locator('.found ol').first().getByRole('link');

/** What is marked on the page: the words, and whether all of them stand in the section that the address names. */
export function marked(page: Page): Promise<{ words: string[]; isInSection: boolean }> {
  return page.evaluate(() => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const named = document.getElementById(location.hash.slice(1));
    const section = named?.matches('.body') ? named.closest('details') : named;
    const nodes = ranges.flatMap((range) => (range instanceof Range ? [range] : []));
    return {
      words: nodes.map((range) => range.toString()),
      isInSection: nodes.every((range) => section?.contains(range.startContainer) ?? false),
    };
  });
}
