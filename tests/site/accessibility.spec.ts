import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { contentOf, pagesIn } from './content.ts';
import { setSections } from './reading.ts';
import { expect, test } from './test.ts';

const { policies } = await contentOf('content');
const versions = policies.map((policy) => `${policy.name}/${policy.version.name}/`);
// The permanent page is the same template with its sections open: one of them stands for all.
const ofPolicies = [...policies.map((policy) => `${policy.name}/`), ...versions.slice(-1)];
const others = [...pagesIn('dist').filter((path) => !ofPolicies.includes(path) && !versions.includes(path)), 'nothing/'];

/** Each fault with the elements that have it. */
async function faults(page: Page, rules?: string[]): Promise<string[]> {
  // Without frames in the page there is nothing that a second page would have to put together.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

test.describe('axe finds no fault', () => {
  for (const width of [320, 1280]) {
    test.describe(`${width} pixels wide`, () => {
      test.use({ viewport: { width, height: 800 } });

      for (const path of ofPolicies) {
        test(`on /${path}, with sections closed and open`, async ({ page }) => {
          await page.goto(path);
          await setSections(page, false);
          expect(await faults(page)).toEqual([]);
          await setSections(page, true);
          await page.getByRole('button', { name: 'Paragraph numbers' }).click();
          expect(await faults(page)).toEqual([]);
        });
      }

      test('on the home page, the ordinary pages and the page for an address that leads nowhere', async ({ page }) => {
        for (const path of others) {
          await page.goto(path);
          expect(await faults(page), path).toEqual([]);
        }
      });

      test('in the dialog that cites a place', async ({ page }) => {
        await page.goto(`${policies[0]?.name}/#${policies[0]?.sections[0]?.id}`);
        await page.getByRole('button', { name: 'Cite this section' }).first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await faults(page)).toEqual([]);
      });
    });
  }

  // Dark colours change nothing but colours, so the rules about colours are asked again, and those alone.
  test('in the colours of a dark page, with sections open', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of ['', ...ofPolicies, ...others]) {
      await page.goto(path);
      await setSections(page, true);
      expect(await faults(page, ['color-contrast', 'link-in-text-block']), path).toEqual([]);
    }
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme} colours for a reader who asks for more contrast, whose text has a contrast of 7 to 1`, async ({ page }) => {
      await page.emulateMedia({ contrast: 'more', colorScheme });
      for (const path of ['', `${policies[0]?.name}/`]) {
        await page.goto(path);
        await setSections(page, true);
        expect(await faults(page, ['color-contrast-enhanced'])).toEqual([]);
      }
    });
  }
});
