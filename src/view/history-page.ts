import type { CalendarDate } from '../model/calendar-date.ts';
import { fill, wordsFor } from '../strings/strings.ts';
import { addresses, basePath } from '../urls.ts';
import { dayInWords, localeOf } from './days.ts';
import { frame, type Frame, type Link } from './frame.ts';
import { postedFacts, type StateView, type Voice } from './head.ts';
import { sectionHistoryViews, type SectionHistoryView } from './section-histories.ts';
import { asSentence, dayPart, sentence, type Sentence } from './sentence.ts';
import type { PolicyFacts, PublishedFacts, SiteContent } from './site.ts';
import { governing, publishedOf } from './succession.ts';
import { versionState } from './version-page.ts';

/** One version in the history, with the days that the box "What did it say on …?" answers from. */
export interface HistoryRow {
  readonly version: string;
  /** Id of its row; none where a section has the same. */
  readonly anchor?: string | undefined;
  readonly name: string;
  readonly href: string;
  readonly state: StateView;
  readonly summary?: string | undefined;
  readonly facts: readonly Sentence[];
  readonly from: CalendarDate;
  readonly until?: CalendarDate | undefined;
  readonly kind: 'stated' | 'seen' | 'withdrawn' | 'replaced';
}

/** The words of the box, with `{day}`, `{first}`, `{today}` and `{version}` for its script to fill in. */
export interface AskView {
  readonly locale: string;
  readonly title: string;
  readonly label: string;
  readonly button: string;
  readonly words: Readonly<Record<'answer' | 'seen' | 'before' | 'future' | 'none' | 'withdrawn' | 'version', string>>;
}

export interface HistoryPageView {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string;
  readonly policy: Link;
  readonly compare: Link;
  readonly rows: readonly HistoryRow[];
  readonly ended?: Sentence | undefined;
  readonly nothingBefore?: Sentence | undefined;
  readonly ask: AskView;
  readonly sections: SectionsView;
}

/** The history of each section. */
export interface SectionsView {
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly SectionHistoryView[];
}

/** `/<policy>/history/`, which depends on no day. Pure. */
export function historyPage(content: SiteContent, policy: PolicyFacts): HistoryPageView {
  const urls = addresses(basePath(content.site.url));
  const published = publishedOf(policy);
  const lang = published[0]?.lang ?? content.site.languages[0] ?? 'en';
  const voice: Voice = { ...wordsFor(lang), urls, policy };
  const { strings } = voice;
  const title = fill(strings.historyTitle, { title: policy.title });
  const first = governing(policy)[0];
  const end = policy.retirement;
  const sections = sectionHistoryViews(voice);
  const taken = new Set(sections.map(({ id }) => id));
  return {
    frame: frame({
      content,
      title,
      description: strings.historyLead,
      path: urls.history(policy.name),
      lang,
      dir: content.site.dir,
      policy,
    }),
    title,
    lead: strings.historyLead,
    policy: { href: urls.policy(policy.name), text: strings.toInForce },
    compare: { href: urls.compare(policy.name), text: strings.redlineAny },
    rows: published.toReversed().map((version) => ({ ...row(version, voice), anchor: taken.has(version.name) ? undefined : version.name })),
    sections: { title: strings.sectionsTitle, lead: strings.sectionsLead, rows: sections },
    ended: end && sentence(strings.retiredRow, { day: dayPart(end.from, voice.lang), reason: asSentence(end.reason) }),
    nothingBefore: first && sentence(strings.nothingBefore, { day: dayPart(first.fate.interval.from, voice.lang) }),
    ask: {
      locale: localeOf(voice.lang),
      title: strings.askTitle,
      label: strings.askDay,
      button: strings.askButton,
      words: {
        answer: strings.askAnswer,
        seen: strings.askSeen,
        before: strings.askBefore,
        future: strings.askFuture,
        none: strings.askNone,
        withdrawn: strings.askWithdrawn,
        version: strings.versionLink,
      },
    },
  };
}

function row(version: PublishedFacts, voice: Voice): HistoryRow {
  const { strings, urls, policy, lang } = voice;
  const moved = version.rescheduled.map(({ to, on, reason }) =>
    sentence(strings.rescheduled, { day: dayInWords(to, lang), on: dayInWords(on, lang), reason: asSentence(reason) }),
  );
  const notice: Link = { href: urls.changes(policy.name, version.name), text: strings.notice };
  return {
    version: version.name,
    name: fill(strings.version, { version: version.name }),
    href: urls.version(policy.name, version.name),
    state: versionState(version, voice),
    summary: version.summary,
    facts: [...postedFacts(version, voice), ...moved, [notice]],
    ...versionDays(version),
  };
}

/** When a version governs, and how sure that is; for those that never did, the day for which they were announced. */
export function versionDays(version: PublishedFacts): Pick<HistoryRow, 'from' | 'until' | 'kind'> {
  const { fate } = version;
  const { from, until } = fate.kind === 'governs' ? fate.interval : { from: version.effectiveFrom, until: undefined };
  return { from, until, kind: fate.kind !== 'governs' ? fate.kind : version.basis === 'stated' ? 'stated' : 'seen' };
}
