import type { Page } from '@playwright/test';
import { dayInWords } from '../../src/view/days.ts';
import { contentOf, paragraphIds } from './content.ts';
import { setSections } from './reading.ts';
import { expect, test } from './test.ts';

const { site, policies } = await contentOf('content');

// One policy stands for all: the tools are the same on each.
for (const policy of policies.slice(-1)) {
  const address = `${site.url}/${policy.name}/`;
  const section = policy.sections.at(-1) ?? { id: '', heading: '' };
  const paragraph = paragraphIds(policy).findLast((id) => id.startsWith(`${section.id}.`)) ?? '';
  const day = dayInWords(policy.version.effectiveFrom, 'en');
  const state = policy.version.status === 'draft' ? `draft, planned to take effect on ${day}` : `in force from ${day}`;
  const text = `${site.organisation}, ${policy.title}, version ${policy.version.name} (${state})`;

  async function citeSection(page: Page) {
    await page.goto(`${policy.name}/#${section.id}`);
    await page.locator('details').last().getByRole('button', { name: 'Cite this section' }).click();
    return page.getByRole('dialog', { name: 'Cite this place' });
  }

  async function citeParagraph(page: Page) {
    await page.goto(`${policy.name}/`);
    await setSections(page, true);
    await page.getByRole('button', { name: 'Paragraph numbers' }).click();
    await page.locator(`a.n[href="#${paragraph}"]`).click();
    return page.getByRole('dialog', { name: 'Cite this place' });
  }

  test.describe(`citing a place of the ${policy.title}`, () => {
    test('a section: policy, version, day, section and permanent address come first, the newest text second', async ({ page }) => {
      const dialog = await citeSection(page);
      const [exact = '', newest] = await dialog.locator('.cite-text').allTextContents();
      expect(exact).toBe(`${text}, “${section.heading}”: ${address}${policy.version.name}/#${section.id}`);
      expect(newest).toBe(`${address}#${section.id}`);
      expect(await dialog.innerText()).toMatch(/permanent[\s\S]+newest/);
    });

    test('a paragraph: its number stands in the citation, and the newest text is that of the section', async ({ page }) => {
      const dialog = await citeParagraph(page);
      const number = paragraph.split('.').at(-1) ?? '';
      const [exact, newest] = await dialog.locator('.cite-text').allTextContents();
      expect(exact).toBe(`${text}, “${section.heading}”, paragraph ${number}: ${address}${policy.version.name}/#${paragraph}`);
      expect(newest).toBe(`${address}#${section.id}`);
    });

    test('each button copies what stands above it, and says so', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const dialog = await citeSection(page);
      const [exact, newest] = await dialog.locator('.cite-text').allTextContents();
      const links = dialog.getByRole('button', { name: 'Copy the link' });
      for (const [button, copied] of [
        [dialog.getByRole('button', { name: 'Copy the citation' }), exact],
        [links.first(), `${address}${policy.version.name}/#${section.id}`],
        [links.last(), newest],
      ] as const) {
        await button.click();
        await expect(dialog.getByRole('status')).toHaveText('Copied.');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
      }
    });

    test('when the browser refuses to copy, the text is selected and the reader is told', async ({ page, context }) => {
      await context.grantPermissions([]);
      const dialog = await citeSection(page);
      await dialog.getByRole('button', { name: 'Copy the citation' }).click();
      await expect(dialog.getByRole('status')).toContainText('did not allow copying');
      expect(await page.evaluate(() => String(getSelection()))).toBe(await dialog.locator('.cite-text').first().textContent());
    });

    test('when the browser refuses to copy the permanent link, the link alone is selected', async ({ page, context }) => {
      await context.grantPermissions([]);
      const dialog = await citeSection(page);
      await dialog.getByRole('button', { name: 'Copy the link' }).first().click();
      await expect(dialog.getByRole('status')).toContainText('did not allow copying');
      expect(await page.evaluate(() => String(getSelection()))).toBe(`${address}${policy.version.name}/#${section.id}`);
    });

    test('the address that is cited opens these very words', async ({ page }) => {
      const dialog = await citeParagraph(page);
      const [exact = ''] = await dialog.locator('.cite-text').allTextContents();
      const cited = new URL(exact.split(': ').at(-1) ?? '');
      await page.goto(`${cited.pathname.replace(new URL(site.url).pathname, '').replace(/^\//, '')}${cited.hash}`);
      const line = policy.lines.find((one) => `${one.section}.${one.paragraph}` === paragraph)?.text ?? '';
      await expect(page.locator(`[id="${paragraph}"]`)).toBeInViewport();
      await expect(page.locator(`[id="${paragraph}"]`)).toContainText(line.split(' | ')[0]?.replace(/^\w+\. /, '') ?? '');
    });
  });
}
