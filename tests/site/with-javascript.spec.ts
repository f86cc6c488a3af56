import { contentOf, paragraphIds } from './content.ts';
import { landing, openSections, setSections } from './reading.ts';
import { expect, test } from './test.ts';

const { policies } = await contentOf('content');

test.describe('with JavaScript', () => {
  const closed = policies.filter(({ isClosed }) => isClosed).slice(0, 1);
  const open = policies.filter(({ isClosed }) => !isClosed).slice(0, 1);

  for (const policy of [...closed, ...open]) {
    const all = (isOpen: boolean) => policy.sections.map(() => isOpen);

    test(`${policy.title}: one button opens all sections and closes them again, and its words say which`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      await setSections(page, false);
      await page.getByRole('button', { name: 'Open all sections' }).click();
      expect(await openSections(page)).toEqual(all(true));
      await page.getByRole('button', { name: 'Close all sections' }).click();
      expect(await openSections(page)).toEqual(all(false));
      await expect(page.getByRole('button', { name: 'Open all sections' })).toBeVisible();
    });

    test(`${policy.title}: the button offers to close when the last section is opened by hand`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      await setSections(page, true);
      await page.locator('summary').first().click();
      await expect(page.getByRole('button', { name: 'Open all sections' })).toBeVisible();
      await page.locator('summary').first().click();
      await expect(page.getByRole('button', { name: 'Close all sections' })).toBeVisible();
    });

    test(`${policy.title}: on the permanent page, where all sections are open, the button offers to close them`, async ({ page }) => {
      await page.goto(`${policy.name}/${policy.version.name}/`);
      expect(await openSections(page)).toEqual(all(true));
      await expect(page.getByRole('button', { name: 'Close all sections' })).toBeVisible();
    });

    test(`${policy.title}: paragraph numbers appear and go on request, one for each paragraph`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      await setSections(page, true);
      const numbers = page.locator('article a.n:visible');
      const button = page.getByRole('button', { name: 'Paragraph numbers' });
      await page.mouse.move(0, 0);
      await expect(button).toHaveAttribute('aria-pressed', 'false');
      await expect(numbers).toHaveCount(0);
      await button.click();
      await expect(button).toHaveAttribute('aria-pressed', 'true');
      const shown = await numbers.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1)));
      expect(shown).toEqual(paragraphIds(policy));
      await button.click();
      await expect(numbers).toHaveCount(0);
    });
  }

  for (const policy of closed) {
    const [first = { id: '' }, second = first] = policy.sections;
    const last = policy.sections.at(-1) ?? first;

    test(`${policy.title}: Back leads to the section that was read before`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      for (const { id } of [second, last]) await page.locator(`.contents a[href="#${id}"]`).click();
      await page.goBack();
      await expect.poll(() => landing(page, second.id)).toBe('in view');
    });

    test(`${policy.title}: Back from another page finds the section open that was left`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      await page.locator(`.contents a[href="#${last.id}"]`).click();
      await page.goto('');
      await page.goBack();
      await expect(page).toHaveURL(new RegExp(`#${last.id}$`));
      await expect.poll(() => landing(page, last.id)).toBe('in view');
    });

    test(`${policy.title}: reloading leads to the section that the address names`, async ({ page }) => {
      await page.goto(`${policy.name}/#${last.id}`);
      await page.reload();
      await expect.poll(() => landing(page, last.id)).toBe('in view');
    });

    test(`${policy.title}: the address of a section leads to it, also while the page puts its tools in place`, async ({ page }) => {
      await page.goto(`${policy.name}/#${last.id}`);
      await expect(page.getByRole('button', { name: 'Paragraph numbers' })).toHaveCount(1);
      await expect.poll(() => landing(page, last.id)).toBe('in view');
    });
  }
});
