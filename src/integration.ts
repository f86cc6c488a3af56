import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildSettings } from './library/build-settings.ts';
import { editorSchemas, schemaFile } from './library/editor-schemas.ts';
import { readLibrary, readSite } from './library/library.ts';
import { sha256 } from './library/digests.ts';
import { storedContent } from './library/site-content.ts';
import { searchFactsFile } from './outputs/search-facts.ts';
import { manifestFile, siteFiles, versionFiles, type SiteFile } from './outputs/site-files.ts';
import { writeSiteSearch } from './search/site-search.ts';
import { basePath, fileAddresses } from './urls.ts';

/** Gives Astro its settings from the content folder, and writes the files that are no pages. */
export function codicil(): AstroIntegration {
  return {
    name: 'codicil',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        if (command === 'dev') process.env['CODICIL_DRAFTS'] = '1';
        const settings = buildSettings(process.env);
        const site = await readSite(settings.content);
        const { origin } = new URL(site.url);
        updateConfig({
          site: origin,
          base: basePath(site.url),
          outDir: pathToFileURL(`${settings.out}/`),
          // Builds of other content or into other folders must never read each other's store.
          cacheDir: new URL(
            `node_modules/.cache/codicil/astro-${sha256(`${settings.content}\n${settings.out}`).slice(0, 12)}/`,
            config.root,
          ),
        });
      },
      'astro:build:done': async ({ dir }) => {
        await writeSiteFiles(fileURLToPath(dir));
      },
    },
  };
}

/** Everything beside the pages: feeds, data, texts, and last of all the digests of every file. */
async function writeSiteFiles(out: string): Promise<void> {
  const settings = buildSettings(process.env);
  const library = await readLibrary(settings.content);
  const stored = await storedContent(library, { ...settings, now: Date.now() });
  if (!stored) throw new Error('The build ended without a readable site.yaml.');
  const { archive, pages } = library;
  const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);
  const content = { site: stored.site, asOf: stored.site.asOf, policies: stored.policies.toSorted(byName), pages: pages.toSorted(byName) };
  await write(out, siteFiles({ content, entries: archive.ledger.entries }, archive.ledger.lines));
  await write(
    out,
    Object.entries(editorSchemas()).map(([name, schema]): SiteFile => [`schemas/${name}.json`, schemaFile(schema)]),
  );
  for (const policy of content.policies) {
    for (const version of policy.versions) {
      if (version.status !== 'published' || version.removed) continue;
      const record = await archive.frozenRecord(policy.name, version.name);
      const html = await archive.frozenHtml(policy.name, version.name);
      await write(out, versionFiles({ content, policy, version }, { record, html }));
    }
  }
  const files = fileAddresses('');
  const search = await writeSiteSearch(join(out, files.index), library, content.asOf);
  await write(out, [[files.searchFacts, searchFactsFile(content, search)]]);
  await write(out, [['manifest.json', manifestFile(await digestsIn(out))]]);
}

async function write(out: string, files: readonly SiteFile[]): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
  }
}

async function digestsIn(out: string): Promise<Readonly<Record<string, string>>> {
  const entries = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  const named = await Promise.all(
    paths.map(async (path) => [relative(out, path).replaceAll('\\', '/'), sha256(await readFile(path))] as const),
  );
  return Object.fromEntries(named.filter(([path]) => path !== 'manifest.json'));
}
