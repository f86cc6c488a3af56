import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { contentOf, linesMissing } from './content.ts';
import { openByHand, setSections } from './reading.ts';
import { expect, test } from './test.ts';

const { policies } = await contentOf('content');

/** Saves a page as “Save page as, complete” does: the page as it stands, what it loads in a folder beside it, addresses rewritten. */
async function save(page: Page, folder: string): Promise<string> {
  const beside = join(folder, 'policy_files');
  mkdirSync(beside, { recursive: true });
  const address = page.url();
  let html = await page.content();
  for (const [whole, name, href = ''] of html.matchAll(
    /<(?:link rel="(?:stylesheet|icon)"|script type="module")[^>]*? (href|src)="([^"]+)"/g,
  )) {
    const answer = await page.request.get(new URL(href, address).href);
    writeFileSync(join(beside, basename(href)), await answer.body());
    html = html.replace(whole, whole.replace(`${name}="${href}"`, `${name}="./policy_files/${basename(href)}"`));
  }
  html = html.replaceAll(
    /<(a|form)([^>]*) (href|action)="([^"#][^"]*)"/g,
    (_, tag: string, rest: string, name: string, href: string) => `<${tag}${rest} ${name}="${new URL(href, address).href}"`,
  );
  const file = join(folder, 'policy.html');
  writeFileSync(file, html.replace('<!DOCTYPE html>', `<!DOCTYPE html>\n<!-- saved from url=${address} -->\n`));
  return pathToFileURL(file).href;
}

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'codicil-saved-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`a page that was saved and is opened from disk, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    for (const policy of policies.slice(0, 1)) {
      test('keeps its styles', async ({ page }) => {
        await page.goto(`${policy.name}/`);
        const measure = () =>
          page
            .locator('h1')
            .evaluate((one) => [
              getComputedStyle(one).fontFamily,
              getComputedStyle(one).fontSize,
              getComputedStyle(document.body).backgroundColor,
            ]);
        const before = await measure();
        await page.goto(await save(page, folder));
        expect(await measure()).toEqual(before);
      });

      test('keeps every word', async ({ page }) => {
        await page.goto(`${policy.name}/`);
        await page.goto(await save(page, folder));
        await setSections(page, false);
        await openByHand(page);
        const shown = await page.locator('article > .preamble, article > details').evaluateAll((all) =>
          all.map((part) => {
            for (const added of part.querySelectorAll('.n, .cite-section')) added.remove();
            return part instanceof HTMLElement ? part.innerText : '';
          }),
        );
        expect(linesMissing(policy.lines, shown.join('\n'))).toEqual([]);
      });

      test('shows no control that does nothing', async ({ page }) => {
        await page.goto(`${policy.name}/`);
        await page.goto(await save(page, folder));
        await setSections(page, true);
        // What opens by itself needs no script.
        await expect(page.locator('button:visible:not([popovertarget]), input:visible, a.n:visible')).toHaveCount(0);
      });

      test('opens the section that its contents lead to', async ({ page }) => {
        await page.goto(`${policy.name}/`);
        await page.goto(await save(page, folder));
        await setSections(page, false);
        await page.locator('.contents a').last().click();
        await expect(page.locator('details').last()).toHaveAttribute('open', '');
      });
    }
  });
}
