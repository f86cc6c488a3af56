import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { testOfContent } from './built-site.ts';
import { landing } from './reading.ts';
import { publishVersions } from './versions-content.ts';

/** A site of many states, posted with the real commands and built on 22 November 2026; its zone is that of Paris. */
const test = testOfContent((content) => publishVersions(content, 'Europe/Paris'));

// One build for all of them.
test.describe.configure({ mode: 'default' });

const BEFORE = 'In force from 1 January 2024 until 28 February 2027.';
const AFTER = 'In force since 1 March 2027.';
const state = (page: Page) => page.locator('.page-head .state').first();

/** The page as a reader meets it whose device says that it is this instant. */
async function readAt(page: Page, instant: string, path = 'privacy/'): Promise<void> {
  await page.clock.setFixedTime(new Date(instant));
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

test.describe('a page that was built before an effective day and is read', () => {
  for (const timezoneId of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris']) {
    test.describe(`on a device set to ${timezoneId}`, () => {
      test.use({ timezoneId });

      test('before the day begins in the site’s zone shows the version in force', async ({ page }) => {
        await readAt(page, '2027-02-28T22:59:59Z');
        await expect(state(page)).toHaveText(BEFORE);
        await expect(page.locator('article')).not.toContainText('fourteen days');
      });

      test('from its first instant on shows the new version, and says so', async ({ page }) => {
        await readAt(page, '2027-02-28T23:00:00Z');
        await expect(state(page)).toHaveText(AFTER);
        await expect(page.locator('article')).toContainText('fourteen days');
        await expect(page.getByRole('status').last()).toHaveText(
          /^From 1 March 2027 on another version applies, and your device’s day is 1 March 2027/,
        );
      });
    });
  }

  for (const [zone, last, first] of [
    ['Pacific/Kiritimati', '2027-02-28T09:59:59Z', '2027-02-28T10:00:00Z'],
    ['Pacific/Pago_Pago', '2027-03-01T10:59:59Z', '2027-03-01T11:00:00Z'],
  ] as const) {
    test(`in a site of ${zone} changes when the day begins there`, async ({ page }) => {
      await page.route('**/privacy/', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('Europe/Paris', zone) });
      });
      await readAt(page, last);
      await expect(state(page)).toHaveText(BEFORE);
      await readAt(page, first);
      await expect(state(page)).toHaveText(AFTER);
    });
  }

  test('a year too early by a slow clock shows what was in force when it was built, and nothing older', async ({ page }) => {
    await readAt(page, '2025-11-22T12:00:00Z');
    await expect(state(page)).toHaveText(BEFORE);
    await readAt(page, '2015-01-01T12:00:00Z');
    await expect(state(page)).toHaveText(BEFORE);
  });

  test('a year too late by a fast clock names the day that it goes by', async ({ page }) => {
    await readAt(page, '2027-11-22T12:00:00Z');
    await expect(state(page)).toHaveText(AFTER);
    await expect(page.getByRole('status').last()).toContainText('your device’s day is 22 November 2027');
  });

  test('keeps the place that its address names, under its former name too', async ({ page }) => {
    for (const id of ['who-we-are', 'your-choices', 'your-rights', 'retention', 'cookies']) {
      await readAt(page, '2027-03-02T12:00:00Z', `privacy/#${id}`);
      await expect(state(page)).toHaveText(AFTER);
      await expect.poll(() => landing(page, id), id).toBe('in view');
      expect(page.url()).toMatch(new RegExp(`#${id}$`));
    }
  });

  test('lists the new contents, and its tools and its list of versions go with the new text', async ({ page }) => {
    await readAt(page, '2027-03-02T12:00:00Z');
    await expect(page.locator('.contents a')).toHaveText([/Who we are/, /Your choices/, /Retention/]);
    await page.getByRole('button', { name: 'Open all sections' }).click();
    await expect(page.getByText('We keep records for a year.')).toBeVisible();
    await page.getByRole('button', { name: 'Versions' }).click();
    await expect(page.locator('.picker [aria-current]')).toContainText('2027-03-01');
    await expect(page.getByText('This section in the version in force')).toHaveCount(0);
    await expect(page.getByText('A new version applies')).toHaveCount(0);
  });

  test('shows a first version from its day on, and the end of a policy from that day on', async ({ page }) => {
    await readAt(page, '2027-03-02T12:00:00Z', 'cookies/');
    await expect(page.locator('article')).toContainText('We keep one cookie again.');
    await readAt(page, '2027-06-02T12:00:00Z', 'terms/');
    await expect(state(page)).toContainText('Not in force from 1 June 2027 on.');
    await expect(page.locator('article')).toContainText('The terms.');
  });

  test('stays as it is, and true, when the new text cannot be had', async ({ page }) => {
    await page.route('**/privacy/2027-03-01/', (route) => route.abort());
    await readAt(page, '2027-03-02T12:00:00Z');
    await expect(state(page)).toHaveText(BEFORE);
    await expect(page.getByText('This text applies until 28 February 2027; from 1 March 2027 on')).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('no page says that anything is in force which may have ended since', async ({ page }) => {
    for (const path of ['', 'privacy/', 'terms/', 'cookies/', 'about/']) {
      await page.goto(path);
      // Those who have a known end say from when until when.
      const since = await page
        .locator('main')
        .getByText(/in force since/i)
        .count();
      expect(since, path).toBe(0);
    }
  });

  test('the list of versions opens, leads to each of them and closes with Escape', async ({ page }) => {
    await page.goto('privacy/');
    await page.getByRole('button', { name: 'Versions' }).click();
    await expect(page.locator('.picker li a')).toHaveText([
      /2027-03-01\s*from 1 March 2027/,
      /2024-01-01/,
      /2016-05-26\s*26 May 2016 – 31 December 2023/,
    ]);
    await page.keyboard.press('Escape');
    await expect(page.locator('.picker nav')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Versions' })).toBeFocused();
  });

  test('every id that a policy ever had leads somewhere on its own page', async ({ page }) => {
    for (const id of ['who-we-are', 'cookies', 'your-rights', 'children', 'your-choices', 'retention']) {
      await page.goto(`privacy/#${id}`);
      expect(await landing(page, id)).toBe('in view');
    }
    await expect(page.locator('[id="cookies"]')).toContainText('stood last in version 2016-05-26');
  });

  test('an earlier version leads to the same section in the version in force', async ({ page }) => {
    await page.goto('privacy/2016-05-26/');
    await expect(state(page)).toHaveText('In force from 26 May 2016 until 31 December 2023.');
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex,follow');
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', 'https://policies.example.org/privacy/2016-05-26/');
    await page.getByRole('link', { name: 'This section in the version in force' }).last().click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/privacy/#your-rights');
  });

  test('the history tells every version with its days, and why one was withdrawn', async ({ page }) => {
    await page.goto('terms/history/');
    await expect(page.locator('.timeline li').nth(1)).toContainText(
      'Withdrawn. Announced for 15 December 2026, and withdrawn on 10 November 2026 before it applied: We thought better of it.',
    );
    await expect(page.locator('main :is(input, button)')).toHaveCount(0);
  });

  test('the history of a section stands under its id, and leads to what changed it', async ({ page }) => {
    await page.goto('privacy/history/#your-rights');
    expect(await landing(page, 'your-rights')).toBe('in view');
    const own = page.locator('.section-histories > #your-rights');
    await expect(own).toContainText(/Not in the text any more from version 2027-03-01 on\.\s*Its words go on in 2\. Your choices\./);
    await own.getByRole('link', { name: '2024-01-01', exact: true }).click();
    await page.waitForURL('**/privacy/2024-01-01/changes/#your-rights');
    await expect.poll(() => landing(page, 'your-rights')).toBe('in view');
  });

  test('the notice says what changes, what it means and what people can do, and leads into both texts', async ({ page }) => {
    await page.goto('privacy/2027-03-01/changes/');
    await expect(page.locator('.changes > li').first()).toContainText(
      /What it means for you\s*You get an answer sooner\.\s*What you can do/,
    );
    await page.getByRole('link', { name: '2. Your rights in version 2024-01-01' }).click();
    await page.waitForURL('**/privacy/2024-01-01/#your-rights');
    await expect.poll(() => landing(page, 'your-rights')).toBe('in view');
  });
});

test.describe('the box “What did it say on …?”', () => {
  for (const [path, day, answer] of [
    ['privacy', '2020-05-05', 'On 5 May 2020 version 2016-05-26 applied.'],
    ['privacy', '2024-01-01', 'On 1 January 2024 version 2024-01-01 applied.'],
    [
      'privacy',
      '2010-01-01',
      'Before 26 May 2016 this archive has no version of this policy. What was said on 1 January 2010 is not known here.',
    ],
    [
      'privacy',
      '2030-01-01',
      '1 January 2030 is still to come. As far as is known on 22 November 2026, version 2027-03-01 is to apply on that day.',
    ],
    ['security', '2026-11-01', 'On 1 November 2026 no version of this policy was in force.'],
    [
      'terms',
      '2026-12-20',
      /version 2020-01-01 is to apply on that day\. version 2026-12-15 had been announced for a day before, and was withdrawn\./,
    ],
  ] as const) {
    test(`answers for ${path} on ${day}`, async ({ page }) => {
      await readAt(page, '2026-11-22T12:00:00Z', `${path}/history/`);
      await page.getByLabel('Day').fill(day);
      await page.getByRole('button', { name: 'Show' }).click();
      await expect(page.getByRole('status')).toHaveText(answer);
    });
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no fault on any kind of page, in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of [
      '',
      'notices/',
      'privacy/',
      'cookies/',
      'security/',
      'terms/2026-12-15/',
      'privacy/2016-05-26/',
      'privacy/2027-03-01/changes/',
      'terms/history/',
    ]) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${path} ${id}: ${node.html.slice(0, 120)}`))).toEqual([]);
    }
  });
}
