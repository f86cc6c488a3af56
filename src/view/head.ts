import { fingerprint } from '../model/version.ts';
import { fill, type Strings } from '../strings/strings.ts';
import type { Addresses } from '../urls.ts';
import { dayInWords, localeOf } from './days.ts';
import type { Link } from './frame.ts';
import { dayPart, sentence, type Sentence } from './sentence.ts';
import type { DraftFacts, PolicyFacts, PublishedFacts, VersionFacts } from './site.ts';

/** What a state's colour means. `dated` and `ended` only say which days are known: they are true on every day. */
export type Tone = 'draft' | 'in-force' | 'announced' | 'retired' | 'withdrawn' | 'dated' | 'ended';

export interface StateView {
  readonly tone: Tone;
  /** Carries the colour. */
  readonly name: Sentence;
  readonly rest: Sentence;
}

/** A few words beside a text that a reader must not miss. */
export interface BannerView {
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly paragraphs: readonly Sentence[];
  readonly links: readonly Link[];
}

export interface VersionLink extends Link {
  readonly version: string;
  readonly isShown: boolean;
}

/** The head of a text: its state above its title, its facts below, then what a reader must not miss. */
export interface HeadView {
  readonly title: string;
  readonly state: StateView;
  readonly facts: readonly Sentence[];
  readonly banners: readonly BannerView[];
  /** All versions, for the list that opens on a policy's own address; absent where they are not named. */
  readonly versions?: { readonly title: string; readonly all: readonly VersionLink[]; readonly history: Link } | undefined;
}

/** What views write with: words, their language, addresses and the policy they are about. */
export interface Voice {
  readonly strings: Strings;
  readonly lang: string;
  readonly urls: Addresses;
  readonly policy: PolicyFacts;
}

/** A version's name in a sentence, leading to its permanent page. */
export function versionPart(version: string, { strings, urls, policy }: Voice): { readonly text: string; readonly href: string } {
  return { text: fill(strings.versionLink, { version }), href: urls.version(policy.name, version) };
}

export function draftHead(draft: DraftFacts, voice: Voice, other: Link): HeadView {
  const { strings, lang } = voice;
  const template = draft.basis === 'stated' ? strings.plannedFrom : strings.seenOn;
  return {
    title: draft.title,
    state: { tone: 'draft', name: [{ text: strings.draft }], rest: [{ text: strings.draftSentence }] },
    facts: [
      [{ text: fill(strings.version, { version: draft.name }) }],
      [{ text: fill(template, { day: dayInWords(draft.effectiveFrom, lang) }), datetime: draft.effectiveFrom }],
      printFact(draft, strings),
      [other],
    ],
    banners: [],
  };
}

export function printFact(version: VersionFacts, strings: Strings): Sentence {
  return [{ text: fill(strings.fingerprint, { fingerprint: fingerprint(version.digests) }) }];
}

/** When a version was posted; with the hour when that was not before its effective day. */
export function postedFacts(version: PublishedFacts, { strings, lang }: Voice): readonly Sentence[] {
  const posted = sentence(strings.posted, { day: dayPart(version.postedOn, lang) });
  if (version.isImported) return [[{ text: strings.imported }]];
  if (version.postedOn < version.effectiveFrom) return [posted];
  const time = new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeStyle: 'short', timeZone: version.zone }).format(
    new Date(version.publicSince),
  );
  return [posted, sentence(strings.readableSince, { time: { text: `${time} (${version.zone})`, datetime: version.publicSince } })];
}

/** Days of a version in a line of its own, for a citation and at the foot of a printed sheet. */
export function shortDay(version: VersionFacts, { strings, lang }: Voice, draft: string): string {
  const day = dayInWords(version.effectiveFrom, lang);
  if (version.status === 'draft') return fill(draft, { day });
  if (version.fate.kind !== 'governs') return strings.rangeNever;
  return fill(version.basis === 'stated' ? strings.citationFrom : strings.seenWords, { day });
}
