import { expect, test } from '@playwright/test';
import { ensureSite } from '../../../.ci/site.ts';
import { otherSites } from './sites.ts';

// One after the other: two builds at once would share Astro's own folder.
test('the sites in other languages are built', async () => {
  test.setTimeout(180_000);
  for (const { content, out } of otherSites) expect(await ensureSite({ content, out, drafts: true }), content).toBe(0);
});
