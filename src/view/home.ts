import { fill, wordsFor } from '../strings/strings.ts';
import { addresses, basePath } from '../urls.ts';
import { dayInWords } from './days.ts';
import { frame, wordAttributes, type Frame, type WordAttributes } from './frame.ts';
import { shownDraft, type PolicyFacts, type SiteContent } from './site.ts';

export interface PolicyEntry {
  readonly href: string;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly state: 'draft';
  readonly stateName: string;
  readonly sentence: string;
}

export interface HomeView {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string;
  readonly entries: readonly PolicyEntry[];
  /** Said in place of an empty list. */
  readonly nothing: string;
}

/** `/`: all policies that the build shows. */
export function home(content: SiteContent): HomeView {
  const lang = content.site.languages[0] ?? 'en';
  const { strings } = wordsFor(lang);
  const urls = addresses(basePath(content.site.url));
  return {
    frame: frame({
      content,
      path: urls.home,
      lang,
      dir: content.site.dir,
      description: fill(strings.homeLead, { organisation: content.site.organisation }),
    }),
    title: strings.policies,
    lead: fill(strings.homeLead, { organisation: content.site.organisation }),
    entries: content.policies.flatMap((policy) => entry(policy, lang, urls.policy(policy.name))),
    nothing: strings.noPolicies,
  };
}

export interface InForceView {
  readonly text: string;
  readonly datetime?: string | undefined;
  readonly attributes: WordAttributes;
}

/** What is said of a policy in a sentence of somebody else's: `a draft, planned to take effect on 26 May 2016`. */
export function inForceSince(policy: PolicyFacts | undefined, lang: string): InForceView {
  const { strings, lang: words } = wordsFor(lang);
  const draft = policy && shownDraft(policy);
  const attributes = wordAttributes(words, lang);
  if (!draft) return { text: strings.notPublished, attributes };
  return { text: fill(strings.draftPlanned, { day: dayInWords(draft.effectiveFrom, words) }), datetime: draft.effectiveFrom, attributes };
}

function entry(policy: PolicyFacts, lang: string, href: string): readonly PolicyEntry[] {
  const { strings, lang: words } = wordsFor(lang);
  const draft = shownDraft(policy);
  if (!draft) return [];
  const day = dayInWords(draft.effectiveFrom, words);
  const sentence = fill(draft.basis === 'stated' ? strings.draftHomeSentence : strings.draftHomeSeen, { day });
  return [{ href, title: policy.title, summary: policy.summary, state: 'draft', stateName: strings.draftHome, sentence }];
}

/** Where `privacy#your-rights` leads; `undefined` when this build does not show the policy. */
export function policyLinkHref(content: SiteContent, to: string): string | undefined {
  const [name = '', id] = to.split('#');
  const isShown = content.policies.some((policy) => policy.name === name);
  return isShown ? addresses(basePath(content.site.url)).policy(name, id) : undefined;
}
