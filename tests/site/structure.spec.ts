import { contentOf, pagesIn } from './content.ts';
import { expect, test } from './test.ts';

const { site, policies } = await contentOf('content');
const pages = pagesIn('dist');
const versionPages = policies.flatMap((policy) => [`${policy.name}/`, `${policy.name}/${policy.version.name}/`].map((path) => ({ policy, path })));

test.use({ javaScriptEnabled: false });

test.describe('the structure of every page', () => {
  test('one main heading, and no level of headings is passed over', async ({ page }) => {
    for (const path of [...pages, 'nothing/']) {
      await page.goto(path);
      const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))));
      expect(levels.filter((level) => level === 1)).toEqual([1]);
      expect(levels[0], path).toBe(1);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    }
  });

  test('it names its language, its title, what it is about and its own address', async ({ page }) => {
    const titles: string[] = [];
    for (const path of pages) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', site.languages[0] ?? '');
      await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /\S/);
      await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${site.url}/${path}`);
      await expect(page).toHaveTitle(new RegExp(`${site.organisation}$`));
      titles.push(path.split('/')[0] === path.replace(/\/$/, '') ? await page.title() : '');
    }
    const own = titles.filter((title) => title !== '');
    expect(own).toEqual([...new Set(own)]);
  });

  test('it leads to the privacy policy and the terms of the site', async ({ page }) => {
    for (const path of [...pages, 'nothing/']) {
      await page.goto(path);
      for (const [kind, rel] of [
        ['privacy', 'privacy-policy'],
        ['terms', 'terms-of-service'],
      ]) {
        const hrefs = await page.locator(`link[rel=${rel}]`).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
        expect(hrefs.map((href) => href?.split('/').at(-2))).toEqual(policies.filter((one) => one.kind === kind).map((one) => one.name));
      }
    }
  });

  test('what is a sample or a draft asks search engines to leave it out', async ({ page }) => {
    const drafts = versionPages.map(({ path }) => path);
    for (const path of pages) {
      await page.goto(path);
      const isLeftOut = site.sample || drafts.includes(path);
      await expect(page.locator('meta[name=robots][content^=noindex]'), path).toHaveCount(isLeftOut ? 1 : 0);
    }
  });

  test('every link within the site leads to a page that is there, at a place that is there', async ({ page, baseURL }) => {
    const places = new Map<string, { ids: string[]; hrefs: string[] }>();
    for (const path of pages) {
      await page.goto(path);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map((element) => element.id));
      const hrefs = await page
        .locator('a[href], link[href]:not([rel=canonical]), script[src]')
        .evaluateAll((all) => all.map((element) => ('href' in element ? String(element.href) : 'src' in element ? String(element.src) : '')));
      places.set(page.url(), { ids, hrefs });
    }
    const broken: string[] = [];
    for (const [from, { hrefs }] of places) {
      for (const href of new Set(hrefs)) {
        if (!href.startsWith(baseURL ?? '')) continue;
        const { origin, pathname, hash } = new URL(href);
        const there = places.get(`${origin}${pathname}`);
        const isThere = there ? hash === '' || there.ids.includes(hash.slice(1)) : (await page.request.get(href)).status() === 200;
        if (!isThere) broken.push(`${from} → ${href}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('it is named a sample when the site is one, and only then', async ({ page }) => {
    for (const path of [...pages, 'nothing/']) {
      await page.goto(path);
      await expect(page.getByText('It is not the policy of any company.').first(), path).toBeVisible({ visible: site.sample });
    }
  });

  test('it says how to ask for another format or report a barrier', async ({ page }) => {
    for (const path of [...pages, 'nothing/']) {
      await page.goto(path);
      await expect(page.locator('footer').getByText('another format, or to report a barrier')).toBeVisible();
    }
  });
});

test.describe('the structure of a policy', () => {
  test('the contents list the headings of the sections, in their order', async ({ page }) => {
    for (const { policy, path } of versionPages.filter((one) => one.policy.sections.length > 1)) {
      await page.goto(path);
      const entries = await page.locator('.contents a').allInnerTexts();
      expect(entries.map((entry) => entry.replaceAll(/\s+/g, ' ').trim())).toEqual(policy.sections.map(({ heading }) => heading));
      const headings = await page.locator('summary').evaluateAll((all) => all.map((summary) => summary.textContent.trim()));
      expect(headings).toEqual(policy.sections.map(({ heading }) => heading));
    }
  });

  test('a screen reader hears the heading of a section as a heading of the second level', async ({ page }) => {
    for (const { policy, path } of versionPages) {
      await page.goto(path);
      await expect(page.locator('article').getByRole('heading', { level: 2 })).toHaveCount(policy.sections.length);
    }
  });

  test('no two sections that open have the same name', async ({ page }) => {
    for (const { path } of versionPages) {
      await page.goto(path);
      const names = await page.locator('summary').allInnerTexts();
      expect(names).toEqual([...new Set(names)]);
    }
  });

  test('its head says whether it is a draft, which version it is, its day and what its fingerprint is', async ({ page }) => {
    for (const { policy, path } of versionPages) {
      await page.goto(path);
      const head = page.locator('.page-head');
      await expect(head.getByText('Draft.')).toHaveCount(policy.version.status === 'draft' ? 1 : 0);
      await expect(head).toContainText(policy.version.name);
      await expect(head).toContainText(policy.fingerprint);
      await expect(head.locator('time').first()).toHaveAttribute('datetime', policy.version.effectiveFrom);
    }
  });
});

test.describe('an address', () => {
  test('that leads nowhere is answered with 404 and a page that leads home', async ({ page, baseURL }) => {
    for (const path of ['nothing/', 'nothing', 'privacy/1900-01-01/']) {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
      await page.getByRole('link', { name: 'All policies are listed on the home page.' }).click();
      expect(page.url()).toBe(baseURL);
    }
  });

  test('without its last slash is sent on to the one with it', async ({ page }) => {
    for (const path of pages.filter((one) => one !== '')) {
      const answer = await page.request.get(path.slice(0, -1), { maxRedirects: 0 });
      expect([answer.status(), answer.headers()['location']]).toEqual([301, `/${path}`]);
    }
  });
});
