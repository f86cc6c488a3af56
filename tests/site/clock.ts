import { test as base } from '@playwright/test';

/** How far the tests' clock is ahead of the machine's, in milliseconds: `npm run test:clocks` sets it. */
const shift = Number(process.env['CODICIL_CLOCK_SHIFT'] ?? 0);

/** What every browser test begins with: the browser's day is that of the tests. A test may set another. */
export const test = base.extend<object>({
  context: async ({ context }, use) => {
    if (shift !== 0) await context.clock.setFixedTime(Date.now());
    await use(context);
  },
});
