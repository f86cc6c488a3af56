import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { codicil } from '../command.ts';
import { test as base } from './clock.ts';

/** The page for those who approve the draft of the sample, opened from the disk as they get it. */
const test = base.extend<object, { review: string }>({
  review: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'codicil-review-'));
      const file = join(folder, 'review.html');
      expect(await codicil(['review', 'terms/2027-06-01', '--html', file, '--today', '2026-11-22'])).toMatchObject({ code: 0 });
      await use(pathToFileURL(file).href);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

test.describe('the page for those who approve', () => {
  test('is one file that asks for nothing, and says what is to be decided before every change', async ({ page, review }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(review);
    expect(requests).toEqual([review]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Terms of purchase: draft 2027-06-01 for approval');
    await expect(page.locator('.review-points dt')).toHaveText(['Notice', 'Changes', 'Findings', 'References', 'Length and ease']);
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('What readers are told');
    await expect(page.getByRole('insertion').first()).toBeVisible();
    await expect(page.getByText(/text: '[0-9a-f]{12}'/)).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no fault that axe finds, in ${colorScheme} colours`, async ({ page, review }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(review);
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    });
  }

  test('is no wider than a phone', async ({ page, review }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(review);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('has every change on paper', async ({ page, review }) => {
    await page.goto(review);
    await page.emulateMedia({ media: 'print' });
    for (const change of await page.getByRole('insertion').all()) await expect(change).toBeVisible();
  });
});
