import { globSync, readFileSync } from 'node:fs';
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
const all = (pattern: string) => globSync(pattern, { cwd: dist }).reduce((sum, path) => sum + file(path), 0);

/** The same text as a page of headings, paragraphs, lists and tables, and nothing else: no anchors, no roles, no frame. */
function barePage({ version, title }: PolicyText): string {
  const body = /<h1>[\s\S]*<\/article>/.exec(recordDocument(version.record, title))?.[0] ?? '';
  const plain = body
    .replaceAll(/<\/?(?:article|section)[^>]*>|<a id="[^"]*"><\/a>/g, '')
    .replaceAll(/ (?:id|role|data-[a-z]+)="[^"]*"/g, '');
  return `<!doctype html>\n<title>${title}</title>\n${plain}`;
}

test.describe('compressed with gzip -9', () => {
  const styles = all('_astro/*.css');
  const scripts = all('_astro/*.js');

  test('styles and scripts of the whole site come to at most 8 kB', () => {
    console.log(`  styles ${styles} B, scripts ${scripts} B, together ${styles + scripts} B`);
    expect(styles + scripts).toBeLessThanOrEqual(8000);
  });

  for (const policy of policies) {
    for (const path of [`${policy.name}/`, `${policy.name}/${policy.version.name}/`]) {
      test(`/${path} is at most 1.4 times as large as the bare text, or 2.35 kB larger where the text is short`, () => {
        const [page, bare] = [file(`${path}index.html`), packed(barePage(policy))];
        console.log(`  /${path}: ${page} B, bare ${bare} B, ${(page / bare).toFixed(3)} times`);
        expect(page).toBeLessThanOrEqual(Math.max(1.4 * bare, bare + 2350));
      });
    }

    // How long a policy is, is for those to say who write it; the sample is what we answer for.
    if (site.sample)
      test(`the first visit to /${policy.name}/ loads at most 20 kB`, () => {
        const visit = file(`${policy.name}/index.html`) + styles + scripts + file('icon.svg');
        console.log(`  /${policy.name}/: ${visit} B on the first visit`);
        expect(visit).toBeLessThanOrEqual(20_000);
      });
  }
});
