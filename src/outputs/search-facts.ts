import type { PinnedAnswer, PolicySearch, SearchFacts, SearchWords, Switch } from '../model/search/facts.ts';
import type { Synonyms } from '../model/search/query.ts';
import { wordsFor, type Strings } from '../strings/strings.ts';
import { continuations } from '../view/answers.ts';
import { localeOf } from '../view/days.ts';
import type { PolicyFacts, SiteContent } from '../view/site.ts';
import { publishedOf, standing, switchDays } from '../view/succession.ts';

/** What the index of this site looks like, and what its keepers say of it. */
export interface SearchInput {
  readonly tag: string;
  readonly ahead: readonly string[];
  readonly announced?: string | undefined;
  /** Folders of the earlier versions, by the names of the policies. */
  readonly earlier: ReadonlyMap<string, readonly string[]>;
  readonly synonyms: Synonyms;
  readonly pinned: readonly PinnedAnswer[];
}

/** `/pagefind/search.json`. It depends on the day, as the index beside it does; same content, same bytes. */
export function searchFactsFile(content: SiteContent, input: SearchInput): string {
  const lang = content.site.languages[0] ?? 'en';
  const { strings, lang: spoken } = wordsFor(lang);
  const policies = content.policies.flatMap((policy): readonly (readonly [string, PolicySearch])[] => {
    const facts = policyFacts(policy, content, input.earlier.get(policy.name));
    return facts ? [[policy.name, facts]] : [];
  });
  const facts: SearchFacts = {
    lang,
    locale: localeOf(spoken),
    tag: input.tag,
    ahead: input.ahead,
    synonyms: input.synonyms,
    pinned: input.pinned,
    announced: input.announced,
    policies: Object.fromEntries(policies),
    words: searchWords(strings),
  };
  return `${JSON.stringify(facts)}\n`;
}

/** What search has to know of a policy; nothing of one that has only the text in force. */
function policyFacts(policy: PolicyFacts, { asOf, site }: SiteContent, earlier: readonly string[] | undefined): PolicySearch | undefined {
  const switches = switchDays(policy, asOf).map((day): Switch => {
    const { shown } = standing(policy, day);
    return { from: day, zone: shown?.zone ?? site.timeZone, version: shown?.name };
  });
  if (earlier === undefined && switches.length === 0) return undefined;
  const { shown } = standing(policy, asOf);
  const title = shown?.title ?? publishedOf(policy).at(-1)?.title ?? policy.title;
  const continued = [...continuations(policy, shown)].flatMap(([id, here]) => (here === undefined ? [] : [[id, here] as const]));
  return {
    title,
    earlier,
    since: shown?.fate.interval.from,
    switches: switches.length > 0 ? switches : undefined,
    continued: continued.length > 0 ? Object.fromEntries(continued) : undefined,
  };
}

function searchWords(strings: Strings): SearchWords {
  return {
    one: strings.searchOne,
    many: strings.searchMany,
    enter: strings.searchEnter,
    none: strings.searchNone,
    similar: strings.searchSimilar,
    more: strings.searchMore,
    busy: strings.searchBusy,
    failed: strings.searchFailed,
    all: strings.searchAll,
    results: strings.searchResults,
    earlierLabel: strings.searchEarlierLabel,
    earlierOff: strings.searchEarlierOff,
    earlierAll: strings.searchEarlierAll,
    earlierNone: strings.searchEarlierNone,
    earlierOne: strings.searchEarlierOne,
    earlierSeen: strings.searchEarlierSeen,
    earlierMany: strings.searchEarlierMany,
    earlierGone: strings.searchEarlierGone,
    earlierStill: strings.searchEarlierStill,
    neverInForce: strings.searchNeverInForce,
    announced: strings.searchAnnounced,
  };
}
