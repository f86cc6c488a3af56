import { expect } from '@playwright/test';
import { testOfContent } from './built-site.ts';
import { publishGerman } from './compare-content.ts';

const test = testOfContent(publishGerman, '/legal/policies/');
// One build for all of them.
test.describe.configure({ mode: 'default' });

test.describe('a policy in German, below a path', () => {
  test('is compared in German', async ({ page }) => {
    await page.goto('daten/compare/#2020-01-01..2024-01-01');
    await expect(page.locator('.redline-part [role=status]').first()).toHaveText(
      /^1 von 3 Abschnitten geändert; 1 (Zahl|Datum oder Zeitraum)/,
    );
    await expect(page.getByRole('heading', { name: 'Von Fassung 2020-01-01 zu Fassung 2024-01-01' })).toBeVisible();
    await expect(page.getByRole('deletion').first()).toContainText('gestrichen: 30');
    await expect(page.getByRole('button', { name: 'Ganzen Text zeigen' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Tauschen' })).toBeVisible();
    const words = await page.evaluate(() => document.body.innerText);
    expect(words.match(/\b(the|of|this|section|version|and|not|compare|change|remember)\b/gi)).toBeNull();
  });

  test('remembers what was read under its own path', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
    await page.goto('daten/compare/#since=2020-01-01');
    await expect(page.locator('.lead-in')).toHaveText(
      /von Fassung 2020-01-01 zu Fassung 2024-01-01 geändert hat, die am 22\. November 2026 gilt\.$/,
    );
    await page.getByRole('button', { name: 'Merken, welche Fassung ich gelesen habe' }).click();
    await expect(page.getByText('Dieses Gerät merkt sich, dass Sie Fassung 2024-01-01 gelesen haben.')).toBeVisible();
    expect(await page.evaluate(() => Object.fromEntries(Object.entries(localStorage)))).toEqual({
      'read:/legal/policies/daten/': '2024-01-01',
    });
    await page.evaluate(() => localStorage.setItem('read:/legal/policies/daten/', '2020-01-01'));
    await page.goto('daten/');
    await expect(page.locator('.last-read')).toHaveText('Geändert, seit Sie es zuletzt lasen');
  });
});
