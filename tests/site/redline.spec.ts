import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { root } from '../../.ci/node.js';
import { readLibrary } from '../../src/library/library.ts';
import { canonicalLines, foldWords, type CanonicalLine } from '../../src/model/record/canonical.ts';
import { linesMissing, wordMissing } from './content.ts';
import { setSections } from './reading.ts';
import { expect, test } from './test.ts';

const PAGE = 'privacy/2027-03-01/changes/';
const { archive } = await readLibrary(`${root}content`);
const linesOf = async (version: string): Promise<readonly CanonicalLine[]> =>
  canonicalLines(await archive.frozenRecord('privacy', version));
const [before, after] = [await linesOf('2024-01-01'), await linesOf('2027-03-01')];

/** Words of the redline as they are in the page, with or without what only one of the texts has. */
function words(page: Page, left: string): Promise<string> {
  return page.locator('.redline').evaluate((article, selector) => {
    const copy = document.createElement('div');
    copy.innerHTML = article.innerHTML;
    for (const gone of copy.querySelectorAll(
      `.redline-summary, .redline-list, .count, .said, .moved-note, .redline-note, .steps, ${selector}`,
    ))
      gone.remove();
    for (const line of copy.querySelectorAll('br')) line.replaceWith(' ');
    for (const block of copy.querySelectorAll('h2, h3, h4, p, li, dt, dd, td, th, tr, div, caption')) block.append(' ');
    return copy.textContent;
  }, left);
}

test.describe('the redline without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('says in figures what changed, and leads to each section in which something did', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.locator('.redline-summary')).toContainText('3 of 14 sections changed, 1 added');
    const links = page.locator('.redline-list a');
    await expect(links).toHaveText(['Whom we share your information with', 'Cookies', 'Your rights', 'Decisions by software']);
    for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
      await page.goto(`${PAGE}${href}`);
      await expect(page.locator(href)).toBeInViewport();
    }
  });

  test('opens the sections in which something changed, and no others', async ({ page }) => {
    await page.goto(PAGE);
    const sections = await page
      .locator('.redline details')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('data-state'), one.hasAttribute('open')]));
    expect(sections).toHaveLength(14);
    for (const [state, isOpen] of sections) expect(isOpen).toBe(state !== 'same');
  });

  test('opens the section that an address names, changed or not', async ({ page }) => {
    await page.goto(`${PAGE}#children`);
    await expect(page.locator('#children')).toBeInViewport();
    await expect(page.locator('details', { has: page.locator('#children') })).toHaveAttribute('open');
  });

  test('leads from the end of each changed section to the change before and after', async ({ page }) => {
    await page.goto(PAGE);
    const next = page.locator('.redline .steps a[rel=next]');
    await expect(next).toHaveCount(3);
    for (const href of await next.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
      await page.goto(`${PAGE}${href}`);
      await expect(page.locator(href)).toBeInViewport();
    }
  });
});

test.describe('the redline', () => {
  test('says the new text without what was deleted, and every word of the old one besides', async ({ page }) => {
    await page.goto(PAGE);
    expect(linesMissing(after, foldWords(await words(page, 'del')))).toEqual([]);
    expect(linesMissing(before, foldWords(await words(page, 'ins, .added')))).toEqual([]);
  });

  test('is a set of insertions and deletions for those who hear it, each said in words', async ({ page }) => {
    await page.goto(PAGE);
    const article = page.locator('.redline');
    await expect(article.getByRole('insertion').first()).toContainText('inserted:');
    await expect(article.getByRole('deletion').first()).toContainText('deleted:');
    const silent = await article.locator('ins, del').evaluateAll((all) => all.filter((mark) => !mark.querySelector('.said')).length);
    expect(silent).toBe(0);
  });

  test('tells insertions, deletions and moves apart without any colour', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(PAGE);
    const lineOf = (name: string) =>
      page
        .locator(`.redline ${name}`)
        .first()
        .evaluate((mark) => getComputedStyle(mark).textDecorationLine);
    expect([await lineOf('ins'), await lineOf('del')]).toEqual(['underline', 'line-through']);
  });

  for (const width of [320, 1280]) {
    test(`axe finds no fault, ${width} pixels wide, sections open, light and dark`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(PAGE);
        await setSections(page, true);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`))).toEqual([]);
      }
    });
  }

  test('is printed whole, with the words that were deleted and those that came', async ({ page }) => {
    await page.goto(PAGE);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf()));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(wordMissing(after, text)).toBe('');
    expect(text).toContain('Cookies help us to make your visit a good experience');
  });
});

test.describe('with a keyboard alone', () => {
  test('the button for the next change leads to it, opens its section and says its number', async ({ page }) => {
    await page.goto(PAGE);
    const next = page.getByRole('button', { name: 'Next change' });
    await next.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#_c1')).toBeFocused();
    await expect(page.locator('redline-tools').getByRole('status')).toHaveText('Change 1 of 17');
    await expect(page.locator('#_c1')).toBeInViewport();
  });

  test('n and p step on from a change, and the last is followed by the first', async ({ page }) => {
    await page.goto(PAGE);
    await page.getByRole('button', { name: 'Previous change' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#_c17')).toBeFocused();
    await page.keyboard.press('n');
    await expect(page.locator('#_c1')).toBeFocused();
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await expect(page.locator('#_c1')).toBeFocused();
  });

  test('n is nobody’s key while the focus is elsewhere', async ({ page }) => {
    await page.goto(PAGE);
    await page.keyboard.press('n');
    await expect(page.locator('redline-tools').getByRole('status')).toHaveText('');
  });

  test('a step opens a section that was closed by hand', async ({ page }) => {
    await page.goto(PAGE);
    await setSections(page, false);
    await page.getByRole('button', { name: 'Next change' }).click();
    await expect(page.locator('#_c1')).toBeInViewport();
  });

  test('the full text is shown and put away again', async ({ page }) => {
    await page.goto(PAGE);
    await page.getByRole('button', { name: 'Show the full text' }).click();
    await expect(page.locator('.redline details:not([open])')).toHaveCount(0);
    await page.getByRole('button', { name: 'Show changed sections only' }).click();
    await expect(page.locator('.redline details[open]')).toHaveCount(4);
  });
});

test.describe('side by side', () => {
  test('the old text stands on the left and the new one on the right, each whole', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(PAGE);
    await page.getByRole('button', { name: 'Side by side' }).click();
    await setSections(page, true);
    const column = (place: string) =>
      page
        .locator(`.redline .pair:not(.heads) > :${place}`)
        .evaluateAll((all) => all.map((one) => (one instanceof HTMLElement ? one.innerText : '')).join(' '));
    const [left, right] = [await column('first-child'), await column('last-child')];
    expect(left).toContain('Cookies help us to make your visit a good experience');
    expect(right).not.toContain('Cookies help us to make your visit a good experience');
    expect(right).toContain('We set cookies that the Site needs.');
    expect(left).not.toContain('We set cookies that the Site needs.');
    await page.getByRole('button', { name: 'Side by side' }).click();
    await expect(page.locator('.pair')).toHaveCount(0);
  });

  test('is not offered where there is no room', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(PAGE);
    await expect(page.getByRole('button', { name: 'Side by side' })).toBeHidden();
  });

  test('no id stands on the page twice, before and after', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(PAGE);
    const twice = () =>
      page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        return ids.filter((id, index) => ids.indexOf(id) !== index);
      });
    expect(await twice()).toEqual([]);
    await page.getByRole('button', { name: 'Side by side' }).click();
    expect(await twice()).toEqual([]);
  });
});
