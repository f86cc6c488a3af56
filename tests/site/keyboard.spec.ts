import { contentOf } from './content.ts';
import { openSections } from './reading.ts';
import { expect, test } from './test.ts';

const { policies } = await contentOf('content');
const isActive = (element: Element) => element === document.activeElement;

test.describe('with a keyboard alone', () => {
  test('the skip link comes first, shows itself and leads past the head of the page', async ({ page }) => {
    for (const path of ['', ...policies.map((policy) => `${policy.name}/`)]) {
      await page.goto(path);
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to the text' });
      await expect(skip).toBeFocused();
      const { width, height } = (await skip.boundingBox()) ?? { width: 0, height: 0 };
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.locator('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
    }
  });

  for (const policy of policies.filter(({ isClosed }) => isClosed).slice(0, 1)) {
    test(`${policy.title}: Enter and the space bar open and close a section`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      await page.locator('summary').first().focus();
      for (const key of ['Enter', 'Space']) {
        await page.keyboard.press(key);
        expect((await openSections(page))[0]).toBe(true);
        await page.keyboard.press(key);
        expect((await openSections(page))[0]).toBe(false);
      }
    });

    test(`${policy.title}: Tab passes over what stands in closed sections`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      const summaries = page.locator('summary');
      await summaries.nth(0).focus();
      await page.keyboard.press('Tab');
      expect(await summaries.nth(1).evaluate(isActive)).toBe(true);
    });

    test(`${policy.title}: Enter on an entry of the contents leads into its section`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      await page.locator('.contents a').last().focus();
      await page.keyboard.press('Enter');
      expect((await openSections(page)).at(-1)).toBe(true);
      await page.keyboard.press('Tab');
      expect(
        await page
          .locator('details')
          .last()
          .evaluate((section) => section.contains(document.activeElement)),
      ).toBe(true);
    });

    test(`${policy.title}: a place is cited, copied and left by keyboard, and the reader is back where the dialog was opened`, async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`${policy.name}/#${policy.sections[0]?.id}`);
      const opener = page.getByRole('button', { name: 'Cite this section' }).first();
      await opener.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Cite this place' });
      await expect(dialog.getByRole('button', { name: 'Copy the citation' })).toBeFocused();
      await page.keyboard.press('Space');
      await expect(dialog.getByRole('status')).toHaveText('Copied.');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(opener).toBeFocused();
    });

    test(`${policy.title}: the dialog closes by its own button, too`, async ({ page }) => {
      await page.goto(`${policy.name}/#${policy.sections[0]?.id}`);
      const opener = page.getByRole('button', { name: 'Cite this section' }).first();
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Close', exact: true }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(opener).toBeFocused();
    });
  }
});
