import { CONTENT_SECURITY_POLICY } from '../outputs/security.ts';
import { fill, wordsFor, type Strings } from '../strings/strings.ts';
import { addresses, basePath } from '../urls.ts';
import type { ContactFacts, SiteContent } from './site.ts';

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** Words before and after the one link of a sentence. */
export interface SentencePart {
  readonly text: string;
  readonly href?: string | undefined;
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
  readonly relations: readonly { readonly rel: string; readonly href: string }[];
  readonly icon: string;
  readonly home: Link;
  readonly organisation: string;
  readonly addressLines: readonly string[];
  readonly sampleNotice?: string | undefined;
  readonly pages: readonly Link[];
  readonly help: readonly SentencePart[];
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
  readonly isDraft?: boolean | undefined;
}

/** Everything around a page's own content. Pure: same input, same frame. */
export function frame(input: FrameInput): Frame {
  const { site, policies, pages } = input.content;
  const base = basePath(site.url);
  const urls = addresses(base);
  const { strings, lang: spoken } = wordsFor(input.lang);
  return {
    lang: input.lang,
    dir: input.dir,
    strings,
    words: wordAttributes(spoken, input.lang),
    policy: CONTENT_SECURITY_POLICY,
    title: input.title === undefined ? site.organisation : `${input.title} · ${site.organisation}`,
    description: input.description,
    canonical: input.path === undefined ? undefined : new URL(input.path, site.url).href,
    isIndexed: input.path !== undefined && !site.sample && input.isDraft !== true,
    relations: policies.flatMap((policy) => {
      const rel = RELATIONS[policy.kind];
      return rel === undefined ? [] : [{ rel, href: urls.policy(policy.name) }];
    }),
    icon: `${base}icon.svg`,
    home: { href: urls.home, text: strings.allPolicies },
    organisation: site.organisation,
    addressLines: site.address,
    sampleNotice: site.sample ? strings.sampleNotice : undefined,
    pages: pages.map((page) => ({ href: urls.page(page.name), text: page.title })),
    help: helpSentence(site.contact, strings),
  };
}

/** Interface words exist in languages written from left to right. */
export function wordAttributes(spoken: string, lang: string): WordAttributes {
  return spoken === lang ? {} : { lang: spoken, dir: 'ltr' };
}

// RFC 6903: where the whole site's privacy policy and terms stand.
const RELATIONS: Readonly<Record<string, string>> = { privacy: 'privacy-policy', terms: 'terms-of-service' };

function helpSentence(contact: ContactFacts, strings: Strings): readonly SentencePart[] {
  const { email, phone, url } = contact;
  if (email !== undefined) return sentence(phone === undefined ? strings.help : strings.helpPhone, contact);
  if (phone !== undefined) return sentence(strings.helpPhoneOnly, contact);
  return url === undefined ? [] : sentence(strings.helpPage, contact);
}

/** A template's words, with each of its contacts as a link. */
function sentence(template: string, contact: ContactFacts): readonly SentencePart[] {
  const links: Readonly<Record<string, SentencePart>> = {
    email: { text: contact.email ?? '', href: `mailto:${contact.email ?? ''}` },
    phone: { text: contact.phone ?? '', href: telephone(contact.phone ?? '') },
    url: { text: contact.url ?? '', href: contact.url },
  };
  return template.split(/(\{\w+\})/u).map((part) => links[part.slice(1, -1)] ?? { text: fill(part, {}) });
}

/** `tel:` address of a number as people write it. */
export function telephone(number: string): string {
  return `tel:${number.replaceAll(/[^\d+]/gu, '')}`;
}
