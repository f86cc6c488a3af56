import { extractText, getDocumentProxy } from 'unpdf';
import { contentOf, wordMissing } from './content.ts';
import { expect, test } from './test.ts';

const { policies } = await contentOf('content');

test.describe('on paper', () => {
  for (const policy of policies) {
    test.describe(policy.title, () => {
      test('every word is printed, though sections are closed on the screen, and every sheet says what it is of', async ({ page }) => {
        await page.goto(`${policy.name}/`);
        const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
        const { text } = await extractText(pdf, { mergePages: false });
        const sheets = text.map((sheet) => sheet.replaceAll(/\s+/g, ' '));
        const day = policy.version.status === 'draft' ? 'draft for' : 'in force from';
        const line = [policy.title, `version ${policy.version.name}`, day, policy.fingerprint];
        const silent = sheets.flatMap((sheet, index) =>
          line.filter((words) => !sheet.includes(words)).map((words) => `${index + 1}: ${words}`),
        );
        expect(silent).toEqual([]);
        expect(wordMissing(policy.lines, sheets.join(' '))).toBe('');
      });

      test('the document has an outline of its headings, is tagged and names its language', async ({ page }) => {
        await page.goto(`${policy.name}/`);
        const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })));
        const [top] = (await pdf.getOutline()) ?? [];
        const spoken = top?.items.map(({ title }) => title.replaceAll(/\s+/g, ' ').trim());
        // Sections of other versions may be spoken of below the text.
        const own = spoken?.slice(0, policy.sections.length);
        expect([top?.title, own]).toEqual([policy.title, policy.sections.map(({ heading }) => heading)]);
        expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
        expect(await pdf.getMetadata().then(({ info }) => info)).toMatchObject({ Language: policy.version.record.lang });
      });
    });
  }

  test('what only serves the screen is left out', async ({ page }) => {
    await page.goto(`${policies[0]?.name}/`);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.skip', '.contents', '.tools', '.cite-section', '.colophon nav']) {
      await expect(page.locator(gone).first(), gone).toBeHidden();
    }
  });

  test('the address of a link is printed beside it', async ({ page }) => {
    await page.goto(`${policies[0]?.name}/`);
    const outside = page.locator('article a[href^="http"], article a[href^="mailto:"]');
    await page.emulateMedia({ media: 'print' });
    for (const link of await outside.all()) {
      const [after, href] = await link.evaluate((one) => [getComputedStyle(one, '::after').content, one.getAttribute('href')]);
      expect(after).toContain(href);
    }
  });

  test('sections that were closed on the screen are closed again after printing', async ({ page }) => {
    await page.goto(`${policies[0]?.name}/`);
    const before = await page.locator('details[open]').count();
    await page.pdf();
    await expect(page.locator('details[open]')).toHaveCount(before);
  });
});
