import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../.ci/node.js';
import { recordDocument } from '../../src/model/record/document.ts';
import { contentOf, type PolicyText } from './content.ts';
import { expect, test } from './test.ts';

const { site, policies } = await contentOf('content');
const dist = join(root, 'dist');
const packed = (bytes: Buffer | string) => gzipSync(bytes, { level: 9 }).length;
const file = (path: string) => packed(readFileSync(join(dist, path)));

/** The same text as a page of headings, paragraphs, lists and tables, and nothing else: no anchors, no roles, no frame. */
function barePage({ version, title }: PolicyText): string {
  const body = /<h1>[\s\S]*<\/article>/.exec(recordDocument(version.record, title))?.[0] ?? '';
  const plain = body
    .replaceAll(/<\/?(?:article|section)[^>]*>|<a id="[^"]*"><\/a>/g, '')
    .replaceAll(/ (?:id|role|data-[a-z]+)="[^"]*"/g, '');
  return `<!doctype html>\n<title>${title}</title>\n${plain}`;
}

test.describe('compressed with gzip -9', () => {
  /** What a page asks its reader to load besides itself. */
  const assetsOf = (path: string): number =>
    [...readFileSync(join(dist, path), 'utf8').matchAll(/(?:href|src)="\/(_astro\/[^"]+)"/g)].reduce(
      (sum, [, name = '']) => sum + file(name),
      0,
    );

  for (const policy of policies) {
    for (const path of [`${policy.name}/`, `${policy.name}/${policy.version.name}/`]) {
      test(`/${path} is at most 1.4 times as large as the bare text and 0.7 kB for its publication, or 2.75 kB larger where the text is short`, () => {
        const [page, bare] = [file(`${path}index.html`), packed(barePage(policy))];
        console.log(`  /${path}: ${page} B, bare ${bare} B, ${(page / bare).toFixed(3)} times`);
        expect(page).toBeLessThanOrEqual(Math.max(1.4 * bare + 700, bare + 2750));
      });
    }

    test(`styles and scripts of /${policy.name}/ come to at most 8 kB`, () => {
      const assets = assetsOf(`${policy.name}/index.html`);
      console.log(`  /${policy.name}/: styles and scripts ${assets} B`);
      expect(assets).toBeLessThanOrEqual(8000);
    });

    // How long a policy is, is for those to say who write it; the sample is what we answer for.
    if (site.sample)
      test(`the first visit to /${policy.name}/ loads at most 20 kB`, () => {
        const visit = file(`${policy.name}/index.html`) + assetsOf(`${policy.name}/index.html`) + file('icon.svg');
        console.log(`  /${policy.name}/: ${visit} B on the first visit`);
        expect(visit).toBeLessThanOrEqual(20_000);
      });
  }

  /** A script and all that it loads, its workers too. */
  const withLoaded = (names: readonly string[], seen = new Set<string>()): ReadonlySet<string> => {
    for (const name of names.filter((one) => !seen.has(one))) {
      seen.add(name);
      const text = readFileSync(join(dist, '_astro', name), 'utf8');
      withLoaded(
        [...text.matchAll(/["'`](?:\.\/|\/_astro\/)([\w.-]+\.js)["'`]/g)].map(([, loaded = '']) => loaded),
        seen,
      );
    }
    return seen;
  };

  test('the scripts of a page that compares versions come to at most 31 kB, of which it loads 6 kB before something is compared', () => {
    const scriptsOf = (path: string) =>
      [...readFileSync(join(dist, path), 'utf8').matchAll(/src="\/_astro\/([^"]+\.js)"/g)].map(([, name = '']) => name);
    // What stands on every page is measured elsewhere.
    const everywhere = new Set(scriptsOf('privacy/history/index.html'));
    const own = scriptsOf('privacy/compare/index.html').filter((name) => !everywhere.has(name));
    const all = [...withLoaded(own)];
    const sum = (names: readonly string[]) => names.reduce((total, name) => total + file(`_astro/${name}`), 0);
    const worker = all.filter((name) => name.includes('worker'));
    console.log(`  compare: ${sum(all)} B of scripts, ${sum(worker)} B of them in the worker`);
    expect(worker).toHaveLength(1);
    expect(sum(all)).toBeLessThanOrEqual(31_000);
    expect(sum(all) - sum(worker)).toBeLessThanOrEqual(6000);
  });
});
