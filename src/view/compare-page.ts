import type { CalendarDate } from '../model/calendar-date.ts';
import type { RedlineWords } from '../model/redline/html/words.ts';
import { compareWords, type CompareWords } from '../strings/compare.ts';
import { redlineWords } from '../strings/redline.ts';
import { fill, wordsFor } from '../strings/strings.ts';
import { addresses, basePath, fileAddresses } from '../urls.ts';
import { localeOf } from './days.ts';
import { frame, type Frame, type Link } from './frame.ts';
import type { Voice } from './head.ts';
import { versionDays } from './history-page.ts';
import { dayRange } from './interval-words.ts';
import type { PolicyFacts, PublishedFacts, SiteContent } from './site.ts';
import { publishedOf } from './succession.ts';

/** A version that can be chosen, with the days that `#since=` is answered from. */
export interface CompareRow {
  readonly version: string;
  readonly page: string;
  readonly notice: Link;
  /** In the lists to choose from. */
  readonly choice: string;
  readonly days: string;
  /** Where its text stands as data; absent when the words had to go. */
  readonly data?: string | undefined;
  readonly kind: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate | undefined;
  readonly zone: string;
}

/** `/<policy>/compare/`. It depends on no day; which two versions it is about stands in the fragment. */
export interface ComparePageView {
  readonly frame: Frame;
  readonly title: string;
  readonly links: readonly Link[];
  /** Newest first. */
  readonly rows: readonly CompareRow[];
  readonly words: CompareWords;
  readonly redline: RedlineWords;
  /** What else the script says, with `{day}` and the like for it to fill in. */
  readonly asked: Readonly<Record<'answer' | 'seen' | 'before' | 'future' | 'none' | 'version' | 'fullText', string>>;
  readonly locale: string;
  /** Address of the policy, and of what says which version is in force. */
  readonly policy: string;
  readonly current: string;
}

/** Pure: same input, same page. */
export function comparePage(content: SiteContent, policy: PolicyFacts): ComparePageView {
  const base = basePath(content.site.url);
  const urls = addresses(base);
  const published = publishedOf(policy);
  const lang = published[0]?.lang ?? content.site.languages[0] ?? 'en';
  const voice: Voice = { ...wordsFor(lang), urls, policy };
  const { strings } = voice;
  const words = compareWords(lang);
  const title = fill(words.title, { title: policy.title });
  const path = urls.compare(policy.name);
  return {
    frame: frame({ content, title, description: words.lead, path, lang, dir: content.site.dir, policy }),
    title,
    links: [
      { href: urls.policy(policy.name), text: strings.toInForce },
      { href: urls.history(policy.name), text: strings.allVersions },
    ],
    rows: published.toReversed().map((version, index) => row(version, { voice, base, isFirst: index === published.length - 1 })),
    words,
    redline: redlineWords(lang),
    asked: {
      answer: strings.askAnswer,
      seen: strings.askSeen,
      before: strings.askBefore,
      future: strings.askFuture,
      none: strings.askNone,
      version: strings.versionLink,
      fullText: strings.fullText,
    },
    locale: localeOf(voice.lang),
    policy: urls.policy(policy.name),
    current: fileAddresses(base).current(policy.name),
  };
}

function row(
  version: PublishedFacts,
  { voice, base, isFirst }: { readonly voice: Voice; readonly base: string; readonly isFirst: boolean },
): CompareRow {
  const { urls, policy } = voice;
  const words = compareWords(voice.lang);
  const days = dayRange(version, voice);
  const names = [policy.name, version.name] as const;
  return {
    version: version.name,
    page: urls.version(...names),
    notice: { href: urls.changes(...names), text: fill(isFirst ? words.first : words.step, { version: version.name }) },
    choice: fill(version.removed ? words.gone : words.choice, { version: version.name, days }),
    days,
    data: version.removed ? undefined : fileAddresses(base).data(...names),
    zone: version.zone,
    ...versionDays(version),
  };
}
