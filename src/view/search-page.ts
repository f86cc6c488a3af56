import { wordsFor } from '../strings/strings.ts';
import { addresses, basePath } from '../urls.ts';
import { frame, type Frame, type Link } from './frame.ts';
import type { SiteContent } from './site.ts';

export interface SearchPageView {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string;
  readonly search: Link;
  /** What to do without a script, before the page that it names. */
  readonly allLead: string;
  readonly all: Link;
}

/** `/search/`: the field, and the way without it. */
export function searchPage(content: SiteContent): SearchPageView {
  const lang = content.site.languages[0] ?? 'en';
  const { strings } = wordsFor(lang);
  const urls = addresses(basePath(content.site.url));
  const around = frame({
    content,
    title: strings.searchTitle,
    description: strings.searchLead,
    path: urls.search,
    lang,
    dir: content.site.dir,
  });
  return {
    frame: { ...around, search: undefined },
    title: strings.searchTitle,
    lead: strings.searchLead,
    search: { href: urls.search, text: strings.search },
    allLead: strings.searchAllLead,
    all: { href: urls.all, text: strings.searchAll },
  };
}
