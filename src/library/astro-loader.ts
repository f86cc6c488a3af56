import type { Loader } from 'astro/loaders';
import type { Finding } from '../model/finding.ts';
import { buildSettings, type BuildSettings } from './build-settings.ts';
import { checkContent } from './check-content.ts';
import type { WordsOfRedline } from './frozen-redline.ts';
import { readLibrary } from './library.ts';
import { storedContent, type StoredContent } from './site-content.ts';

type Kind = 'site' | 'policies' | 'versions' | 'redlines';

/** Puts one kind of what the library reads into Astro's content store. In development it reads again when a file is saved. */
export function libraryLoader(kind: Kind): Loader {
  return reloading(`codicil-${kind}`, async (settings, warn) => {
    const library = await readLibrary(settings.content);
    const content = await storedContent(library, { ...settings, now: Date.now() });
    // One of the loaders speaks for all.
    const findings = kind === 'site' ? library.findings : [];
    for (const { place, message } of findings) warn(`${place.file}:${place.line ?? 1}  ${message}`);
    return content ? entriesOf(content, kind) : [];
  });
}

/** What a check says of the content, for the pages of drafts; nothing in a build without them. */
export interface StoredFindings {
  readonly findings: readonly Finding[];
}

/** Puts the findings of a check into the content store, and does so again when a file is saved. */
export function findingsLoader(words: WordsOfRedline): Loader {
  return reloading('codicil-findings', async (settings) => {
    if (!settings.hasDrafts) return [];
    const { findings } = await checkContent(await readLibrary(settings.content), { ...settings, now: Date.now(), words });
    return [['drafts', { findings } satisfies StoredFindings]];
  });
}

type Entries = readonly (readonly [string, object])[];

function reloading(name: string, read: (settings: BuildSettings, warn: (message: string) => void) => Promise<Entries>): Loader {
  return {
    name,
    async load({ store, logger, watcher }) {
      const settings = buildSettings(process.env);
      const load = async (): Promise<void> => {
        const entries = await read(settings, (message) => logger.warn(message));
        store.clear();
        for (const [id, data] of entries) store.set({ id, data: { ...data } });
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

function entriesOf(content: StoredContent, kind: Kind): Entries {
  if (kind === 'site') return [['site', content.site]];
  if (kind === 'policies') return content.policies.map((policy) => [policy.name, policy]);
  if (kind === 'redlines') return content.redlines.map((one) => [`${one.policy}/${one.version}/${one.from}`, one]);
  return content.versions.map((version) => [`${version.policy}/${version.name}`, version]);
}
