import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { testOfContent } from './built-site.ts';
import { publishCompared } from './compare-content.ts';
import { landing } from './reading.ts';

const test = testOfContent(publishCompared);
// One build for all of them.
test.describe.configure({ mode: 'default' });

const PAIR = 'privacy/compare/#2016-05-26..2024-01-01';
const summary = (page: Page) => page.locator('.redline-part [role=status]').first();
const chosen = (page: Page) =>
  Promise.all(['From version', 'to version'].map((label) => page.getByRole('combobox', { name: label }).inputValue()));

/** The page once it has said what came of it. */
async function compared(page: Page, path = PAIR): Promise<void> {
  await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
  await page.goto(path);
  await expect(summary(page)).not.toBeEmpty();
  await expect(page.locator('.redline[aria-busy]')).toHaveCount(0);
}

test.describe('two versions', () => {
  test('that an address names are compared at once, and the page says once what came of it', async ({ page }) => {
    await compared(page);
    await expect(page.getByRole('heading', { name: 'From version 2016-05-26 to version 2024-01-01' })).toBeVisible();
    await expect(summary(page)).toHaveText(/^1 of 3 sections changed, 1 removed/);
    await expect(page.getByRole('deletion').filter({ hasText: 'We keep one cookie.' }).first()).toBeVisible();
    await expect(page.getByRole('insertion').filter({ hasText: 'have your data erased' })).toBeVisible();
    expect(await chosen(page)).toEqual(['2016-05-26', '2024-01-01']);
    await expect(page).toHaveTitle(/^From version 2016-05-26 to version 2024-01-01/);
    await expect(page.getByRole('progressbar')).toHaveCount(0);
  });

  test('are the two newest that apply one after the other until a reader chooses, and the address stays as it is', async ({
    page,
    baseURL,
  }) => {
    await compared(page, 'privacy/compare/');
    expect(await chosen(page)).toEqual(['2024-01-01', '2027-03-01']);
    expect(page.url()).toBe(`${baseURL}privacy/compare/`);
  });

  test('can be chosen by keyboard alone; each choice has an address, and back and forward lead from one to the other', async ({ page }) => {
    await compared(page);
    const to = page.getByRole('combobox', { name: 'to version' });
    await to.focus();
    await page.keyboard.press('Home');
    await expect(page).toHaveURL(/#2016-05-26\.\.2027-03-01$/);
    await expect(page.getByRole('heading', { name: 'From version 2016-05-26 to version 2027-03-01' })).toBeVisible();
    await expect(to).toBeFocused();
    await expect(page.locator('.redline')).toContainText('We keep records for a year.');
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'From version 2016-05-26 to version 2024-01-01' })).toBeVisible();
    await expect(page.locator('.redline')).not.toContainText('We keep records for a year.');
    expect(await chosen(page)).toEqual(['2016-05-26', '2024-01-01']);
    await page.goForward();
    await expect(page.locator('.redline')).toContainText('We keep records for a year.');
  });

  test('are swapped by a button that keeps the focus, and the page says that the first is the later one', async ({ page }) => {
    await compared(page);
    await page.getByRole('combobox', { name: 'to version' }).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Swap' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#2024-01-01\.\.2016-05-26$/);
    await expect(page.getByText('Version 2024-01-01 is the later of the two')).toBeVisible();
    await expect(page.getByRole('insertion').filter({ hasText: 'We keep one cookie.' }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Swap' })).toBeFocused();
  });

  test('can be stepped through, shown in full and set side by side, and both full texts are one link away', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await compared(page);
    await page.getByRole('button', { name: 'Next change' }).click();
    await expect(page.getByText(/^Change 1 of \d+$/)).toBeVisible();
    await page.getByRole('button', { name: 'Show the full text' }).click();
    await expect(page.getByText('We are Example Ltd.')).toBeVisible();
    await page.getByRole('button', { name: 'Side by side' }).click();
    await expect(page.locator('.redline')).toHaveAttribute('data-beside', '');
    const link = page.getByRole('link', { name: 'The full text of version 2016-05-26' });
    await link.click();
    await expect(page).toHaveURL(/\/privacy\/2016-05-26\/$/);
  });

  test('keep their address while a reader follows links within the redline, and lead back there', async ({ page }) => {
    await compared(page);
    await page.locator('.redline-list a').last().click();
    await expect(page).toHaveURL(/#2016-05-26\.\.2024-01-01:_c\d+$/);
    const place = new URL(page.url()).hash.split(':')[1] ?? '';
    expect(await landing(page, place)).toBe('in view');
    await page.reload();
    await expect(summary(page)).not.toBeEmpty();
    await expect.poll(() => landing(page, place)).toBe('in view');
    await expect(page.locator(`[id="${place}"]`)).toBeFocused();
    await page.goBack();
    await expect(page).toHaveURL(/#2016-05-26\.\.2024-01-01$/);
    await expect(summary(page)).not.toBeEmpty();
  });

  test('that are chosen while others are compared take their place', async ({ page }) => {
    await page.route('**/privacy/2016-05-26/policy.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(PAIR);
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.getByRole('combobox', { name: 'From version' }).selectOption('2027-03-01');
    await expect(page.getByRole('heading', { name: 'From version 2027-03-01 to version 2024-01-01' })).toBeVisible();
    await expect(summary(page)).not.toBeEmpty();
    const said = await summary(page).textContent();
    await page.waitForTimeout(2000);
    await expect(summary(page)).toHaveText(said ?? '');
    await expect(page.locator('.redline')).not.toContainText('We keep one cookie.');
  });

  test('are fetched as data from the same site, and nothing else is asked of anyone', async ({ page, baseURL }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().replace(baseURL ?? '', '')));
    await compared(page);
    const beside = asked.filter((path) => !/^(_astro\/|icon\.svg$|privacy\/compare\/)/.test(path)).toSorted();
    expect(beside).toEqual(['privacy/2016-05-26/policy.json', 'privacy/2024-01-01/policy.json']);
    expect(asked.filter((path) => path.includes('..'))).toEqual([]);
  });

  test('that cannot be loaded, or read, are said to be so, with links to both texts', async ({ page }) => {
    await page.route('**/privacy/2016-05-26/policy.json', (route) => route.abort());
    await compared(page);
    await expect(summary(page)).toHaveText(/^The two texts could not be loaded\./);
    await expect(page.getByRole('link', { name: 'The full text of version 2016-05-26' })).toBeVisible();
    await page.unroute('**/privacy/2016-05-26/policy.json');
    await page.route('**/privacy/2016-05-26/policy.json', (route) => route.fulfill({ json: { text: { format: 2, sections: [] } } }));
    await page.reload();
    await expect(summary(page)).toHaveText(/^The two texts could not be compared here\./);
  });
});

test.describe('an address that cannot be followed', () => {
  for (const [path, words] of [
    ['privacy/compare/#2016-05-26..1999-01-01', 'This policy has no version “1999-01-01”. Choose two of those that it has.'],
    ['privacy/compare/#cookies', /^The address says “cookies” after its #, which names no two versions\./],
    ['privacy/compare/#2016-05-26...2024-01-01', /^The address says/],
    ['privacy/compare/#%E0%A4%A', /^The address says “%E0%A4%A”/],
    ['privacy/compare/#<img src=x onerror=alert(1)>', /^The address says “<img src=x/],
    ['privacy/compare/#2024-01-01..2024-01-01', /^Version 2024-01-01 is chosen twice/],
    ['terms/compare/#2020-01-01..2026-12-15', 'The words of version 2026-12-15 had to be taken away: it cannot be compared.'],
    ['security/compare/', 'There are no two versions to compare yet.'],
  ] as const) {
    test(`is answered in a sentence: ${path}`, async ({ page }) => {
      await compared(page, path);
      await expect(summary(page)).toHaveText(words);
      await expect(page.locator('.redline')).toBeEmpty();
    });
  }

  test('does not keep a reader from choosing', async ({ page }) => {
    await compared(page, 'privacy/compare/#nothing');
    expect(await chosen(page)).toEqual(['2024-01-01', '2027-03-01']);
    await page.getByRole('button', { name: 'Swap' }).click();
    await expect(summary(page)).toHaveText(/sections? changed/);
  });

  test('to words that had to go is not offered either', async ({ page }) => {
    await compared(page, 'terms/compare/');
    await expect(page.getByRole('combobox', { name: 'From version' }).locator('option[value="2026-12-15"]')).toHaveAttribute(
      'disabled',
      '',
    );
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no fault where versions are compared, in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of [PAIR, 'privacy/compare/#nothing', 'terms/compare/', 'privacy/compare/#since=2016-05-26']) {
      await page.goto('about/');
      await compared(page, path);
      await page
        .getByRole('button', { name: 'Show the full text' })
        .click({ timeout: 500 })
        .catch(() => undefined);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${path} ${id}: ${node.html.slice(0, 120)}`))).toEqual([]);
    }
  });
}

test('a narrow page does not scroll sideways where versions are compared', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await compared(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says that comparing needs it, and leads to what each version changed', async ({ page }) => {
    await page.goto('privacy/compare/');
    await expect(page.getByText('Comparing any two versions needs JavaScript')).toBeVisible();
    await expect(page.locator('main').locator('select, button')).toHaveCount(0);
    await expect(page.locator('.steps-list a')).toHaveText([
      'What version 2027-03-01 changed',
      'What version 2024-01-01 changed',
      'Version 2016-05-26, the first',
    ]);
    await page.getByRole('link', { name: 'What version 2024-01-01 changed' }).click();
    await expect(page.locator('.redline')).toContainText('We keep one cookie.');
    await page.getByRole('link', { name: 'Compare any two versions' }).click();
    await expect(page).toHaveURL(/\/privacy\/compare\/#2016-05-26\.\.2024-01-01$/);
  });
});
