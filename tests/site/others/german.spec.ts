import { expect } from '@playwright/test';
import { contentOf } from '../content.ts';
import { landing, lost } from '../reading.ts';
import { german, testOf } from './sites.ts';

const test = testOf(german);
const { policies } = await contentOf(german.content);

test.describe('a site in German', () => {
  test('speaks German around the text', async ({ page }) => {
    await page.goto('datenschutz/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    for (const words of ['Entwurf.', 'Inhalt', 'Fassung 2027-03-01', '1. März 2027', 'Alle Richtlinien', 'Zum Text springen']) {
      await expect(page.getByText(words).first()).toBeAttached();
    }
    await expect(page.getByRole('button', { name: 'Alle Abschnitte öffnen' })).toBeVisible();
    await expect(page.locator('footer')).toContainText('in einem anderen Format');
  });

  test('has no interface words in English, on any page', async ({ page }) => {
    for (const path of ['', 'ueber/', 'datenschutz/', 'nutzung/2027-01-01/', 'nothing/']) {
      await page.goto(path);
      const words = await page.evaluate(() => {
        const named = ['aria-label', 'data-other', 'data-label', 'data-copied', 'data-not-copied', 'data-citation', 'data-paragraph'];
        const values = named.flatMap((name) => [...document.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name)));
        // What the checks say of a draft is in one language everywhere, and marked as such.
        for (const finding of document.querySelectorAll('.findings [lang=en]')) finding.remove();
        return [document.title, document.body.textContent, ...values].join('\n').replaceAll(/\{\w+\}/g, '');
      });
      expect(words.match(/\b(the|of|this|section|sections|version|draft|and|not|policies|copied)\b/gi), path).toBeNull();
    }
  });

  test('cites in German: organisation, policy, version, day, paragraph and permanent address', async ({ page }) => {
    await page.goto('datenschutz/#rechte');
    await page.getByRole('button', { name: 'Absatznummern' }).click();
    await page.locator('a.n[href="#rechte.2"]').click();
    await expect(page.getByRole('dialog').locator('.cite-text')).toHaveText([
      'Bücherei am Kanal, Datenschutzerklärung, Fassung 2027-03-01 (Entwurf, soll am 1. März 2027 in Kraft treten), „2. Ihre Rechte“, Absatz 2: https://example.org/legal/policies/datenschutz/2027-03-01/#rechte.2',
      'https://example.org/legal/policies/datenschutz/#rechte',
    ]);
  });

  test('cites the words before the first heading, too', async ({ page }) => {
    await page.goto('datenschutz/');
    await page.getByRole('button', { name: 'Absatznummern' }).click();
    await page.locator('a.n[href="#preamble.1"]').click();
    await expect(page.getByRole('dialog').locator('.cite-text').first()).toContainText(
      'Einleitung, Absatz 1: https://example.org/legal/policies/datenschutz/2027-03-01/#preamble.1',
    );
  });

  test('breaks a long word instead of scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto('nutzung/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test.describe('an address that a section had earlier', () => {
  test.use({ javaScriptEnabled: false });

  test('leads to the section that continues it, without JavaScript', async ({ page }) => {
    await page.goto('datenschutz/');
    expect(await lost(page, ['link1', 'speicherung', 'alt.rechte'])).toEqual([]);
    for (const [old, now] of [
      ['link1', 'daten'],
      ['speicherung', 'fristen'],
      ['alt.rechte', 'rechte'],
    ] as const) {
      expect(await page.locator(`[id="${old}"]`).evaluate((place) => place.closest('section[id], .body')?.id)).toBe(now);
    }
  });

  test('leads there on the permanent page as well', async ({ page }) => {
    await page.goto('datenschutz/2027-03-01/#speicherung');
    expect(await landing(page, 'speicherung')).toBe('in view');
  });
});

test.describe('a site under a base path', () => {
  const paths = ['', 'ueber/', ...policies.flatMap((policy) => [`${policy.name}/`, `${policy.name}/${policy.version.name}/`]), 'nothing/'];

  test('finds all of its files, and every link within it leads to a place that is there', async ({ page, baseURL }) => {
    const failed: string[] = [];
    page.on('response', (response) => response.status() >= 400 && !response.url().endsWith('/nothing/') && failed.push(response.url()));
    for (const path of paths) {
      await page.goto(path);
      const hrefs = await page
        .locator('a[href], link[href]')
        .evaluateAll((all) => all.map((one) => ('href' in one ? String(one.href) : '')));
      for (const href of new Set(hrefs.filter((one) => one.startsWith(new URL(baseURL ?? '').origin)))) {
        const answer = await page.request.get(href);
        if (answer.status() !== 200 || !(href.includes('#') ? (await answer.text()).includes(`id="${href.split('#')[1]}"`) : true))
          failed.push(`${path} → ${href}`);
      }
    }
    expect(failed.filter((one) => !one.includes('#_text'))).toEqual([]);
  });

  test('is served with its security policy, and names whole addresses of its own', async ({ page }) => {
    for (const path of paths) {
      const answer = await page.goto(path);
      expect(answer?.headers()['content-security-policy'], path).toContain("default-src 'none'");
      if (path !== 'nothing/')
        await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `https://example.org/legal/policies/${path}`);
    }
  });

  test('that is no sample is not called one, and lets its home page be found', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('.sample')).toHaveCount(0);
    await expect(page.locator('meta[name=robots]')).toHaveCount(0);
    await page.goto('datenschutz/');
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex,follow');
  });
});
