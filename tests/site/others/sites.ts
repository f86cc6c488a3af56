import { join } from 'node:path';
import { root } from '../../../.ci/node.js';
import { serve } from '../../../.ci/serve.ts';
import { basePath } from '../../../.ci/site.ts';
import { test as base } from '../clock.ts';

const site = (name: string, folder: string) => ({
  name,
  content: `tests/fixtures/${folder}`,
  out: `node_modules/.cache/codicil/sites/${folder}`,
});

export const arabic = site('in Arabic', 'site-rtl');
export const german = site('in German, under a base path', 'site-de');
export const otherSites = [arabic, german];

/** A test of one of these sites; addresses are below its home page. */
export function testOf({ out }: { readonly out: string }) {
  return base.extend<object, { site: string }>({
    site: [
      async ({}, use) => {
        const running = await serve(join(root, out), 0, basePath(out));
        await use(running.url);
        await running.close();
      },
      { scope: 'worker' },
    ],
    baseURL: ({ site: address }, use) => use(address),
  });
}
