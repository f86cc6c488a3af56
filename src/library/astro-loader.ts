import type { Loader } from 'astro/loaders';
import { buildSettings } from './build-settings.ts';
import { readLibrary } from './library.ts';
import { storedContent, type StoredContent } from './site-content.ts';

type Kind = 'site' | 'policies' | 'versions' | 'redlines';

/** Puts one kind of what the library reads into Astro's content store. In development it reads again when a file is saved. */
export function libraryLoader(kind: Kind): Loader {
  return {
    name: `codicil-${kind}`,
    async load({ store, logger, watcher }) {
      const settings = buildSettings(process.env);
      const load = async (): Promise<void> => {
        const library = await readLibrary(settings.content);
        const content = await storedContent(library, { ...settings, now: Date.now() });
        // One of the loaders speaks for all.
        const findings = kind === 'site' ? library.findings : [];
        for (const { place, message } of findings) logger.warn(`${place.file}:${place.line ?? 1}  ${message}`);
        store.clear();
        if (!content) return;
        for (const [id, data] of entriesOf(content, kind)) store.set({ id, data: { ...data } });
      };
      await load();
      watcher?.add(settings.content);
      const again = (path: string): void => {
        if (path.startsWith(settings.content)) load().catch((error: unknown) => logger.error(String(error)));
      };
      watcher?.on('change', again).on('add', again).on('unlink', again);
    },
  };
}

function entriesOf(content: StoredContent, kind: Kind): readonly (readonly [string, object])[] {
  if (kind === 'site') return [['site', content.site]];
  if (kind === 'policies') return content.policies.map((policy) => [policy.name, policy]);
  if (kind === 'redlines') return content.redlines.map((one) => [`${one.policy}/${one.version}/${one.from}`, one]);
  return content.versions.map((version) => [`${version.policy}/${version.name}`, version]);
}
