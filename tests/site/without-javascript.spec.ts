import { contentOf, linesMissing, paragraphIds } from './content.ts';
import { landing, lost, openByHand, openSections } from './reading.ts';
import { expect, test } from './test.ts';

const { policies } = await contentOf('content');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const policy of policies) {
    test(`${policy.title}: the address of every section and sub-section opens it and leads to it`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      expect(await lost(page, policy.ids)).toEqual([]);
    });

    test(`${policy.title}: the address of a paragraph opens its section and leads to it`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      expect(
        await lost(
          page,
          paragraphIds(policy).filter((_, index) => index % 5 === 0),
        ),
      ).toEqual([]);
    });

    test(`${policy.title}: a reader who comes from elsewhere lands in the section that the address names`, async ({ page }) => {
      const { id } = policy.sections.at(-1) ?? { id: '' };
      await page.goto(`${policy.name}/#${id}`);
      expect(await landing(page, id)).toBe('in view');
    });

    test(`${policy.title}: every paragraph has an address, on the policy’s page and on the permanent one`, async ({ page }) => {
      for (const path of [`${policy.name}/`, `${policy.name}/${policy.version.name}/`]) {
        await page.goto(path);
        const ids = await page.locator('article [id]').evaluateAll((all) => all.map((element) => element.id));
        expect(paragraphIds(policy).filter((id) => !ids.includes(id))).toEqual([]);
      }
    });

    test(`${policy.title}: every word can be read once the sections are opened by hand`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      await openByHand(page);
      expect(linesMissing(policy.lines, await page.locator('article').innerText())).toEqual([]);
    });

    test(`${policy.title}: the permanent page shows every word at once`, async ({ page }) => {
      await page.goto(`${policy.name}/${policy.version.name}/`);
      expect(linesMissing(policy.lines, await page.locator('article').innerText())).toEqual([]);
    });

    test(`${policy.title}: sections are ${policy.isClosed ? 'closed' : 'open'} when the page opens, and one opens without closing another`, async ({
      page,
    }) => {
      await page.goto(`${policy.name}/`);
      expect(new Set(await openSections(page))).toEqual(new Set([!policy.isClosed]));
      await openByHand(page);
      expect(await openSections(page)).toEqual(policy.sections.map(() => true));
    });

    test(`${policy.title}: every entry of the contents leads to its section, again after the reader has closed it`, async ({ page }) => {
      await page.goto(`${policy.name}/`);
      const outcomes: string[] = [];
      for (const [index, { id }] of policy.sections.entries()) {
        const entry = page.locator('.contents a').nth(index);
        await entry.click();
        outcomes.push(await landing(page, id));
        await page.locator('summary').nth(index).click();
        await entry.click();
        outcomes.push(await landing(page, id));
      }
      expect(outcomes.filter((outcome) => outcome !== 'in view')).toEqual([]);
    });
  }

  test('nothing on any page is a control that does nothing', async ({ page }) => {
    for (const path of ['', ...policies.map((policy) => `${policy.name}/`), 'nothing/']) {
      await page.goto(path);
      await expect(page.locator('main :is(button:not([popovertarget]), input, select, [role=button], [role=dialog])')).toHaveCount(0);
      // The field of search says on its own page what to do without a script.
      await expect(page.locator(':is(.masthead, .colophon) :is(button, input, select)')).toHaveCount(2);
      const silent = await page
        .locator('a[href]:visible, summary:visible')
        .evaluateAll((all) => all.filter((element) => element.textContent.trim() === '').map((element) => element.outerHTML));
      expect(silent).toEqual([]);
    }
  });
});
