import type { Library } from '../library/library.ts';
import type { SectionName } from '../library/search-settings.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { PinnedAnswer } from '../model/search/facts.ts';
import type { Synonyms } from '../model/search/query.ts';
import { addresses } from '../urls.ts';
import type { IndexRecord } from './bundle.ts';
import { synonymsFor } from './everyday/everyday-words.ts';
import { writeIndex, type WrittenIndex } from './search-index.ts';

export interface SiteSearch extends Pick<WrittenIndex, 'tag' | 'ahead' | 'announced' | 'earlier'> {
  readonly synonyms: Synonyms;
  readonly pinned: readonly PinnedAnswer[];
}

/** How much of a pinned section is shown, in words. */
const PINNED_WORDS = 30;

/** Writes the index of a content folder as it stands on a day, and gathers what readers' browsers have to know of it. */
export async function writeSiteSearch(folder: string, library: Library, day: CalendarDate): Promise<SiteSearch> {
  const { archive, search, site } = library;
  const lang = site?.languages[0] ?? 'en';
  const policies = library.policies.flatMap(({ name, config }) => {
    const history = archive.histories.find(({ policy }) => policy === name);
    return history && config ? [{ name, kind: config.kind, history }] : [];
  });
  const written = await writeIndex(folder, { policies, archive, day, lang });
  const texts = written.records.flatMap(({ title, within, content }) => [title, ...within, content]);
  return {
    tag: written.tag,
    ahead: written.ahead,
    announced: written.announced,
    earlier: written.earlier,
    synonyms: synonymsFor(lang, search.synonyms, texts),
    // A section that is not in force cannot be shown: it comes, or comes back, with its version.
    pinned: search.pinned.flatMap(({ ask, show }) => {
      const record = written.records.find(({ url }) => url === urlOf(show));
      return record ? [pinnedAnswer(ask, record)] : [];
    }),
  };
}

function pinnedAnswer(ask: readonly string[], { url, title, within, policy, content }: IndexRecord): PinnedAnswer {
  const words = content.split(/\s+/u);
  const text = `${words.slice(0, PINNED_WORDS).join(' ')}${words.length > PINNED_WORDS ? ' …' : ''}`;
  return { ask, url, title, where: [policy.title, ...within].join(' › '), text };
}

function urlOf({ policy, id }: SectionName): string {
  return addresses('').policy(policy, id).slice(1);
}
