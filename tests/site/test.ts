import { root } from '../../.ci/node.js';
import { serve } from '../../.ci/serve.ts';
import { basePath } from '../../.ci/site.ts';
import { test as base } from './clock.ts';

/** One server a worker, on a free port, with the headers that the site asks its host for; `site` is the address of the home page. */
export const test = base.extend<object, { site: string }>({
  site: [
    async ({}, use) => {
      const running = await serve(`${root}dist`, 0, basePath('dist'));
      await use(running.url);
      await running.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site),
});
export { expect } from '@playwright/test';
