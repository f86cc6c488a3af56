import { fill, wordsFor } from '../strings/strings.ts';
import { addresses, basePath } from '../urls.ts';
import { aliasHead, standingWords } from './alias-head.ts';
import { dayInWords } from './days.ts';
import { otherFindings, type FindingsView } from './draft-findings.ts';
import { frame, wordAttributes, type Frame, type Link, type WordAttributes } from './frame.ts';
import { versionPart, type StateView, type Voice } from './head.ts';
import { dayPart, sentence, type Sentence } from './sentence.ts';
import { shownDraft, type PolicyFacts, type SiteContent } from './site.ts';
import { publishedOf, standing } from './succession.ts';

export interface PolicyEntry {
  readonly href: string;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly state: StateView;
  /** What is coming, in its order. */
  readonly next: readonly Sentence[];
}

export interface HomeView {
  /** For those who write: what no page of a draft shows. */
  readonly findings?: FindingsView | undefined;
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string;
  readonly entries: readonly PolicyEntry[];
  readonly notices?: Link | undefined;
  /** Said in place of an empty list. */
  readonly nothing: string;
}

/** `/`: all policies that the build shows, in words that stay true after the next version takes effect. */
export function home(content: SiteContent): HomeView {
  const lang = content.site.languages[0] ?? 'en';
  const { strings } = wordsFor(lang);
  const urls = addresses(basePath(content.site.url));
  const lead = fill(strings.homeLead, { organisation: content.site.organisation });
  const hasNotices = content.policies.some((policy) => publishedOf(policy).length > 0);
  return {
    frame: frame({ content, path: urls.home, lang, dir: content.site.dir, description: lead }),
    title: strings.policies,
    lead,
    entries: content.policies.flatMap((policy) => entry(policy, content, { ...wordsFor(lang), urls, policy })),
    findings: otherFindings(content),
    notices: hasNotices ? { href: urls.notices, text: strings.notices } : undefined,
    nothing: strings.noPolicies,
  };
}

export interface InForceView {
  readonly text: string;
  readonly datetime?: string | undefined;
  readonly attributes: WordAttributes;
}

/** What is said of a policy in a sentence of somebody else's: `in force since 26 May 2016`. True on every day. */
export function inForceSince(content: SiteContent, name: string): InForceView {
  const page = content.site.languages[0] ?? 'en';
  const { strings, lang } = wordsFor(page);
  const attributes = wordAttributes(lang, page);
  const policy = content.policies.find((candidate) => candidate.name === name);
  const words = policy && standingWords(policy, content.asOf, { strings, lang });
  const draft = policy && shownDraft(policy);
  if (words || !draft || publishedOf(policy).length > 0) return { ...(words ?? { text: strings.notPublished }), attributes };
  return { text: fill(strings.draftPlanned, { day: dayInWords(draft.effectiveFrom, lang) }), datetime: draft.effectiveFrom, attributes };
}

function entry(policy: PolicyFacts, content: SiteContent, voice: Voice): readonly PolicyEntry[] {
  const { strings, lang, urls } = voice;
  const draft = shownDraft(policy);
  const common = { href: urls.policy(policy.name), summary: policy.summary };
  if (publishedOf(policy).length > 0) {
    const { title, state } = aliasHead(content.asOf, voice, (name) => content.policies.find((other) => other.name === name)?.title ?? name);
    const { shown, coming } = standing(policy, content.asOf);
    const later = shown ? coming : coming.slice(1);
    const next = later.map(({ name, fate }) =>
      sentence(strings.homeNext, { day: dayPart(fate.interval.from, lang), version: versionPart(name, voice) }),
    );
    return [{ ...common, title, state, next }];
  }
  if (!draft) return [];
  const day = dayInWords(draft.effectiveFrom, lang);
  const words = fill(draft.basis === 'stated' ? strings.draftHomeSentence : strings.draftHomeSeen, { day });
  return [
    { ...common, title: policy.title, state: { tone: 'draft', name: [{ text: strings.draftHome }], rest: [{ text: words }] }, next: [] },
  ];
}

/** Where `privacy#your-rights` leads; `undefined` when this build does not show the policy. */
export function policyLinkHref(content: SiteContent, to: string): string | undefined {
  const [name = '', id] = to.split('#');
  const isShown = content.policies.some((policy) => policy.name === name);
  return isShown ? addresses(basePath(content.site.url)).policy(name, id) : undefined;
}
