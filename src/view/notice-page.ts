import { fill, wordsFor } from '../strings/strings.ts';
import { addresses, basePath } from '../urls.ts';
import { dayInWords } from './days.ts';
import { frame, type Frame, type Link } from './frame.ts';
import { postedFacts, versionPart, type BannerView, type StateView, type Voice } from './head.ts';
import { followsOther, redlineViews, type RedlineView } from './redlines.ts';
import { sentence, type Sentence } from './sentence.ts';
import type { PolicyFacts, PublishedFacts, SiteContent } from './site.ts';
import { neighbours, publishedOf } from './succession.ts';
import { versionState } from './version-page.ts';

export interface ChangeView {
  readonly what: string;
  readonly impact?: string | undefined;
  readonly choices?: string | undefined;
  /** Headings of the sections, each with the texts that have it. */
  readonly sections: readonly { readonly heading: string; readonly texts: readonly Link[] }[];
}

/** The notice of a version: what changes, from when, what it means for people and what they can do. It depends on no day. */
export interface NoticePageView {
  readonly frame: Frame;
  readonly title: string;
  readonly state: StateView;
  readonly facts: readonly Sentence[];
  /** Why it came later than promised. */
  readonly waiver?: BannerView | undefined;
  readonly summary?: string | undefined;
  readonly changes: readonly ChangeView[];
  /** Said in place of changes, when there are none. */
  readonly nothing?: string | undefined;
  readonly closing: readonly Sentence[];
  readonly redlines: readonly RedlineView[];
  /** Said when the redline is another one than the notice speaks of. */
  readonly follows?: Sentence | undefined;
}

export interface NoticePageInput {
  readonly content: SiteContent;
  readonly policy: PolicyFacts;
  readonly version: PublishedFacts;
}

/** Pure: same input, same page. */
export function noticePage({ content, policy, version }: NoticePageInput): NoticePageView {
  const urls = addresses(basePath(content.site.url));
  const voice: Voice = { ...wordsFor(version.lang), urls, policy };
  const { strings, lang } = voice;
  const title = fill(strings.changesTitle, { title: version.title });
  const earlier = comparedWith(policy, version);
  const own = fill(strings.versionLink, { version: version.name });
  return {
    frame: frame({
      content,
      title: `${title}, ${own}`,
      description: version.summary ?? fill(strings.changesLead, { version: own }),
      path: urls.changes(policy.name, version.name),
      lang: version.lang,
      dir: content.site.dir,
      organisation: version.organisation,
      policy,
    }),
    title,
    state: versionState(version, voice),
    facts: [
      [versionFact(version, voice)],
      ...postedFacts(version, voice),
      ...amendedFacts(version, voice),
      ...(earlier ? [sentence(strings.comparedWith, { version: versionPart(earlier.name, voice) })] : []),
      [{ href: urls.history(policy.name), text: strings.allVersions }],
    ],
    waiver: version.noticeWaiver && waiver(version.noticeWaiver, voice),
    summary: version.summary,
    changes: version.changes.map((change) => ({
      ...change,
      sections: change.sections.map((id) => ({
        heading: headingOf(id, [version, earlier]),
        texts: textsWith(id, earlier, version, voice),
      })),
    })),
    nothing: version.changes.length > 0 ? undefined : nothing(version, earlier !== undefined, voice),
    redlines: redlineViews(policy, version, voice),
    follows: followsOther(policy, version, voice),
    closing: [
      [{ text: fill(strings.fullText, { version: own }), href: urls.version(policy.name, version.name) }],
      ...version.sent.map(({ channel, on }): Sentence => [{ text: fill(strings.sentBy, { channel, day: dayInWords(on, lang) }) }]),
      ...(version.changeTerms ? [promise(version.changeTerms, voice)] : []),
    ],
  };
}

/** Where an amended notice stands on the page; ids of the frame begin with `_`. */
export function amendedId(index: number): string {
  return `_amended-${index + 1}`;
}

/** Leads to the newest amended notice: it stands after the first, and whoever reads only that must know. */
function amendedFacts({ amended }: PublishedFacts, { strings, lang }: Voice): readonly Sentence[] {
  const newest = amended.at(-1);
  if (!newest) return [];
  const text = fill(strings.amendedOn, { day: dayInWords(newest.on, lang) });
  return [[{ text, href: `#${amendedId(amended.length - 1)}` }]];
}

function versionFact(version: PublishedFacts, { strings, urls, policy }: Voice): Link {
  return { text: fill(strings.version, { version: version.name }), href: urls.version(policy.name, version.name) };
}

/** The version whose text the notice compares with: the one named as posted, else the one that governs just before. */
function comparedWith(policy: PolicyFacts, version: PublishedFacts): PublishedFacts | undefined {
  const named = publishedOf(policy).find(({ name }) => name === version.supersedes);
  return named ?? neighbours(policy, version).before;
}

function nothing(version: PublishedFacts, hasEarlier: boolean, { strings }: Voice): string {
  if (version.removed) return strings.removedNotice;
  return hasEarlier ? strings.noChanges : strings.firstVersion;
}

const WAIVED = {
  'legal-duty': 'waiverLegalDuty',
  'imminent-danger': 'waiverImminentDanger',
  'court-order': 'waiverCourtOrder',
  security: 'waiverSecurity',
} as const;

function waiver({ reason, authority, text }: NonNullable<PublishedFacts['noticeWaiver']>, { strings }: Voice): BannerView {
  return {
    tone: 'withdrawn',
    title: strings.waiver,
    paragraphs: [[{ text: fill(strings[WAIVED[reason]], { authority }) }], [{ text }]],
    links: [],
  };
}

function promise({ days, channels }: NonNullable<PublishedFacts['changeTerms']>, { strings, lang }: Voice): Sentence {
  const list = new Intl.ListFormat(lang, { type: 'conjunction' }).format(channels);
  return [{ text: fill(strings.promise, { days: String(days), channels: list }) }];
}

function headingOf(id: string, versions: readonly (PublishedFacts | undefined)[]): string {
  return versions.flatMap((version) => version?.sections.find((section) => section.id === id)?.heading ?? [])[0] ?? `#${id}`;
}

/** Links to a section in the text before and in this one; a renamed section stands under its former id before. */
function textsWith(id: string, earlier: PublishedFacts | undefined, version: PublishedFacts, voice: Voice): readonly Link[] {
  return [
    ...(earlier ? formerIds(id, earlier, version).map((old) => sectionLink(old, earlier, voice)) : []),
    ...(version.anchors.includes(id) ? [sectionLink(id, version, voice)] : []),
  ];
}

function formerIds(id: string, earlier: PublishedFacts, version: PublishedFacts): readonly string[] {
  const isIn = (old: string): boolean => earlier.sections.some((section) => section.id === old);
  if (earlier.anchors.includes(id)) return [id];
  return Object.entries(version.retired).flatMap(([old, current]) => (current === id && isIn(old) ? [old] : []));
}

function sectionLink(id: string, version: PublishedFacts, { strings, urls, policy }: Voice): Link {
  const words = { section: headingOf(id, [version]), version: fill(strings.versionLink, { version: version.name }) };
  return { text: fill(strings.sectionIn, words), href: urls.version(policy.name, version.name, id) };
}
