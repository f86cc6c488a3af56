import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { serve } from '../../.ci/serve.ts';
import { codicil } from '../command.ts';
import { test as base } from './clock.ts';

/** Tests of a site that is made for them: its content is written into an empty folder and built on 22 November 2026; `path` is that of its address. */
export function testOfContent(publish: (content: string) => Promise<void>, path = '/') {
  return base.extend<object, { site: string }>({
    site: [
      async ({}, use) => {
        const folder = mkdtempSync(join(tmpdir(), 'codicil-site-'));
        const [content, out] = [join(folder, 'content'), join(folder, 'out')];
        await publish(content);
        // In a process of its own: the test runner rewrites what it loads, the search engine of the site among it.
        expect(await codicil(['build', '--content', content, '--out', out, '--today', '2026-11-22'])).toMatchObject({ code: 0 });
        const running = await serve(out, 0, path);
        await use(running.url);
        await running.close();
        rmSync(folder, { recursive: true, force: true });
      },
      { scope: 'worker', timeout: 240_000 },
    ],
    baseURL: ({ site }, use) => use(site),
  });
}
