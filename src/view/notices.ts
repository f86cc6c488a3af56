import { fill, wordsFor } from '../strings/strings.ts';
import { addresses, basePath } from '../urls.ts';
import { frame, type Frame } from './frame.ts';
import { postedFacts, type StateView, type Voice } from './head.ts';
import type { Sentence } from './sentence.ts';
import type { PublishedFacts, SiteContent } from './site.ts';
import { publishedOf } from './succession.ts';
import { versionState } from './version-page.ts';

export interface NoticeEntry {
  readonly href: string;
  readonly title: string;
  readonly lang: string;
  readonly state: StateView;
  readonly summary?: string | undefined;
  readonly facts: readonly Sentence[];
}

export interface NoticesView {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string;
  readonly entries: readonly NoticeEntry[];
  /** Said in place of an empty list. */
  readonly nothing: string;
}

/** `/notices/`: every notice of the site, newest first. A version brought in without a notice has none. */
export function notices(content: SiteContent): NoticesView {
  const { site } = content;
  const lang = site.languages[0] ?? 'en';
  const { strings } = wordsFor(lang);
  const urls = addresses(basePath(site.url));
  const all = content.policies.flatMap((policy) =>
    publishedOf(policy)
      .filter(hasNotice)
      .map((version) => ({ policy, version })),
  );
  const lead = fill(strings.noticesLead, { organisation: site.organisation });
  return {
    frame: frame({ content, title: strings.notices, description: lead, path: urls.notices, lang, dir: content.site.dir }),
    title: strings.notices,
    lead,
    entries: all
      .toSorted((a, b) => newestFirst(a.version, b.version))
      .map(({ policy, version }) => {
        const voice: Voice = { ...wordsFor(version.lang), urls, policy };
        return {
          href: urls.changes(policy.name, version.name),
          title: `${version.title}, ${fill(voice.strings.versionLink, { version: version.name })}`,
          lang: version.lang,
          state: versionState(version, voice),
          summary: version.summary,
          facts: postedFacts(version, voice),
        };
      }),
    nothing: strings.noNotices,
  };
}

function hasNotice(version: PublishedFacts): boolean {
  return !version.isImported || version.summary !== undefined || version.changes.length > 0;
}

/** By the day of posting, then by the instant; of one run, the text that applies later comes first. */
function newestFirst(a: PublishedFacts, b: PublishedFacts): number {
  const key = ({ postedOn, publicSince, effectiveFrom, name }: PublishedFacts): string =>
    [postedOn, publicSince, effectiveFrom, name].join(' ');
  return key(a) > key(b) ? -1 : 1;
}
