import { CONTENT_SECURITY_POLICY } from '../outputs/security.ts';
import { fill, wordsFor, type Strings } from '../strings/strings.ts';
import { addresses, basePath, fileAddresses, type Addresses } from '../urls.ts';
import { sentence, type Sentence } from './sentence.ts';
import type { ContactFacts, PolicyFacts, SiteContent } from './site.ts';

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** How a page stands to another, for machines: `successor-version` (RFC 5829). */
export interface Relation {
  readonly rel: string;
  readonly href: string;
  readonly type?: string | undefined;
  readonly title?: string | undefined;
}

/** Attributes of an element whose words are the interface's; empty when they are in the language of the page. */
export interface WordAttributes {
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | undefined;
}

/** What surrounds the content of every page. */
export interface Frame {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly strings: Strings;
  readonly words: WordAttributes;
  readonly policy: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** Whole address of this page; absent where none is permanent (404). */
  readonly canonical?: string | undefined;
  readonly isIndexed: boolean;
  readonly relations: readonly Relation[];
  /** Facts for search engines, as JSON-LD that may stand in a page as it is: data, never run. */
  readonly data?: string | undefined;
  readonly icon: string;
  readonly home: Link;
  /** The page of search, and the name of the field that leads to it; absent where the page itself has one. */
  readonly search?: Link | undefined;
  readonly organisation: string;
  readonly addressLines: readonly string[];
  readonly sampleNotice?: string | undefined;
  readonly pages: readonly Link[];
  readonly help: Sentence;
}

export interface FrameInput {
  readonly content: SiteContent;
  /** The page's own name: `Privacy policy`; the organisation is added. */
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Path of the page within the site; absent for 404. */
  readonly path?: string | undefined;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** A draft, or a permanent page: search engines are asked to leave it out. */
  readonly isUnlisted?: boolean | undefined;
  /** The organisation as it was named when a version was posted; the site's own when absent. */
  readonly organisation?: string | undefined;
  readonly relations?: readonly Relation[] | undefined;
  /** The policy that the page is about: its feeds and its TimeMap are named in place of the site’s. */
  readonly policy?: PolicyFacts | undefined;
  readonly data?: string | undefined;
}

/** Everything around a page's own content. Pure: same input, same frame. */
export function frame(input: FrameInput): Frame {
  const { site, policies, pages } = input.content;
  const base = basePath(site.url);
  const urls = addresses(base);
  const { strings, lang: spoken } = wordsFor(input.lang);
  const { organisation = site.organisation } = input;
  const isIndexed = input.path !== undefined && !site.sample && input.isUnlisted !== true;
  return {
    lang: input.lang,
    dir: input.dir,
    strings,
    words: wordAttributes(spoken, input.lang),
    policy: CONTENT_SECURITY_POLICY,
    title: input.title === undefined ? organisation : `${input.title} · ${organisation}`,
    description: input.description,
    canonical: input.path === undefined ? undefined : new URL(input.path, site.url).href,
    isIndexed,
    relations: [...policies.flatMap((policy) => kindRelation(policy, urls)), ...feedRelations(input), ...(input.relations ?? [])],
    data: input.data,
    icon: `${base}icon.svg`,
    home: { href: urls.home, text: strings.allPolicies },
    search: { href: urls.search, text: strings.search },
    organisation,
    addressLines: site.address,
    sampleNotice: site.sample ? strings.sampleNotice : undefined,
    pages: [
      ...(policies.some(({ versions }) => versions.some(({ status }) => status === 'published'))
        ? [{ href: urls.notices, text: strings.notices }]
        : []),
      ...pages.map((page) => ({ href: urls.page(page.name), text: page.title })),
    ],
    help: helpSentence(site.contact, strings),
  };
}

/** Interface words exist in languages written from left to right. */
export function wordAttributes(spoken: string, lang: string): WordAttributes {
  return spoken === lang ? {} : { lang: spoken, dir: 'ltr' };
}

// RFC 6903: where the whole site's privacy policy and terms stand.
const RELATIONS: Readonly<Record<string, string>> = { privacy: 'privacy-policy', terms: 'terms-of-service' };

function kindRelation({ kind, name }: PolicyFacts, urls: Addresses): readonly Relation[] {
  const rel = RELATIONS[kind];
  return rel === undefined ? [] : [{ rel, href: urls.policy(name) }];
}

/** Where changes are told: those of the policy that a page is about, else of the whole site. */
function feedRelations({ content, policy }: FrameInput): readonly Relation[] {
  const { site } = content;
  const files = fileAddresses(basePath(site.url));
  const { strings } = wordsFor(site.languages[0] ?? 'en');
  const feeds = (title: string, name?: string): readonly Relation[] => [
    { rel: 'alternate', type: 'application/atom+xml', title, href: files.atom(name) },
    { rel: 'alternate', type: 'application/feed+json', title, href: files.jsonFeed(name) },
  ];
  if (!policy?.versions.some(({ status }) => status === 'published'))
    return feeds(fill(strings.feedTitle, { organisation: site.organisation }));
  const timemap: Relation = { rel: 'timemap', type: 'application/link-format', href: files.timemap(policy.name) };
  return [...feeds(fill(strings.feedPolicyTitle, { title: policy.title }), policy.name), timemap];
}

function helpSentence({ email, phone, url }: ContactFacts, strings: Strings): Sentence {
  const links = {
    email: { text: email ?? '', href: `mailto:${email ?? ''}` },
    phone: { text: phone ?? '', href: telephone(phone ?? '') },
    url: { text: url ?? '', href: url },
  };
  if (email !== undefined) return sentence(phone === undefined ? strings.help : strings.helpPhone, links);
  if (phone !== undefined) return sentence(strings.helpPhoneOnly, links);
  return url === undefined ? [] : sentence(strings.helpPage, links);
}

/** `tel:` address of a number as people write it. */
export function telephone(number: string): string {
  return `tel:${number.replaceAll(/[^\d+]/gu, '')}`;
}
