import { fingerprint } from '../model/version.ts';
import { fill } from '../strings/strings.ts';
import { shortDay, type Voice } from './head.ts';
import type { SiteFacts, VersionFacts } from './site.ts';

/** What the script needs to cite a place; it brings no words of its own. */
export interface CitationView {
  readonly citation: string;
  readonly section: string;
  readonly paragraph: string;
  readonly permanent: string;
  readonly newest: string;
}

export function citationView(site: SiteFacts, version: VersionFacts, voice: Voice): CitationView {
  const { strings, urls, policy } = voice;
  const origin = (path: string): string => new URL(path, site.url).href;
  return {
    citation: fill(strings.citation, {
      organisation: version.status === 'published' ? version.organisation : site.organisation,
      title: version.title,
      version: version.name,
      day: shortDay(version, voice, strings.citationDraft),
    }),
    section: strings.placeSection,
    paragraph: strings.placeParagraph,
    permanent: origin(urls.version(policy.name, version.name)),
    newest: origin(urls.policy(policy.name)),
  };
}

/** Line at the foot of each printed sheet. */
export function sheetLine(version: VersionFacts, voice: Voice): string {
  const { strings } = voice;
  return fill(strings.sheet, {
    title: version.title,
    version: version.name,
    day: shortDay(version, voice, strings.sheetDraft),
    fingerprint: fingerprint(version.digests),
  });
}
