import type { PolicyVersion } from '../model/version.ts';
import { fill, wordsFor } from '../strings/strings.ts';
import { addresses, basePath } from '../urls.ts';
import { draftFindings, type FindingsView } from './draft-findings.ts';
import { frame, type Frame, type Link, type Relation } from './frame.ts';
import { draftHead, postedFacts, printFact, versionPart, type BannerView, type HeadView, type StateView, type Voice } from './head.ts';
import { dayBefore, intervalSentence } from './interval-words.ts';
import { citationView, sheetLine, type CitationView } from './reference.ts';
import { asSentence, dayPart, sentence, type Sentence } from './sentence.ts';
import type { PolicyFacts, PublishedFacts, SiteContent, VersionFacts } from './site.ts';
import { structuredData } from './structured-data.ts';
import { isIndexable, neighbours } from './succession.ts';
import { textView, type TextView } from './text.ts';

/** The permanent page of a version. Nothing on it depends on the day: every sentence stays true. */
export interface VersionPageView {
  /** For those who write: on the page of a draft alone. */
  readonly findings?: FindingsView | undefined;
  readonly frame: Frame;
  readonly head: HeadView;
  /** Absent when the words had to go. */
  readonly text?: TextView | undefined;
  readonly citation?: CitationView | undefined;
  /** What was posted with the text. */
  readonly imprint: readonly { readonly name: string; readonly words: Sentence }[];
  readonly sheet: string;
}

export interface VersionPageInput {
  readonly content: SiteContent;
  readonly policy: PolicyFacts;
  readonly version: VersionFacts;
  readonly text?: PolicyVersion | undefined;
}

/** Pure: same input, same page. */
export function versionPage({ content, policy, version, text }: VersionPageInput): VersionPageView {
  const { site } = content;
  const urls = addresses(basePath(site.url));
  const voice: Voice = { ...wordsFor(version.lang), urls, policy };
  const { strings } = voice;
  const isDraft = version.status === 'draft';
  const toPolicy: Link = { href: urls.policy(policy.name), text: isDraft ? strings.newestText : strings.toInForce };
  return {
    frame: frame({
      content,
      title: `${version.title}, ${fill(strings.versionLink, { version: version.name })}`,
      description: version.summary ?? policy.summary ?? version.title,
      path: urls.version(policy.name, version.name),
      lang: version.lang,
      dir: text?.record.dir ?? 'ltr',
      isUnlisted: isDraft || !isIndexable(site, version),
      organisation: isDraft ? undefined : version.organisation,
      relations: isDraft ? [] : relations(version, voice),
      policy,
      data: structuredData(content, policy, version),
    }),
    head: isDraft ? draftHead(version, voice, toPolicy) : head(version, voice, toPolicy),
    text:
      text &&
      textView({
        record: text.record,
        urls,
        strings,
        isOpen: true,
        formerIds: undefined,
        inForce: isDraft ? undefined : (id) => urls.policy(policy.name, id),
      }),
    findings: draftFindings(content, policy, version),
    citation: text && citationView(site, version, voice),
    imprint: isDraft ? [] : imprint(version, voice),
    sheet: sheetLine(version, voice),
  };
}

function head(version: PublishedFacts, voice: Voice, toPolicy: Link): HeadView {
  const { strings, urls, policy } = voice;
  const notice: Link = { href: urls.changes(policy.name, version.name), text: strings.whatChanged };
  const history: Link = { href: urls.history(policy.name), text: strings.allVersions };
  return {
    title: version.title,
    state: versionState(version, voice),
    facts: [
      [{ text: fill(strings.version, { version: version.name }) }],
      ...postedFacts(version, voice),
      printFact(version, strings),
      [notice],
      [history],
    ],
    banners: banner(version, voice, toPolicy),
  };
}

/** What a version is, whatever the day. */
export function versionState(version: PublishedFacts, voice: Voice): StateView {
  const { strings, lang, policy } = voice;
  const { fate, removed, withdrawn } = version;
  const day = dayPart(version.effectiveFrom, lang);
  const days = fate.kind === 'governs' ? intervalSentence(policy, { ...version, fate }, voice) : [];
  if (removed) {
    const words = { on: dayPart(removed.on, lang), reason: asSentence(removed.reason) };
    const sentences = [...sentence(strings.removedSentence, words), { text: ' ' }, ...days];
    return { tone: 'withdrawn', name: [{ text: strings.removed }], rest: sentences };
  }
  switch (fate.kind) {
    case 'governs':
      return { tone: fate.interval.until === undefined ? 'dated' : 'ended', name: days, rest: [] };
    case 'replaced': {
      const by = fate.by === undefined ? undefined : versionPart(fate.by, voice);
      const rest = by ? sentence(strings.replacedBy, { day, version: by }) : sentence(strings.replacedByNothing, { day });
      return { tone: 'withdrawn', name: [{ text: strings.neverInForce }], rest };
    }
    case 'withdrawn': {
      const words = { day, on: dayPart(withdrawn?.on ?? version.postedOn, lang), reason: asSentence(withdrawn?.reason ?? '') };
      return { tone: 'withdrawn', name: [{ text: strings.withdrawn }], rest: sentence(strings.withdrawnSentence, words) };
    }
  }
}

/** What a reader of this version must not miss; it names its neighbours and no other version. */
function banner(version: PublishedFacts, voice: Voice, toPolicy: Link): readonly BannerView[] {
  const { strings, lang, policy } = voice;
  const { before, after } = neighbours(policy, version);
  const until = version.fate.kind === 'governs' ? version.fate.interval.until : undefined;
  const paragraphs: Sentence[] = [];
  if (
    version.fate.kind === 'governs' &&
    before &&
    before.fate.interval.until === version.fate.interval.from &&
    version.basis === 'stated'
  ) {
    paragraphs.push(
      sentence(strings.startNote, { last: dayPart(dayBefore(version.fate.interval.from), lang), version: versionPart(before.name, voice) }),
    );
  }
  if (until !== undefined && after?.basis === 'stated')
    paragraphs.push(sentence(strings.endNote, { next: dayPart(until, lang), version: versionPart(after.name, voice) }));
  if (until !== undefined && !after) paragraphs.push(sentence(strings.endRetired, { next: dayPart(until, lang) }));
  if (version.corrects !== undefined) paragraphs.push(sentence(strings.corrects, { version: versionPart(version.corrects, voice) }));
  if (version.correctedBy !== undefined)
    paragraphs.push(sentence(strings.correctedBy, { version: versionPart(version.correctedBy, voice) }));
  for (const { to, on, reason } of version.rescheduled) {
    paragraphs.push(sentence(strings.rescheduled, { day: dayPart(to, lang), on: dayPart(on, lang), reason: asSentence(reason) }));
  }
  if (version.isImported && version.basis !== 'stated') paragraphs.push([{ text: strings.importedNote }]);
  return [{ tone: versionState(version, voice).tone, paragraphs, links: [toPolicy] }];
}

function relations(version: PublishedFacts, { policy, urls }: Voice): readonly Relation[] {
  const { before, after } = neighbours(policy, version);
  return [
    { rel: 'latest-version', href: urls.policy(policy.name) },
    { rel: 'version-history', href: urls.history(policy.name) },
    ...(before ? [{ rel: 'predecessor-version', href: urls.version(policy.name, before.name) }] : []),
    ...(after ? [{ rel: 'successor-version', href: urls.version(policy.name, after.name) }] : []),
  ];
}

function imprint(version: PublishedFacts, voice: Voice): VersionPageView['imprint'] {
  const { strings } = voice;
  const { email, phone, url } = version.contact;
  const contact = [email, phone, url].filter((way) => way !== undefined).join(', ');
  return [
    { name: strings.organisationAsPosted, words: [{ text: version.organisation }] },
    { name: strings.contactAsPosted, words: [{ text: contact }] },
    { name: strings.digestRow, words: [{ text: version.digests.words }] },
  ];
}
