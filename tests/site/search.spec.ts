import type { Page } from '@playwright/test';
import { questions } from '../search/questions.ts';
import { answers, ask, marked } from './searching.ts';
import { expect, test } from './test.ts';

/** The word as often as the section has it; on another day another version is in force. */
async function everyCookie(page: Page): Promise<string> {
  const text = await page.locator('details:has(#cookies)').innerText();
  const words = text.toLowerCase().match(/\bcookies?\b/gu) ?? [];
  expect(words.length).toBeGreaterThan(2);
  return words.join(' ');
}

test.describe('a reader who looks for something', () => {
  test('loads nothing for it before the field is used', async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto('privacy/');
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => /pagefind|search/u.test(url))).toEqual([]);
    await page.getByRole('searchbox').focus();
    await expect.poll(() => requests.some((url) => url.endsWith('pagefind.js'))).toBe(true);
  });

  test('is one key later in the section, opened, with the words marked', async ({ page }) => {
    await page.goto('terms/');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('cookies');
    await expect(answers(page).first()).toHaveText('Cookies');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/privacy\/#cookies$/u);
    await expect(page.locator('details:has(#cookies)')).toHaveAttribute('open', '');
    await expect(page.locator('#cookies')).toBeInViewport();
    await expect.poll(async () => (await marked(page)).words.join(' ').toLowerCase()).toBe(await everyCookie(page));
  });

  test('finds the answers again when going back', async ({ page }) => {
    await page.goto('terms/');
    await ask(page, 'cookies');
    await answers(page).first().click();
    await expect(page).toHaveURL(/\/privacy\/#cookies$/u);
    await page.goBack();
    await expect(page).toHaveURL(/\/terms\/$/u);
    await expect(answers(page).first()).toBeVisible();
    await expect(page.getByRole('searchbox')).toHaveValue('cookies');
  });

  test('lands on the page where the question was asked, too, and comes back to the answers', async ({ page }) => {
    await page.goto('privacy/');
    await ask(page, 'cookies');
    await answers(page).first().click();
    await expect(page).toHaveURL(/\/privacy\/#cookies$/u);
    await expect.poll(async () => (await marked(page)).words.join(' ').toLowerCase()).toBe(await everyCookie(page));
    await expect(answers(page).first()).toBeHidden();
    await page.goBack();
    await expect(answers(page).first()).toBeVisible();
  });

  test('goes through the answers by keyboard alone, and leaves them with Escape', async ({ page }) => {
    await page.goto('privacy/');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('ticket');
    await expect(answers(page).nth(1)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
    await page.keyboard.press('Tab');
    // The list itself scrolls by keyboard where a browser makes it a stop.
    if (await page.locator('.found').evaluate((panel) => panel === document.activeElement)) await page.keyboard.press('Tab');
    await expect(answers(page).first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expect(answers(page).first()).toBeHidden();
  });

  test('hears how many sections answer, once a question', async ({ page }) => {
    await page.goto('search/');
    const said: string[] = [];
    await page.exposeFunction('hear', (words: string) => said.push(words));
    await ask(page, 'wheelchair');
    await page.evaluate(() => {
      const status = document.querySelector('[role=status]');
      if (status)
        new MutationObserver(() => Reflect.get(window, 'hear')(status.textContent)).observe(status, {
          childList: true,
          characterData: true,
        });
    });
    await page.getByRole('searchbox').fill('cookies');
    await expect(page.getByRole('status')).toHaveText('1 section answers: Cookies. Enter opens it.');
    expect(said).toEqual(['1 section answers: Cookies. Enter opens it.']);
    await expect(page.getByRole('search')).toMatchAriaSnapshot(`
      - search:
        - searchbox "Search": cookies
        - button "Search"
        - status: "1 section answers: Cookies. Enter opens it."
        - list "Sections that answer":
          - listitem:
            - link "Cookies"
    `);
  });

  test('keeps the question on the page of search in the address, behind #, where no server sees it', async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto('search/');
    await ask(page, 'delete my data');
    await expect(page).toHaveURL(/\/search\/#q=delete%20my%20data$/u);
    await page.reload();
    await expect(answers(page).first()).toHaveText('Access, correction and deletion');
    await answers(page).first().click();
    await page.goBack();
    await expect(answers(page).first()).toHaveText('Access, correction and deletion');
    expect(requests.filter((url) => /delete|data/u.test(url))).toEqual([]);
  });

  test('is led to all answers by the button, and nothing of it stays on the device', async ({ page }) => {
    await page.goto('privacy/');
    await ask(page, 'refund');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(/\/search\/#q=refund$/u);
    await answers(page).first().click();
    await expect.poll(async () => (await marked(page)).words.length).toBeGreaterThan(0);
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])).toEqual([0, 0, '']);
  });

  test('is told when nothing answers, and of the nearest words where a letter was missed', async ({ page }) => {
    await page.goto('search/');
    await ask(page, 'xylophone');
    await expect(page.getByRole('status')).toHaveText('No section answers that. Try other words, or fewer.');
    await ask(page, 'cookiez');
    await expect(page.getByRole('status')).toHaveText('No section has these words. The nearest: Cookies. Enter opens it.');
  });

  test('finds a section that those who keep the policies have pinned, first', async ({ page }) => {
    await page.goto('search/');
    await ask(page, 'get my money back');
    await expect(answers(page).first()).toHaveText('7.1 When an Event is canceled or changed');
  });
});

test.describe('every answer to the questions that search is measured by', () => {
  test('opens exactly its section, with words of it marked', async ({ page }) => {
    test.setTimeout(240_000);
    const wrong: string[] = [];
    for (const { ask: query } of questions('sample')) {
      await page.goto(`search/#q=${encodeURIComponent(query)}`);
      await page.reload();
      const first = answers(page).first();
      if (
        !(await first.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        ))
      ) {
        wrong.push(`${query}: no answer`);
        continue;
      }
      const href = (await first.getAttribute('href')) ?? '';
      await first.click();
      await page.waitForURL((url) => url.pathname + url.hash === href);
      const isOpen = await page.evaluate(() => {
        const named = document.getElementById(location.hash.slice(1));
        const section = named?.closest('details');
        return named !== null && (!section || section.open) && named.getBoundingClientRect().top < innerHeight;
      });
      const isMarked = await expect
        .poll(async () => (await marked(page)).words.length, { timeout: 3000 })
        .toBeGreaterThan(0)
        .then(
          () => true,
          () => false,
        );
      if (!isOpen || !isMarked || !(await marked(page)).isInSection) wrong.push(`${query}: ${href} open ${isOpen}, marked ${isMarked}`);
    }
    expect(wrong).toEqual([]);
  });
});

test.describe('whatever is typed', () => {
  for (const [name, query] of [
    ['markup', '<script>document.title="taken"</script><img src=x onerror=alert(1)>'],
    ['ten thousand letters', 'refund '.repeat(1429)],
    ['control characters', 'coo\u0000kies\u0007\u200B\u202E'],
    ['words from right to left', 'ملفات تعريف الارتباط עוגיות'],
    ['half a character', 'cookies \uD800'],
    ['quotation marks and operators', '"cookies" -privacy OR * ( [ \\ % #q=x &'],
    ['spaces alone', ' \t '],
  ] as const) {
    test(`${name} neither breaks the page nor becomes part of it`, async ({ page }) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.goto('search/');
      const before = await page.locator('main :is(script, img)').count();
      await page.getByRole('searchbox').fill(query);
      await page.waitForTimeout(600);
      expect(await page.title()).not.toContain('taken');
      expect(await page.locator('main :is(script, img)').count()).toBe(before);
      await page.reload();
      await ask(page, 'cookies');
      await expect(answers(page).first()).toHaveText('Cookies');
      expect(faults).toEqual([]);
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the field leads to a page that says so and to all texts in force on one page', async ({ page }) => {
    await page.goto('privacy/');
    await page.getByRole('searchbox').fill('cookies');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(/\/search\/\??$/u);
    await expect(page.locator('main')).toContainText('This search needs JavaScript');
    await page.getByRole('link', { name: 'All policies in force on one page' }).click();
    await expect(page).toHaveURL(/\/all\/$/u);
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Privacy policy', 'Security policy', 'Terms of purchase']);
    await expect(page.locator('main')).toContainText('The Site uses cookies to tell you apart from its other users.');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('answers fit the width and can be hit with a finger', async ({ page }) => {
    await page.goto('privacy/');
    await ask(page, 'refund');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    for (const link of await answers(page).all()) expect((await link.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(24);
  });
});

test('a search that cannot be loaded leads to all texts in force', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('search/');
  await page.getByRole('searchbox').fill('cookies');
  await expect(page.locator('.found').getByRole('link')).toHaveAttribute('href', /\/all\/$/u);
});
