import type { Locator, Page } from '@playwright/test';
import { contentOf, pagesIn } from './content.ts';
import { setSections } from './reading.ts';
import { expect, test } from './test.ts';

const { policies } = await contentOf('content');
const pages = [...pagesIn('dist'), 'nothing/'];
const policyPage = `${policies[0]?.name}/`;

/** WCAG 1.4.12: what a reader may set, put in place as the browser does it, past the policy that forbids inline styles. */
async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
}

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

function style(element: Locator, property: string, pseudo?: string): Promise<string> {
  return element.evaluate((one, [name, part]) => getComputedStyle(one, part).getPropertyValue(name ?? ''), [property, pseudo] as const);
}

test.describe('enlarged to 400 %, which leaves 320 by 256 pixels', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test('no page scrolls sideways, with sections closed or open', async ({ page }) => {
    for (const path of pages) {
      await page.goto(path);
      expect(await width(page), path).toBeLessThanOrEqual(320);
      await setSections(page, true);
      expect(await width(page), path).toBeLessThanOrEqual(320);
    }
  });

  test('nor when a reader sets more space between letters, words and lines', async ({ page }) => {
    for (const path of pages) {
      await page.goto(path);
      await setSections(page, true);
      await spaceText(page);
      expect(await width(page), path).toBeLessThanOrEqual(320);
    }
  });

  test('the dialog that cites a place fits, and its end can be reached', async ({ page }) => {
    await page.goto(`${policyPage}#${policies[0]?.sections[0]?.id}`);
    await page.getByRole('button', { name: 'Cite this section' }).first().click();
    await page.getByRole('button', { name: 'Close', exact: true }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeInViewport({ ratio: 1 });
    expect(await width(page)).toBeLessThanOrEqual(320);
  });
});

test.describe('what a finger must hit', () => {
  for (const size of [320, 1280]) {
    test(`is at least 24 by 24 pixels, ${size} pixels wide, unless it stands in a sentence`, async ({ page }) => {
      await page.setViewportSize({ width: size, height: 800 });
      for (const path of ['', policyPage, pages.find((one) => one.startsWith('about')) ?? '']) {
        await page.goto(path);
        await setSections(page, true);
        for (const button of await page.getByRole('button', { name: 'Paragraph numbers' }).all()) await button.click();
        const small = await page.locator('a[href], button, summary').evaluateAll((all) =>
          all.flatMap((element) => {
            const { width: w, height: h } = element.getBoundingClientRect();
            const around = element.closest('p:not(.facts), li, td, dd, dt, address, caption');
            const isInSentence = around !== null && around.textContent.trim() !== element.textContent.trim() && !element.matches('button');
            const isShown = element.checkVisibility({ visibilityProperty: true }) && !element.matches('.skip');
            return isShown && !isInSentence && (w < 24 || h < 24) ? [`${element.textContent}: ${w} by ${h}`] : [];
          }),
        );
        expect(small).toEqual([]);
      }
    });
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with colours of the reader’s own, on ${colorScheme}`, () => {
    test.use({ colorScheme });
    test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active', colorScheme }));

    test('the mark of a state is seen', async ({ page }) => {
      await page.goto(policyPage);
      const mark = page.locator('.state strong').first();
      expect(await style(mark, 'background-color', '::before')).not.toBe(await style(page.locator('body'), 'background-color'));
    });

    test('the place that an address names is marked by a line and not by a colour alone', async ({ page }) => {
      const section = policies[0]?.sections[0]?.id ?? '';
      for (const id of [section, `${section}.1`]) {
        await page.goto(`${policyPage}#${id}`);
        const place = page.locator(`[id="${id}"]`);
        const lines = [await style(place, 'outline-style'), await style(place, 'border-inline-start-style')];
        expect(
          lines.filter((line) => line !== 'none'),
          id,
        ).not.toEqual([]);
      }
    });

    test('a button that is switched on looks different from one that is not', async ({ page }) => {
      await page.goto(policyPage);
      const button = page.getByRole('button', { name: 'Paragraph numbers' });
      const before = await button.screenshot();
      await button.click();
      await page.mouse.move(0, 0);
      await button.evaluate((element) => element.blur());
      expect((await button.screenshot()).equals(before)).toBe(false);
    });

    test('the outline of what has the focus is seen', async ({ page }) => {
      await page.goto(policyPage);
      for (const one of [page.locator('summary').first(), page.locator('.contents a').first(), page.locator('.tools button').first()]) {
        await one.focus();
        await page.keyboard.press('Shift');
        expect(await style(one, 'outline-style')).toBe('solid');
        expect(await style(one, 'outline-color')).not.toBe(await style(page.locator('body'), 'background-color'));
      }
    });
  });
}

test.describe('movement', () => {
  test('there is none: no style on any page moves anything', async ({ page }) => {
    for (const path of ['', policyPage]) {
      await page.goto(path);
      await setSections(page, true);
      const moving = await page.evaluate(() => {
        const moves = (one: Element, part?: string) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one, part);
          return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
        };
        const parts = [undefined, '::before', '::after', '::details-content', '::backdrop'];
        return [...document.querySelectorAll('*')]
          .filter((one) => parts.some((part) => moves(one, part)))
          .map((one) => one.outerHTML.slice(0, 80));
      });
      expect(moving).toEqual([]);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    }
  });
});

test.describe('the focus', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is seen at every stop, in ${colorScheme} colours`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(policyPage);
      await page.getByRole('button', { name: 'Paragraph numbers' }).click();
      await page.locator('.skip').focus();
      const unseen: string[] = [];
      for (let stop = 0; stop < 60; stop++) {
        await page.keyboard.press('Tab');
        const fault = await page.evaluate(() => {
          const one = document.activeElement;
          if (!one || one === document.body) return 'end';
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
          const { top, bottom } = one.getBoundingClientRect();
          const isOutlined = outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2;
          const isSeen = isOutlined && outlineColor !== getComputedStyle(document.body).backgroundColor && bottom > 0 && top < innerHeight;
          return isSeen ? '' : `${one.textContent.trim()} (${outlineStyle}, ${outlineColor}, at ${top})`;
        });
        if (fault === 'end') break;
        if (fault !== '') unseen.push(fault);
      }
      expect(unseen).toEqual([]);
    });
  }
});
