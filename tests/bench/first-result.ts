import type { Browser } from '@playwright/test';
import type { SlowLine } from './slow-line.ts';

export interface FirstResult {
  /** From the last key to the first answer, milliseconds, sorted. */
  readonly waited: readonly number[];
  /** What search loaded up to the first answer, compressed, whether with the page or later. */
  readonly bytes: number;
  readonly requests: number;
}

export interface Typing {
  readonly path: string;
  readonly field: string;
  readonly result: string;
  readonly query: string;
  readonly msPerKey: number;
}

/** Files that are there for search alone. */
const OF_SEARCH = /\/pagefind\/|\/search[.-]/u;

/** Types a question into a page over a slow line, each time with an empty cache. */
export async function firstResult(browser: Browser, line: SlowLine, typing: Typing, runs: number): Promise<FirstResult> {
  const waited: number[] = [];
  let sent: SlowLine['sent'] = [];
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    line.sent.length = 0;
    await page.goto(new URL(typing.path, line.url).href);
    await page.waitForLoadState('networkidle');
    await page.locator(typing.field).focus();
    await page.keyboard.type(typing.query, { delay: typing.msPerKey });
    const before = performance.now();
    await page.locator(typing.result).first().waitFor({ timeout: 30_000 });
    waited.push(Math.round(performance.now() - before));
    sent = line.sent.filter(({ path }) => OF_SEARCH.test(path));
    await context.close();
  }
  return { waited: waited.toSorted((a, b) => a - b), bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0), requests: sent.length };
}
