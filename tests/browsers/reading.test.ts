import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { root } from '../../.ci/node.js';
import { serve, type Running } from '../../.ci/serve.ts';
import { basePath } from '../../.ci/site.ts';
import { questions } from '../search/questions.ts';
import { ENGINES, type Engine } from './engine.ts';

const ANSWERS = `[...(document.querySelector('.found ol')?.querySelectorAll('a') ?? [])]`;
const STATUS = `document.querySelector('search [role=status]').textContent`;
const SECTION = `(() => {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = named?.closest('details');
  const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
  const whole = named?.matches('.body') ? details : named;
  const over = [details?.querySelector('summary'), named?.parentElement?.closest('section')?.querySelector('h3, h4, h5'), document.querySelector('h1')];
  const box = named?.getBoundingClientRect();
  return {
    at: location.pathname + location.hash,
    isOpen: named !== null && (!details || details.open),
    isInView: box !== undefined && box.top < innerHeight && box.bottom > 0,
    marked: ranges.length,
    isMarkedInSection: [whole, ...over].some((place) => place && ranges.every((range) => place.contains(range.startContainer))),
  };
})()`;
const section = z.object({
  at: z.string(),
  isOpen: z.boolean(),
  isInView: z.boolean(),
  marked: z.number(),
  isMarkedInSection: z.boolean(),
});
const PATIENCE_MS = 8000;

let site: Running;
beforeAll(async () => {
  site = await serve(`${root}dist`, 0, basePath('dist'));
});
afterAll(() => site.close());

describe.each(ENGINES)('in %s', (_, start) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const open = (path: string) => engine.open(`${site.url}${path}`);
  const see = (expression: string) => engine.see(expression);
  /** Waits until an expression gives what is wanted, and gives what it gave last. */
  async function seen(expression: string, isWanted: (value: unknown) => boolean): Promise<unknown> {
    const end = Date.now() + PATIENCE_MS;
    // Between two pages there is nothing to see.
    const look = (): Promise<unknown> => see(expression).catch(() => undefined);
    let value = await look();
    while (!isWanted(value) && Date.now() < end) {
      await new Promise((done) => setTimeout(done, 40));
      value = await look();
    }
    return value;
  }
  const answersTo = async (question: string): Promise<readonly string[]> => {
    await open(`search/#q=${encodeURIComponent(question)}`);
    await seen(`${ANSWERS}.length`, (count) => Number(count) > 0);
    return z.array(z.string()).parse(await see(`${ANSWERS}.map((link) => link.getAttribute('href'))`));
  };
  const pressUntil = async (condition: string, most: number): Promise<void> => {
    for (let presses = 0; presses < most && (await see(condition)) !== true; presses += 1) await engine.press('Tab');
    expect(await see(condition)).toBe(true);
  };

  test(
    'every answer to the questions opens exactly its section, with the words marked there or in the heading over it',
    { timeout: 1_200_000 },
    async () => {
      const wrong: string[] = [];
      let tried = 0;
      for (const { ask } of questions('sample')) {
        const hrefs = await answersTo(ask);
        if (hrefs.length === 0) wrong.push(`${ask}: no answer`);
        for (const [index, href] of hrefs.entries()) {
          if (index > 0) await answersTo(ask);
          await see(`${ANSWERS}[${index}].focus()`);
          await engine.press('Enter');
          const landed = await seen(SECTION, (value) => {
            const at = section.safeParse(value);
            return at.success && at.data.at === href && at.data.marked > 0 && at.data.isInView;
          });
          const { at, isOpen, isInView, marked, isMarkedInSection } = section.parse(landed);
          if (at !== href || !isOpen || !isInView || marked === 0 || !isMarkedInSection)
            wrong.push(`${ask}: ${href}: ${JSON.stringify(landed)}`);
          tried += 1;
        }
      }
      console.log(`${tried} answers to ${questions('sample').length} questions`);
      expect(wrong).toEqual([]);
    },
  );

  test('a reader finds the clause by keyboard alone, and comes back to the answers', async () => {
    await open('terms/');
    await pressUntil(`document.activeElement?.matches('input[type=search]')`, 30);
    await engine.type('cookies');
    await seen(`${ANSWERS}.length`, (count) => count === 1);
    await engine.press('Enter');
    const landed = section.parse(await seen(SECTION, (value) => (section.safeParse(value).data?.marked ?? 0) > 0));
    expect(landed).toEqual({
      at: expect.stringMatching(/\/privacy\/#cookies$/u),
      isOpen: true,
      isInView: true,
      marked: 3,
      isMarkedInSection: true,
    });
    await engine.back();
    expect(await seen(`${ANSWERS}.map((link) => link.textContent)`, (titles) => Array.isArray(titles) && titles.length > 0)).toEqual([
      'Cookies',
    ]);
    expect(await see('location.pathname')).toMatch(/\/terms\/$/u);
  });

  test('the number of answers is said once a question', async () => {
    await open('search/');
    await see(`document.querySelector('input[type=search]').focus()`);
    await seen(`document.querySelector('search [role=status]') !== null`, Boolean);
    await see(`(() => {
      window.said = [];
      const status = document.querySelector('search [role=status]');
      new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    })()`);
    await engine.type('cookies');
    await seen(STATUS, (words) => words !== '');
    await new Promise((done) => setTimeout(done, 800));
    expect(await see('window.said')).toEqual(['1 section answers: Cookies. Enter opens it.']);
  });

  test('an address with a section opens that section', async () => {
    await open('privacy/#cookies');
    const landed = section.parse(await seen(SECTION, (value) => section.safeParse(value).data?.isInView === true));
    expect([landed.isOpen, landed.isInView]).toEqual([true, true]);
  });

  test('any two versions are compared', async () => {
    await open('privacy/compare/#2016-05-26..2024-01-01');
    const marks = await seen(`document.querySelectorAll('.redline ins, .redline del').length`, (count) => Number(count) > 0);
    expect(Number(marks)).toBeGreaterThan(0);
  });

  test('nothing is asked of another host, whatever a reader did', async () => {
    await answersTo('cookies');
    const hosts = await see(`[...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin))]`);
    expect(hosts).toEqual([new URL(site.url).origin]);
  });
});
