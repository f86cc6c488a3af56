import type { CalendarDate } from '../model/calendar-date.ts';
import type { PolicyVersion } from '../model/version.ts';
import { fill, wordsFor } from '../strings/strings.ts';
import { addresses, basePath } from '../urls.ts';
import { aliasHead } from './alias-head.ts';
import { answers, type Answers } from './answers.ts';
import { dayInWords, localeOf } from './days.ts';
import { draftFindings, type FindingsView } from './draft-findings.ts';
import { frame, type Frame, type Relation } from './frame.ts';
import { draftHead, versionPart, type HeadView, type Voice } from './head.ts';
import { citationView, sheetLine, type CitationView } from './reference.ts';
import type { Sentence } from './sentence.ts';
import { shownDraft, type PolicyFacts, type SiteContent, type VersionFacts } from './site.ts';
import { neighbours, publishedOf, standing, switchDays } from './succession.ts';
import { textView, type TextView } from './text.ts';

/** A section that the text shown does not have; its former ids lead here. */
export interface ElsewhereView {
  readonly ids: readonly string[];
  readonly words: Sentence;
}

/** What takes the place of a page's text on a day after that on which it was built. */
export interface SwitchView {
  readonly from: CalendarDate;
  /** Zone in which that day begins. */
  readonly zone: string;
  /** Permanent page with the words; absent when no version is in force from that day on. */
  readonly text?: string | undefined;
  readonly head: HeadView;
  /** Former ids, each with the section that continues it. */
  readonly formerIds: readonly { readonly id: string; readonly section: string }[];
  readonly elsewhere: readonly ElsewhereView[];
  /** Said when it has happened; `{today}` is the day that the device names. */
  readonly said: string;
}

/** A policy's own address. */
export interface PolicyPageView {
  /** For those who write: on the page of a draft alone. */
  readonly findings?: FindingsView | undefined;
  readonly frame: Frame;
  readonly head: HeadView;
  readonly text?: TextView | undefined;
  readonly citation?: CitationView | undefined;
  readonly elsewhere: readonly ElsewhereView[];
  readonly switches: readonly SwitchView[];
  readonly asOf: CalendarDate;
  /** In which the switch writes days. */
  readonly locale: string;
  readonly isOpen: boolean;
  readonly sheet?: string | undefined;
}

/**
 * The version that a policy's own address shows on the day asked for: the one in force, after a retirement the last that was, and
 * a draft only while nothing is published. `undefined` before the first effective day.
 */
export function shownOn(policy: PolicyFacts, asOf: CalendarDate): VersionFacts | undefined {
  const { shown, last } = standing(policy, asOf);
  return publishedOf(policy).length === 0 ? shownDraft(policy) : (shown ?? last);
}

export interface PolicyPageInput {
  readonly content: SiteContent;
  readonly policy: PolicyFacts;
  /** Words of the version that `shownOn` names; absent when there is none, or when they had to go. */
  readonly text?: PolicyVersion | undefined;
}

/** Pure: same input, same page. */
export function policyPage({ content, policy, text }: PolicyPageInput): PolicyPageView {
  const { asOf, site } = content;
  const urls = addresses(basePath(site.url));
  const version = shownOn(policy, asOf);
  const lang = version?.lang ?? policy.versions[0]?.lang ?? site.languages[0] ?? 'en';
  const voice: Voice = { ...wordsFor(lang), urls, policy };
  const isDraft = version?.status === 'draft';
  const own = isDraft ? { bySection: new Map(), elsewhere: [] } : answers(policy, version);
  const head = isDraft
    ? draftHead(version, voice, { href: urls.version(policy.name, version.name), text: voice.strings.permanentPage })
    : headOn(asOf, content, voice);
  return {
    frame: frame({
      content,
      title: head.title,
      description: version?.summary ?? policy.summary ?? head.title,
      path: urls.policy(policy.name),
      lang,
      dir: text?.record.dir ?? 'ltr',
      isUnlisted: isDraft,
      relations: isDraft ? [] : relations(version, voice),
      policy,
    }),
    head,
    text:
      text && textView({ record: text.record, urls, strings: voice.strings, isOpen: policy.sections === 'open', formerIds: own.bySection }),
    findings: draftFindings(content, policy, version),
    citation: text && version && citationView(site, version, voice),
    elsewhere: elsewhereView(own, voice),
    switches: switchDays(policy, asOf).map((day) => switchView(day, content, voice)),
    asOf,
    locale: localeOf(voice.lang),
    isOpen: policy.sections === 'open',
    sheet: version && sheetLine(version, voice),
  };
}

function headOn(day: CalendarDate, content: SiteContent, voice: Voice): HeadView {
  return aliasHead(day, voice, (name) => content.policies.find((other) => other.name === name)?.title ?? name);
}

function switchView(day: CalendarDate, content: SiteContent, voice: Voice): SwitchView {
  const { policy, urls, strings, lang } = voice;
  const { shown, last } = standing(policy, day);
  const own = answers(policy, shown ?? last);
  const words = { day: dayInWords(day, lang) };
  return {
    from: day,
    zone: shown?.zone ?? content.site.timeZone,
    text: shown && urls.version(policy.name, shown.name),
    // The list of versions stays the one that the page has.
    head: { ...headOn(day, content, voice), versions: undefined },
    formerIds: [...own.bySection].flatMap(([section, ids]) => ids.map((id) => ({ id, section }))),
    elsewhere: elsewhereView(own, voice),
    said: fill(strings.switched, words),
  };
}

function elsewhereView({ elsewhere }: Answers, voice: Voice): readonly ElsewhereView[] {
  const { strings, urls, policy } = voice;
  return elsewhere.map(({ ids, heading, version, isLater }) => {
    const [id = ''] = ids;
    const named = { text: heading ?? `#${id}`, href: urls.version(policy.name, version.name, id) };
    const rest = (isLater ? strings.later : strings.gone).replace('{version}', versionPart(version.name, voice).text);
    return { ids, words: [named, { text: ` ${rest}` }] };
  });
}

/** All versions, and the texts before and after the one shown (RFC 5829). */
function relations(version: VersionFacts | undefined, { policy, urls }: Voice): readonly Relation[] {
  const { before, after } = version?.status === 'published' ? neighbours(policy, version) : {};
  return [
    { rel: 'version-history', href: urls.history(policy.name) },
    ...(before ? [{ rel: 'predecessor-version', href: urls.version(policy.name, before.name) }] : []),
    ...(after ? [{ rel: 'successor-version', href: urls.version(policy.name, after.name) }] : []),
  ];
}
