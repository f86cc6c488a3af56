import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { corpusFolder } from '../../.ci/corpus.ts';
import { root } from '../../.ci/node.js';
import { serve } from '../../.ci/serve.ts';
import { importHtml } from '../../src/interchange/import/import-html.ts';
import { contentOf, wordMissing } from '../site/content.ts';
import { landing, setSections } from '../site/reading.ts';

const seed = join(corpusFolder() ?? '', 'seetickets/privacy-2016-05-26.source');
const folder = 'node_modules/.cache/codicil/sites/seed';
const content = `${folder}/content`;
const out = `${folder}/site`;
const names = ['privacy-html', 'privacy-md'];

function codicil(...args: string[]): void {
  execFileSync(process.execPath, [join(root, 'src/cli/main.ts'), ...args, '--content', content, '--out', out], {
    cwd: root,
    stdio: 'pipe',
  });
}

const test = base.extend<object, { site: string }>({
  site: [
    async ({}, use) => {
      rmSync(join(root, folder), { recursive: true, force: true });
      mkdirSync(join(root, content), { recursive: true });
      copyFileSync(join(root, 'content/site.yaml'), join(root, content, 'site.yaml'));
      codicil('import', `${seed}.html`, '--policy', 'privacy-html');
      codicil('import', `${seed}.md`, '--policy', 'privacy-md');
      codicil('build', '--drafts');
      const running = await serve(join(root, out), 0);
      await use(running.url);
      await running.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ site }, use) => use(site),
  javaScriptEnabled: false,
});

/** Words with how often each stands there, whatever separates them. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words that a reader of the source page saw, as a browser shows it, less those that the receipt names as left out. */
async function wordsOfSource(page: Page): Promise<Map<string, number>> {
  const html = readFileSync(`${seed}.html`, 'utf8');
  await page.route('**/*', (route) => route.abort());
  await page.setContent(html.replaceAll(/<link[^>]*>|<style[\s\S]*?<\/style>/g, ''));
  const words = counted(await page.locator('body').innerText());
  await page.unrouteAll();
  const { receipt } = importHtml({ text: html, fileName: 'source.html', lang: 'en' });
  for (const [word, count] of counted(receipt.lost.flatMap((group) => group.passages.map(({ text }) => text)).join(' ')))
    words.set(word, (words.get(word) ?? 0) - count);
  return words;
}

test.describe('the See Tickets policy, imported and built', () => {
  test.describe.configure({ mode: 'serial' });

  for (const name of names) {
    test(`${name}: each of its twelve sections opens by its address`, async ({ page, site }) => {
      const [policy] = (await contentOf(content)).policies.filter((one) => one.name === name);
      expect(policy?.sections).toHaveLength(12);
      for (const { id } of policy?.sections ?? []) {
        await page.goto('about:blank');
        await page.goto(`${site}${name}/#${id}`);
        await expect(page.locator('details[open]')).toHaveCount(1);
        await expect(page.locator(`details[open] > [id="${id}"]`)).toBeVisible();
      }
    });

    test(`${name}: every word of the source page stands in the page, and every word of the text on paper`, async ({ page, site }) => {
      const source = await wordsOfSource(page);
      expect([...source.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2000);
      await page.goto(`${site}${name}/`);
      await setSections(page, true);
      const shown = counted(await page.locator('main').innerText());
      const missing = [...source].filter(([word, count]) => (shown.get(word) ?? 0) < count);
      expect(missing).toEqual([]);
      await page.goto(`${site}${name}/`);
      const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
      const { text } = await extractText(pdf, { mergePages: true });
      const [policy] = (await contentOf(content)).policies.filter((one) => one.name === name);
      expect(wordMissing(policy?.lines ?? [], text)).toBe('');
      const printed = counted(text);
      expect([...source].filter(([word, count]) => (printed.get(word) ?? 0) < count)).toEqual([]);
    });

    test(`${name}: nothing but the site’s own address is asked for`, async ({ page, site }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${site}${name}/`);
      expect(asked.filter((url) => !url.startsWith(site))).toEqual([]);
      expect(asked.length).toBeGreaterThan(0);
    });
  }

  test('the twelve old anchors of the page still lead to their sections', async ({ page, site }) => {
    for (let number = 1; number <= 12; number++) {
      await page.goto('about:blank');
      await page.goto(`${site}privacy-html/#link${number}`);
      expect(await landing(page, `link${number}`)).toBe('in view');
    }
  });
});
