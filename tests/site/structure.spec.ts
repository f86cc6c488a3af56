import type { Page } from '@playwright/test';
import { contentOf, pagesIn } from './content.ts';
import { expect, test as base } from './test.ts';

const { site, policies } = await contentOf('content');
const pages = pagesIn('dist');
const versionPages = policies.flatMap((policy) =>
  [`${policy.name}/`, `${policy.name}/${policy.version.name}/`].map((path) => ({ policy, path })),
);

/** What a page says of itself; each worker reads every page once. */
const test = base.extend<object, { read: readonly Awaited<ReturnType<typeof readPage>>[] }>({
  read: [
    async ({ browser, site: baseURL }, use) => {
      const page = await browser.newPage({ javaScriptEnabled: false, baseURL });
      const read = [];
      for (const path of [...pages, 'nothing/']) read.push(await readPage(page, path));
      await page.close();
      await use(read);
    },
    { scope: 'worker' },
  ],
});
test.use({ javaScriptEnabled: false });

async function readPage(page: Page, path: string) {
  await page.goto(path);
  const said = await page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const content = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content ?? '';
    return {
      lang: document.documentElement.lang,
      title: document.title,
      description: content('description'),
      robots: content('robots'),
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '',
      relations: all('link').map((link) => [link.getAttribute('rel'), link.getAttribute('href')?.split('/').at(-2)].join(' ')),
      levels: all('h1, h2, h3, h4, h5, h6').map((heading) => Number(heading.tagName.slice(1))),
      ids: all('[id]').map((element) => element.id),
      hrefs: all('a[href], link[href]:not([rel=canonical]), script[src]').map((element) => {
        const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        return new URL(address, document.baseURI).href;
      }),
      words: document.body.innerText,
      foot: document.querySelector('footer')?.innerText ?? '',
    };
  });
  return { path, url: page.url(), ...said };
}

test.describe('every page', () => {
  test('has one main heading, which comes first, and passes over no level of headings', ({ read }) => {
    for (const { path, levels } of read) {
      expect(levels.indexOf(1), path).toBe(0);
      expect(
        levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1 || (level === 1 && index > 0)),
        path,
      ).toEqual([]);
    }
  });

  test('names its language, its title and the organisation', ({ read }) => {
    for (const { lang, title, path } of read) {
      expect(lang, path).toBe(site.languages[0]);
      expect(title, path).toMatch(new RegExp(`${site.organisation}$`));
    }
  });

  test('has a title of its own; the permanent page of a version has that of its policy', ({ read }) => {
    const titles = read.filter(({ path }) => path.split('/').length <= 2).map(({ title }) => title);
    expect(titles).toEqual([...new Set(titles)]);
  });

  test('says what it is about and what its own address is; a page that is not there has neither', ({ read }) => {
    for (const { path, description, canonical } of read) {
      const isThere = pages.includes(path);
      expect(description !== '', path).toBe(isThere);
      expect(canonical, path).toBe(isThere ? `${site.url}/${path}` : '');
    }
  });

  test('leads to the privacy policy and the terms of the site', ({ read }) => {
    const of = (kind: string) => policies.filter((policy) => policy.kind === kind).map(({ name }) => name);
    const wanted = [...of('privacy').map((name) => `privacy-policy ${name}`), ...of('terms').map((name) => `terms-of-service ${name}`)];
    for (const { path, relations } of read) expect(relations, path).toEqual(expect.arrayContaining(wanted));
  });

  test('asks search engines to leave it out when it is a sample, a draft or not there', ({ read }) => {
    const drafts = versionPages.map(({ path }) => path);
    for (const { path, robots } of read) {
      const isLeftOut = site.sample || drafts.includes(path) || !pages.includes(path);
      expect(robots, path).toBe(isLeftOut ? 'noindex,follow' : '');
    }
  });

  test('links only to pages of the site that are there, at places that are there', async ({ read, page, baseURL }) => {
    const places = new Map(read.map((one) => [one.url, one.ids]));
    const broken: string[] = [];
    for (const { path, hrefs } of read) {
      for (const href of new Set(hrefs.filter((one) => one.startsWith(baseURL ?? '')))) {
        const [address = '', fragment] = href.split('#');
        const ids = places.get(address);
        // The fragment of a comparison names two versions, each of which has a page of its own beside it.
        const pair = address.endsWith('/compare/') ? (fragment?.split('..').map((name) => new URL(`../${name}/`, address).href) ?? []) : [];
        const isPair = pair.length === 2 && pair.every((one) => places.has(one));
        const isThere = ids ? fragment === undefined || ids.includes(fragment) || isPair : (await page.request.get(href)).status() === 200;
        if (!isThere) broken.push(`${path} → ${href}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('is named a sample when the site is one, and only then', ({ read }) => {
    for (const { path, words } of read) expect(words.includes('It is not the policy of any company.'), path).toBe(site.sample);
  });

  test('says how to ask for another format or report a barrier', ({ read }) => {
    for (const { path, foot } of read) expect(foot, path).toContain('another format, or to report a barrier');
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
