import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { contentOf, linesMissing, paragraphIds } from '../content.ts';
import { lost, openByHand, setSections } from '../reading.ts';
import { arabic, testOf } from './sites.ts';

const test = testOf(arabic);
const { policies } = await contentOf(arabic.content);
const [policy] = policies;
if (!policy) throw new Error('The Arabic site has no policy.');
const pages = ['', 'about/', `${policy.name}/`, `${policy.name}/${policy.version.name}/`, 'nothing/'];

test.describe('a site in Arabic', () => {
  test('is written from right to left on every page', async ({ page }) => {
    for (const path of pages) {
      await page.goto(path);
      await expect(page.locator('html'), path).toHaveAttribute('dir', 'rtl');
      await expect(page.locator('html'), path).toHaveAttribute('lang', 'ar');
    }
  });

  test('names the language of words that are not Arabic', async ({ page }) => {
    await page.goto(`${policy.name}/`);
    for (const words of [
      'Skip to the text',
      'All policies',
      'Contents',
      'Draft.',
      'To ask for these pages in another format',
      'Open all sections',
    ]) {
      const lang = await page
        .getByText(words)
        .first()
        .evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
      expect(lang, words).toBe('en');
    }
  });

  for (const width of [320, 768, 1280]) {
    test(`never scrolls sideways, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 });
      for (const path of pages) {
        await page.goto(path);
        await setSections(page, true);
        for (const button of await page.getByRole('button', { name: 'Paragraph numbers' }).all()) await button.click();
        const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        expect(content, path).toBe(view);
      }
    });
  }

  test('has no fault that axe finds, with sections closed and open', async ({ page }) => {
    for (const path of pages) {
      await page.goto(path);
      for (const isOpen of [false, true]) {
        await setSections(page, isOpen);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
          path,
        ).toEqual([]);
      }
    }
  });

  test('keeps English interface words to the right, where the text begins', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${policy.name}/`);
    for (const words of ['Draft.', 'Contents', 'Paragraph numbers']) {
      const aligned = await page
        .getByText(words)
        .first()
        .evaluate((one) => {
          const block = one.closest('p, h2');
          return block && [getComputedStyle(block).textAlign, getComputedStyle(block).direction];
        });
      expect(aligned, words).toEqual(['end', 'ltr']);
    }
  });

  test('puts the numbers of sections and paragraphs to the right of the text', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${policy.name}/`);
    await setSections(page, true);
    await page.getByRole('button', { name: 'Paragraph numbers' }).click();
    const number = await page.locator('.body .n').first().boundingBox();
    const paragraph = await page.locator('.body p').first().boundingBox();
    const ofSection = await page.locator('summary .number').first().boundingBox();
    const heading = await page
      .locator('summary h2')
      .first()
      .evaluate((one) => {
        const range = document.createRange();
        if (one.lastChild) range.selectNode(one.lastChild);
        return range.getBoundingClientRect().right;
      });
    expect(number?.x ?? 0).toBeGreaterThanOrEqual((paragraph?.x ?? 0) + (paragraph?.width ?? 0) - 24);
    expect(ofSection?.x ?? 0).toBeGreaterThanOrEqual(heading);
  });
});

test.describe('a site in Arabic without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('opens every section and paragraph at its address', async ({ page }) => {
    await page.goto(`${policy.name}/`);
    expect(await lost(page, [...policy.ids, ...paragraphIds(policy)])).toEqual([]);
  });

  test('shows every word', async ({ page }) => {
    await page.goto(`${policy.name}/`);
    await openByHand(page);
    expect(linesMissing(policy.lines, await page.locator('article').innerText())).toEqual([]);
  });
});
