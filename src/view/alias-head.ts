import type { CalendarDate } from '../model/calendar-date.ts';
import { fill } from '../strings/strings.ts';
import { dayInWords } from './days.ts';
import { printFact, versionPart, type BannerView, type HeadView, type StateView, type Voice } from './head.ts';
import { dayBefore, dayRange, sinceSentence } from './interval-words.ts';
import { asSentence, dayPart, sentence, type Sentence } from './sentence.ts';
import type { PolicyFacts } from './site.ts';
import { governing, publishedOf, standing, type GoverningFacts, type Standing } from './succession.ts';

/** The head at a policy's own address on a day, worded so that it stays true after the day on which it changes. */
export function aliasHead(asOf: CalendarDate, voice: Voice, titleOf: (policy: string) => string): HeadView {
  const { policy, strings, urls } = voice;
  const stands = standing(policy, asOf);
  const version = stands.shown ?? stands.last;
  const history = { href: urls.history(policy.name), text: strings.allVersions };
  return {
    title: version?.title ?? stands.coming[0]?.title ?? policy.title,
    state: stateOf(stands, voice, titleOf),
    facts: version
      ? [
          [{ text: fill(strings.version, { version: version.name }) }],
          printFact(version, strings),
          [{ href: urls.version(policy.name, version.name), text: strings.permanentPage }],
        ]
      : [],
    banners: [
      ...announcements(stands, voice),
      ...ending(stands, voice, titleOf),
      ...(stands.last ? [{ tone: 'retired' as const, paragraphs: [[{ text: strings.retiredText }]], links: [] }] : []),
    ],
    versions: {
      title: strings.versions,
      all: publishedOf(policy)
        .toReversed()
        .map((one) => ({
          version: one.name,
          href: urls.version(policy.name, one.name),
          text: dayRange(one, voice),
          isShown: one.name === version?.name,
        })),
      history,
    },
  };
}

function stateOf({ shown, coming: [next], last }: Standing, voice: Voice, titleOf: (policy: string) => string): StateView {
  const { strings, policy, lang } = voice;
  if (shown) return { tone: 'in-force', name: sinceSentence(policy, shown, voice), rest: [] };
  if (next) {
    const day = dayPart(next.fate.interval.from, lang);
    return { tone: 'announced', name: sentence(strings.inForceFrom, { day }), rest: sentence(strings.firstAnnounced, { day }) };
  }
  const end = policy.retirement;
  if (last && end) {
    const reason = asSentence(end.reason);
    return {
      tone: 'retired',
      name: sentence(strings.retired, { day: dayPart(end.from, lang) }),
      rest: [...sentence(strings.retiredSentence, { reason }), ...replacedBy(voice, titleOf)],
    };
  }
  return { tone: 'withdrawn', name: [{ text: strings.noneInForce }], rest: [{ text: strings.noneSentence }] };
}

/** What is coming: each version that governs later, in its order. */
function announcements({ shown, coming }: Standing, voice: Voice): readonly BannerView[] {
  const { policy, strings, urls, lang } = voice;
  return coming.map((version, index) => {
    const day = dayPart(version.fate.interval.from, lang);
    const words = { day: day.text };
    // Before the first version nothing applies that could end.
    const before = coming[index - 1] ?? shown;
    const until =
      before && index === 0 ? untilSentence(before, version, voice) : sentence(strings.rangeOpen, { day }).concat({ text: ':' });
    const summary =
      version.summary === undefined
        ? sentence(strings.announcedOther, { version: versionPart(version.name, voice) })
        : [{ text: version.summary }];
    return {
      tone: 'announced',
      title: before ? fill(strings.announced, words) : undefined,
      paragraphs: before ? [[...until, { text: ' ' }, ...summary]] : version.summary === undefined ? [] : [summary],
      links: [
        { href: urls.version(policy.name, version.name), text: fill(before ? strings.announcedRead : strings.firstRead, words) },
        { href: urls.changes(policy.name, version.name), text: before ? strings.announcedChanges : strings.notice },
      ],
    };
  });
}

function untilSentence(before: GoverningFacts, version: GoverningFacts, { strings, lang }: Voice): Sentence {
  const { from } = version.fate.interval;
  const template = before.basis === 'stated' ? strings.announcedSentence : strings.announcedSeen;
  return sentence(template, { last: dayPart(dayBefore(from), lang), day: dayPart(from, lang) });
}

function ending({ shown, coming }: Standing, voice: Voice, titleOf: (policy: string) => string): readonly BannerView[] {
  const { policy, strings, lang } = voice;
  const end = policy.retirement;
  const lasting = coming.at(-1) ?? shown;
  if (!end || !lasting || lasting.fate.interval.until !== end.from) return [];
  const last = dayPart(dayBefore(end.from), lang);
  const words = sentence(strings.retiringSentence, { last, day: dayPart(end.from, lang), reason: asSentence(end.reason) });
  return [{ tone: 'announced', title: strings.retiring, paragraphs: [[...words, ...replacedBy(voice, titleOf)]], links: [] }];
}

function replacedBy({ policy, strings, urls }: Voice, titleOf: (policy: string) => string): Sentence {
  const name = policy.retirement?.replacedBy;
  if (name === undefined) return [];
  return [{ text: ' ' }, ...sentence(strings.retiredBy, { policy: { text: titleOf(name), href: urls.policy(name) } })];
}

/** What is said of a policy in a sentence of somebody else's; true on every day. */
export function standingWords(
  policy: PolicyFacts,
  asOf: CalendarDate,
  { strings, lang }: Pick<Voice, 'strings' | 'lang'>,
): { readonly text: string; readonly datetime: CalendarDate } | undefined {
  const { shown, coming, last } = standing(policy, asOf);
  const version = shown ?? coming[0];
  const end = policy.retirement;
  if (!version) return last && end && { text: fill(strings.notInForceWords, { day: dayInWords(end.from, lang) }), datetime: end.from };
  const { from, until } = version.fate.interval;
  const day = dayInWords(from, lang);
  if (version.basis !== 'stated') return { text: fill(strings.seenWords, { day }), datetime: from };
  if (!shown) return { text: fill(strings.inForceFromWords, { day }), datetime: from };
  if (until === undefined) return { text: fill(strings.inForceWords, { day }), datetime: from };
  const isFollowed = governing(policy).some(({ fate }) => fate.interval.from === until);
  const words = { day, last: dayInWords(dayBefore(until), lang), next: dayInWords(until, lang) };
  return { text: fill(isFollowed ? strings.inForceUntilWords : strings.inForceEndsWords, words), datetime: from };
}
