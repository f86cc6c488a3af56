import type { CalendarDate } from '../model/calendar-date.ts';
import type { Change } from '../model/frozen-version.ts';
import { startOfDay } from '../model/civil-time.ts';
import { dayOfEntry } from '../model/ledger/day-of-entry.ts';
import { isPublished, type LedgerEntry, type PublishEntry } from '../model/ledger/entry.ts';
import { fill, wordsFor, type Words } from '../strings/strings.ts';
import { addresses, basePath, sinceFragment } from '../urls.ts';
import { dayInWords } from '../view/days.ts';
import { asSentence } from '../view/sentence.ts';
import type { AmendedNotice, PolicyFacts, PublishedFacts, SiteContent } from '../view/site.ts';
import { publishedOf } from '../view/succession.ts';

/** What the files for machines are made from: the facts of the pages, and the ledger behind them. */
export interface OutputFacts {
  readonly content: SiteContent;
  readonly entries: readonly LedgerEntry[];
}

/** A few words of a notice; some lead somewhere. */
export interface Telling {
  readonly label?: string | undefined;
  readonly text: string;
  /** Whole address. */
  readonly href?: string | undefined;
}

/** One thing that happened, told so that it stays true whatever happens later. */
export interface Told {
  /** Never changes: a `tag:` address (RFC 4151) of the ledger line. */
  readonly id: string;
  readonly type: LedgerEntry['type'];
  readonly policy: string;
  readonly version?: string | undefined;
  readonly effective?: CalendarDate | undefined;
  readonly lang: string;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly paragraphs: readonly Telling[];
  /** Whole address of the page about it. */
  readonly url: string;
  /** Whole address of the notice, where there is one. */
  readonly notice?: string | undefined;
  /** When it was posted, `2026-11-22T12:00:00Z`. */
  readonly published: string;
  /** The same, unless words had to be taken away since. */
  readonly updated: string;
}

/** The instant of a ledger line; in sample content that of the day which its command was told to take. */
export function instantOf(entry: Pick<LedgerEntry, 'recordedAt' | 'asIf' | 'zone'>): string {
  const { recordedAt, asIf, zone } = entry;
  return asIf === undefined ? recordedAt : new Date(startOfDay(asIf, zone)).toISOString().replace('.000Z', 'Z');
}

/** Everything that readers are to be told of, newest first; of one policy when it is named. It depends on no day. */
export function tellings(facts: OutputFacts, policy?: string): readonly Told[] {
  const entries = facts.entries.filter((entry) => policy === undefined || entry.policy === policy);
  return entries
    .flatMap((entry) => told(entry, facts) ?? [])
    .toReversed()
    .toSorted((a, b) => (a.published === b.published ? 0 : a.published > b.published ? -1 : 1));
}

/** What a version brings: summary, changes with what they mean, links. */
export function noticeTellings(content: SiteContent, policy: PolicyFacts, version: PublishedFacts): readonly Telling[] {
  const { strings, lang } = wordsFor(version.lang);
  const at = wholeAddresses(content);
  return [
    ...(version.noticeWaiver
      ? [{ label: strings.waiver.replace(/\.$/u, ''), text: `${version.noticeWaiver.text} (${version.noticeWaiver.authority})` }]
      : []),
    ...(version.summary === undefined ? [] : [{ text: version.summary }]),
    ...version.changes.flatMap((change) => changeTellings(change, strings)),
    ...(version.corrects === undefined
      ? []
      : [{ text: fill(strings.corrects, { version: fill(strings.versionLink, { version: version.corrects }) }) }]),
    ...(version.changeTerms
      ? [
          {
            text: fill(strings.promise, {
              days: String(version.changeTerms.days),
              channels: new Intl.ListFormat(lang, { type: 'conjunction' }).format(version.changeTerms.channels),
            }),
          },
        ]
      : []),
    {
      text: fill(strings.fullText, { version: fill(strings.versionLink, { version: version.name }) }),
      href: at.version(policy.name, version.name),
    },
    { text: strings.whatChanged, href: at.changes(policy.name, version.name) },
  ];
}

/** What an amended notice says, after the notice that it amends. */
export function amendedTellings(
  { lang: spoken }: PublishedFacts,
  { on, reason: why, summary, changes }: AmendedNotice,
): readonly Telling[] {
  const { strings, lang } = wordsFor(spoken);
  return [
    { label: fill(strings.amendedOn, { day: dayInWords(on, lang) }), text: asSentence(why) },
    ...(summary === undefined ? [] : [{ text: summary }]),
    ...changes.flatMap((change) => changeTellings(change, strings)),
  ];
}

function changeTellings({ what, impact, choices }: Change, strings: Words['strings']): readonly Telling[] {
  return [
    { label: strings.tellWhat, text: what },
    ...(impact === undefined ? [] : [{ label: strings.impact, text: impact }]),
    ...(choices === undefined ? [] : [{ label: strings.choices, text: choices }]),
  ];
}

/** Addresses with scheme and host. */
export function wholeAddresses({ site }: SiteContent): {
  readonly version: (policy: string, version: string) => string;
  readonly changes: (policy: string, version: string) => string;
  readonly history: (policy: string) => string;
  readonly policy: (policy: string) => string;
  /** What changed since a version. */
  readonly since: (policy: string, version: string) => string;
} {
  const urls = addresses(basePath(site.url));
  const whole = (path: string): string => new URL(path, site.url).href;
  return {
    policy: (policy) => whole(urls.policy(policy)),
    version: (policy, version) => whole(urls.version(policy, version)),
    changes: (policy, version) => whole(urls.changes(policy, version)),
    history: (policy) => whole(urls.history(policy)),
    since: (policy, version) => whole(urls.compare(policy, sinceFragment(version))),
  };
}

function told(entry: LedgerEntry, facts: OutputFacts): Told | undefined {
  const { content } = facts;
  const policy = content.policies.find(({ name }) => name === entry.policy);
  if (!policy) return undefined;
  const name = 'version' in entry ? entry.version : undefined;
  const version = publishedOf(policy).find((one) => one.name === name);
  const words = wordsFor(version?.lang ?? content.site.languages[0] ?? 'en');
  const at = wholeAddresses(content);
  const common = {
    id: `tag:${new URL(content.site.url).hostname},${dayOfEntry(entry)}:${entry.policy}/${name ?? ''}#${entry.seq}`,
    type: entry.type,
    policy: policy.name,
    version: name,
    lang: words.lang,
    published: instantOf(entry),
    updated: instantOf(entry),
  };
  if (entry.type === 'retire') {
    const title = fill(words.strings.tellRetired, { title: policy.title, day: dayInWords(entry.from, words.lang) });
    return { ...common, title, effective: entry.from, paragraphs: reason(entry.reason, words), url: at.history(policy.name) };
  }
  if (!version) return undefined;
  const url = at.version(policy.name, version.name);
  const ofVersion = { ...common, url, notice: at.changes(policy.name, version.name) };
  if (isPublished(entry)) return posted(entry, { facts, policy, version, common: ofVersion, words });
  const happened = happening(entry, words);
  if (!happened) return undefined;
  const title = fill(happened.template, {
    title: version.title,
    version: version.name,
    day: happened.day ? dayInWords(happened.day, words.lang) : '',
  });
  const amended = version.amended.find(({ line }) => line === entry.seq);
  const paragraphs = amended ? amendedTellings(version, amended) : reason(happened.reason, words);
  return { ...ofVersion, title, effective: happened.day, paragraphs };
}

function happening(
  entry: LedgerEntry,
  { strings }: Words,
): { readonly template: string; readonly reason: string; readonly day?: CalendarDate | undefined } | undefined {
  switch (entry.type) {
    case 'reschedule':
      return { template: strings.tellMoved, reason: entry.reason, day: entry.effective.day };
    case 'withdraw':
      return { template: strings.tellWithdrawn, reason: entry.reason };
    case 'remove':
      return { template: strings.tellRemoved, reason: entry.reason };
    case 'notice-amended':
      return { template: strings.tellAmended, reason: entry.reason };
    default:
      return undefined;
  }
}

function posted(
  entry: PublishEntry,
  of: {
    readonly facts: OutputFacts;
    readonly policy: PolicyFacts;
    readonly version: PublishedFacts;
    readonly common: Omit<Told, 'title' | 'paragraphs'>;
    readonly words: Words;
  },
): Told | undefined {
  const { version, policy, facts, words } = of;
  const { strings, lang } = words;
  // A text brought in from elsewhere without a notice tells nobody anything that is new to them.
  if (version.isImported && version.summary === undefined && version.changes.length === 0) return undefined;
  // The day as it was announced: a later move is told in an entry of its own.
  const day = dayInWords(entry.effective.day, lang);
  const isStated = entry.effective.basis === 'stated';
  const correcting = entry.corrects === undefined ? strings.tellPosted : strings.tellCorrects;
  const title = fill(isStated ? correcting : strings.tellSeen, {
    title: version.title,
    version: version.name,
    corrected: entry.corrects ?? '',
    day,
  });
  const removals = facts.entries.filter(
    (other) => other.type === 'remove' && other.policy === entry.policy && other.version === entry.version,
  );
  const last = removals.at(-1);
  const when: Telling = { label: strings.tellWhen, text: fill(strings.tellFrom, { day, zone: entry.zone }) };
  return {
    ...of.common,
    title,
    effective: entry.effective.day,
    summary: version.summary,
    paragraphs: version.removed
      ? [when, { text: strings.removedNotice }]
      : [...(isStated ? [when] : []), ...noticeTellings(facts.content, policy, version)],
    updated: last ? instantOf(last) : of.common.updated,
  };
}

function reason(words: string, { strings }: Words): readonly Telling[] {
  return [{ label: strings.tellReason, text: asSentence(words) }];
}
