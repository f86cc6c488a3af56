import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { contentOf, pagesIn } from './content.ts';
import { setSections } from './reading.ts';
import { expect, test } from './test.ts';

const { policies } = await contentOf('content');
const ofPolicies = policies.flatMap((policy) => [`${policy.name}/`, `${policy.name}/${policy.version.name}/`]);
const others = [...pagesIn('dist').filter((path) => !ofPolicies.includes(path)), 'nothing/'];

/** Each fault with the elements that have it. */
async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

test.describe('axe finds no fault', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      test.describe(`in ${colorScheme} colours, ${width} pixels wide`, () => {
        test.use({ colorScheme, viewport: { width, height: 800 } });

        for (const path of ofPolicies) {
          test(`on ${path}, with sections closed and open`, async ({ page }) => {
            await page.goto(path);
            await setSections(page, false);
            expect(await faults(page)).toEqual([]);
            await setSections(page, true);
            await page.getByRole('button', { name: 'Paragraph numbers' }).click();
            expect(await faults(page)).toEqual([]);
          });
        }

        for (const path of others) {
          test(`on /${path}`, async ({ page }) => {
            await page.goto(path);
            expect(await faults(page)).toEqual([]);
          });
        }

        test('in the dialog that cites a place', async ({ page }) => {
          await page.goto(`${policies[0]?.name}/#${policies[0]?.sections[0]?.id}`);
          await page.getByRole('button', { name: 'Cite this section' }).first().click();
          await expect(page.getByRole('dialog')).toBeVisible();
          expect(await faults(page)).toEqual([]);
        });
      });
    }

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
