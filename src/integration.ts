import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteConfig } from './config.ts';
import { buildSettings } from './library/build-settings.ts';
import { readSite } from './library/library.ts';
import { robotsFile, sitemapFile } from './outputs/crawlers.ts';
import { headersFile } from './outputs/security.ts';
import { addresses, basePath } from './urls.ts';

/** Gives Astro its settings from the content folder, and writes the files that are no pages. */
export function codicil(): AstroIntegration {
  let site: SiteConfig | undefined;
  return {
    name: 'codicil',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        if (command === 'dev') process.env['CODICIL_DRAFTS'] = '1';
        const settings = buildSettings(process.env);
        site = await readSite(settings.content);
        const { origin } = new URL(site.url);
        updateConfig({
          site: origin,
          base: basePath(site.url),
          outDir: pathToFileURL(`${settings.out}/`),
          // Builds of other content or into other folders must never read each other's store.
          cacheDir: new URL(`node_modules/.cache/codicil/astro-${digest(`${settings.content}\n${settings.out}`)}/`, config.root),
        });
      },
      'astro:build:done': async ({ dir, pages }) => {
        if (!site) throw new Error('The build ended without having read site.yaml.');
        const base = basePath(site.url);
        const out = fileURLToPath(dir);
        await writeFile(`${out}_headers`, headersFile(base));
        await writeFile(`${out}robots.txt`, robotsFile(new URL(`${base}sitemap.xml`, site.url).href));
        const paths = pages.map((page) => page.pathname);
        await writeFile(`${out}sitemap.xml`, sitemapFile(indexed(site, paths)));
      },
    },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Whole addresses of the pages that a search engine may keep; none of sample content, and no drafts. */
function indexed(site: SiteConfig, paths: readonly string[]): readonly string[] {
  if (site.sample) return [];
  const { home } = addresses(basePath(site.url));
  return paths.filter((path) => path === '').map(() => new URL(home, site.url).href);
}
