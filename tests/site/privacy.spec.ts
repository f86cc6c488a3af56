import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../.ci/node.js';
import { contentOf, pagesIn } from './content.ts';
import { expect, test } from './test.ts';

const { policies } = await contentOf('content');
const pages = pagesIn('dist');
const dist = join(root, 'dist');
const files = globSync('**/*.html', { cwd: dist }).map((file) => ({ file, html: readFileSync(join(dist, file), 'utf8') }));

/** Start tags that match, in any HTML file of the site. */
const tags = (wanted: RegExp) =>
  files.flatMap(({ file, html }) =>
    (html.match(/<[a-z][^<>]*>/gi) ?? []).filter((tag) => wanted.test(tag)).map((tag) => `${file}: ${tag}`),
  );

test.describe('a reader who opens every page and uses what it offers', () => {
  test('speaks to the site alone, is given nothing to keep, and sees no fault', async ({ page, context, baseURL }) => {
    const elsewhere: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => request.url().startsWith(baseURL ?? '') || elsewhere.push(request.url()));
    page.on('websocket', (socket) => elsewhere.push(socket.url()));
    page.on('console', (message) => message.type() === 'info' || message.type() === 'log' || faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const kept: unknown[] = [];
    for (const path of pages) {
      await page.goto(path);
      for (const name of ['Open all sections', 'Paragraph numbers']) {
        for (const button of await page.getByRole('button', { name }).all()) await button.click();
      }
      const cite = page.getByRole('button', { name: 'Cite this section' }).first();
      if ((await cite.count()) > 0) {
        await cite.click();
        await page.getByRole('button', { name: 'Copy the citation' }).click();
      }
      kept.push(
        ...(await page.evaluate(async () => [
          document.cookie,
          ...Object.keys(localStorage),
          ...Object.keys(sessionStorage),
          ...(await indexedDB.databases()),
          ...(await caches.keys()),
          ...(await navigator.serviceWorker.getRegistrations()),
        ])),
      );
    }
    expect(elsewhere).toEqual([]);
    expect([...kept.filter((one) => one !== ''), ...(await context.cookies())]).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('meets no fault on an address that leads nowhere, but that it leads nowhere', async ({ page, baseURL }) => {
    const elsewhere: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => request.url().startsWith(baseURL ?? '') || elsewhere.push(request.url()));
    page.on('console', (message) => faults.push(message.text()));
    await page.goto('nothing/');
    expect(elsewhere).toEqual([]);
    expect(faults).toEqual([expect.stringContaining('404')]);
  });
});

test.describe('no file of the site', () => {
  test('holds a script of its own', () => {
    expect(tags(/^<script(?![^>]*\ssrc=)(?! type="application\/ld\+json">)/i)).toEqual([]);
  });

  test('holds styles of its own', () => {
    expect(tags(/^<style|\sstyle=/i)).toEqual([]);
  });

  test('runs something from an attribute or an address', () => {
    expect(tags(/\son[a-z]+=|=["']?\s*javascript:/i)).toEqual([]);
  });

  test('holds a frame, an object or a form that sends something', () => {
    expect(tags(/^<(iframe|frame|object|embed|base)\b/i)).toEqual([]);
    // A form sends its fields by their names.
    const forms = files.flatMap(({ file: path, html }) =>
      (html.match(/<form\b[\s\S]*?<\/form>/gi) ?? []).map((form) => `${path}: ${form}`),
    );
    expect(forms.filter((form) => /\s(name|formaction)=/i.test(form))).toEqual([]);
    expect(tags(/^<form\b(?! action="[^"?]*\/search\/">)/i)).toEqual([]);
  });
});

test.describe('the Content-Security-Policy', () => {
  // A record's bytes are frozen; it loads and runs nothing, and the header governs it.
  const framed = files.filter(({ file: path }) => !path.endsWith('record.html'));

  const wanted = /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; /;

  test('comes with every answer, and with it that no other site may frame the page', async ({ page }) => {
    const assets = globSync('_astro/*', { cwd: dist });
    for (const path of [...pages, 'nothing/', 'icon.svg', 'robots.txt', ...assets]) {
      const headers = (await page.request.get(path)).headers();
      expect(headers['content-security-policy'], path).toMatch(wanted);
      expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    }
  });

  test('stands in every file in the same words, for hosts that send no headers', async ({ page }) => {
    const header = (await page.request.get('')).headers()['content-security-policy']?.replace("; frame-ancestors 'none'", '');
    const written = framed.map(({ html }) => /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1]);
    expect(written.map((policy) => policy?.replaceAll('&#39;', "'"))).toEqual(framed.map(() => header));
  });

  test('stands before anything that it has to govern', () => {
    const early = framed.filter(({ html }) => !/^<!doctype html><html[^>]*><head><meta charset="utf-8"><meta http-equiv/i.test(html));
    expect(early.map(({ file }) => file)).toEqual([]);
  });

  test('stops a script that somebody puts into a page', async ({ page }) => {
    await page.goto(`${policies[0]?.name}/`);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      document.body.append(script);
      return document.title;
    });
    expect(ran).not.toBe('taken');
  });
});
