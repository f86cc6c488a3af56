import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { root } from '../../.ci/node.js';
import { testOfContent } from './built-site.ts';
import { answers, ask, marked } from './searching.ts';

/** The sample as it was built on 22 November 2026, when its newest version was announced. */
const test = testOfContent((content) => cp(join(root, 'content'), content, { recursive: true }));
// One build for all of them.
test.describe.configure({ mode: 'default' });

test.describe('earlier and announced versions', () => {
  test.beforeEach(({ page }) => page.clock.setFixedTime('2026-11-22T12:00:00Z'));

  test('are loaded and searched only when the reader asks for them, and told with their days', async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto('search/');
    await ask(page, 'ban on bots');
    await ask(page, 'fraud software');
    expect(requests.filter((url) => /earlier|announced/u.test(url))).toEqual([]);
    await page.getByRole('combobox').selectOption('Privacy policy');
    const later = page.getByRole('list', { name: 'Also search earlier and announced versions of' });
    await expect(later.getByRole('listitem').filter({ hasText: 'Decisions by software' })).toContainText(
      'Announced, applies from 1 March 2027 on',
    );
    await later.getByRole('link', { name: 'Decisions by software' }).click();
    await expect(page).toHaveURL(/\/privacy\/2027-03-01\/#automated-decisions$/u);
    await expect.poll(async () => (await marked(page)).words.length).toBeGreaterThan(0);
  });

  test('say from when on a section in force stood in earlier versions', async ({ page }) => {
    await page.goto('search/');
    await ask(page, 'cookies');
    await page.getByRole('combobox').selectOption('Privacy policy');
    await expect(page.locator('.found li').first()).toContainText('Also in versions from 26 May 2016 on');
  });

  test('say of words that are gone when they were removed', async ({ page }) => {
    await page.goto('search/');
    await ask(page, 'Elm');
    await page.getByRole('combobox').selectOption('Privacy policy');
    await expect(page.locator('.found')).toContainText('Earlier version, in force 26 May 2016 to 31 December 2023');
  });
});

test.describe('on the day on which another version has taken effect, without a new build', () => {
  test('its text is what is in force, and the one before is not', async ({ page }) => {
    await page.clock.setFixedTime('2027-03-02T20:00:00Z');
    await page.goto('search/');
    await ask(page, 'fraud software');
    await expect(answers(page).filter({ hasText: 'Decisions by software' })).toHaveAttribute('href', /\/privacy\/#automated-decisions$/u);
    await ask(page, 'who receives');
    await expect(answers(page).filter({ hasText: 'Who receives your information' })).toHaveCount(0);
    await ask(page, 'fraud software');
    await answers(page).filter({ hasText: 'Decisions by software' }).click();
    await expect(page.locator('details:has(#automated-decisions)')).toHaveAttribute('open', '');
    await expect.poll(async () => (await marked(page)).words.length).toBeGreaterThan(0);
  });
});
