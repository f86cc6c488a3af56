import { expect, type Page } from '@playwright/test';
import { testOfContent } from './built-site.ts';
import { publishCompared } from './compare-content.ts';

const test = testOfContent(publishCompared);
// One build for all of them.
test.describe.configure({ mode: 'default' });

const status = (page: Page) => page.locator('.redline-part [role=status]').first();
const heading = (page: Page) => page.locator('#_compared');

/** The page as a reader meets it whose device says that it is noon of this day. */
async function readOn(page: Page, day: string, path: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
  await page.goto(path);
}

test.describe('what changed since', () => {
  for (const [point, day, words, pair] of [
    [
      '2016-05-26',
      '2026-11-22',
      /what changed from version 2016-05-26 to version 2024-01-01, which is in force on 22 November 2026\.$/,
      'From version 2016-05-26 to version 2024-01-01',
    ],
    [
      '2016-05-26',
      '2027-03-01',
      /to version 2027-03-01, which is in force on 1 March 2027\.$/,
      'From version 2016-05-26 to version 2027-03-01',
    ],
    ['2016-05-26', '2015-01-01', /which is in force on 22 November 2026\.$/, 'From version 2016-05-26 to version 2024-01-01'],
    [
      '2024-01-01',
      '2026-11-22',
      /^Version 2024-01-01 is still in force on 22 November 2026\. From 1 March 2027 on version 2027-03-01 applies/,
      'From version 2024-01-01 to version 2027-03-01',
    ],
    [
      '2027-03-01',
      '2026-11-22',
      /^Version 2027-03-01 is not in force yet: it applies from 1 March 2027 on/,
      'From version 2024-01-01 to version 2027-03-01',
    ],
    [
      '2020-02-29',
      '2026-11-22',
      /^On 29 February 2020 version 2016-05-26 applied\. Below is marked what changed/,
      'From version 2016-05-26 to version 2024-01-01',
    ],
  ] as const) {
    test(`${point}, asked on ${day}, is marked and said: ${pair}`, async ({ page }) => {
      await readOn(page, day, `privacy/compare/#since=${point}`);
      await expect(heading(page)).toHaveText(pair);
      await expect(page.locator('.lead-in')).toHaveText(words);
      await expect(status(page)).toHaveText(/section/);
    });
  }

  for (const [path, day, words] of [
    ['privacy/compare/#since=2027-03-01', '2027-03-01', 'Nothing has changed since: version 2027-03-01 is still in force on 1 March 2027.'],
    [
      'privacy/compare/#since=2010-01-01',
      '2026-11-22',
      /^Before 26 May 2016 this archive has no version of this policy\. What was said on 1 January 2010 is not known here\.$/,
    ],
    [
      'privacy/compare/#since=2030-01-01',
      '2026-11-22',
      /^1 January 2030 is still to come\..* version 2027-03-01 is to apply on that day\.$/,
    ],
    [
      'privacy/compare/#since=2026-02-30',
      '2026-11-22',
      /^The address asks what changed since “2026-02-30”: this policy has no version of that name/,
    ],
    ['privacy/compare/#since=', '2026-11-22', /^The address says “since=”/],
    [
      'security/compare/#since=2020-01-01',
      '2026-11-22',
      'On 22 November 2026 no version is in force any more; version 2020-01-01 was the last.',
    ],
    ['cookies/compare/#since=2027-03-01', '2026-11-22', 'No version of this policy is in force on 22 November 2026.'],
    ['terms/compare/#since=2026-12-15', '2026-11-22', 'The words of version 2026-12-15 had to be taken away: it cannot be compared.'],
  ] as const) {
    test(`is answered honestly for ${path} on ${day}`, async ({ page }) => {
      await readOn(page, day, path);
      await expect(status(page)).toHaveText(words);
      await expect(page.locator('.redline')).toBeEmpty();
    });
  }

  test('is asked at the address of the policy, too, and leads to the comparison', async ({ page }) => {
    await readOn(page, '2026-11-22', 'privacy/#since=2016-05-26');
    await expect(page).toHaveURL(/\/privacy\/compare\/#since=2016-05-26$/);
    await expect(heading(page)).toHaveText('From version 2016-05-26 to version 2024-01-01');
  });
});

test.describe('what a reader has read', () => {
  const kept = (page: Page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  const remember = (page: Page) => page.getByRole('button', { name: 'Remember which version I have read' });

  test('is not kept until the reader says so, and then by the name of the version alone', async ({ page, context }) => {
    await readOn(page, '2026-11-22', 'privacy/compare/');
    await expect(page.getByText('Nothing is stored unless you press the button')).toBeVisible();
    expect(await kept(page)).toEqual({});
    await remember(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('This device remembers that you have read version 2024-01-01.')).toBeVisible();
    expect(await kept(page)).toEqual({ 'read:/privacy/': '2024-01-01' });
    expect(await context.cookies()).toEqual([]);
  });

  test('is told at the policy when another version is in force, and leads to what changed', async ({ page }) => {
    await readOn(page, '2026-11-22', 'privacy/compare/');
    await remember(page).click();
    await expect(page.getByRole('button', { name: 'Forget it' })).toBeVisible();
    await page.goto('privacy/');
    await page.waitForLoadState('networkidle');
    await expect(page.locator('.last-read')).toHaveCount(0);
    await readOn(page, '2027-03-02', 'privacy/');
    await expect(page.locator('.last-read')).toHaveText('Changed since you last read it');
    await page.getByRole('link', { name: 'Changed since you last read it' }).click();
    await expect(heading(page)).toHaveText('From version 2024-01-01 to version 2027-03-01');
    await page.getByRole('button', { name: 'I have read the version in force' }).click();
    await expect(page.getByText('This device remembers that you have read version 2027-03-01.')).toBeVisible();
    await page.goto('privacy/');
    await page.waitForLoadState('networkidle');
    await expect(page.locator('.last-read')).toHaveCount(0);
  });

  test('is forgotten by a button, and of another policy nothing is said', async ({ page }) => {
    await readOn(page, '2026-11-22', 'privacy/compare/');
    await remember(page).click();
    await expect(page.getByRole('button', { name: 'Forget it' })).toBeVisible();
    await page.goto('terms/compare/');
    await expect(remember(page)).toBeVisible();
    await page.goto('privacy/compare/');
    await page.getByRole('button', { name: 'Forget it' }).click();
    await expect(page.getByText('Forgotten: nothing is stored on this device.')).toBeVisible();
    await expect(remember(page)).toBeFocused();
    expect(await kept(page)).toEqual({});
  });

  test('is not promised where the browser keeps nothing', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await readOn(page, '2026-11-22', 'privacy/compare/');
    await remember(page).click();
    await expect(page.getByText('The browser does not allow this site to store anything.')).toBeVisible();
    await page.goto('privacy/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy policy');
  });

  test('is offered only where some version applies or did', async ({ page }) => {
    await readOn(page, '2026-11-22', 'cookies/compare/');
    await expect(page.locator('.remember')).toBeHidden();
  });
});
