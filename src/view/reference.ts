import { fingerprint } from '../model/version.ts';
import { fill } from '../strings/strings.ts';
import { shortDay, type Voice } from './head.ts';
import type { SiteFacts, VersionFacts } from './site.ts';

/** What the script needs to cite a place of this version; its own words it brings along. */
export interface CitationView {
  /** The citation but for `{place}` and `{address}`. */
  readonly citation: string;
  /** Whole address of the version's permanent page; the policy's own stands one level above. */
  readonly permanent: string;
}

export function citationView(site: SiteFacts, version: VersionFacts, voice: Voice): CitationView {
  const { strings, urls, policy } = voice;
  return {
    citation: fill(strings.citation, {
      organisation: version.status === 'published' ? version.organisation : site.organisation,
      title: version.title,
      version: version.name,
      day: shortDay(version, voice, strings.citationDraft),
    }),
    permanent: new URL(urls.version(policy.name, version.name), site.url).href,
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
