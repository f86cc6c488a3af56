import { headingHtml, sectionBodyHtml } from '../model/record/html.ts';
import type { LinkTarget } from '../model/record/record.ts';
import type { PolicyVersion } from '../model/version.ts';
import { wordsFor } from '../strings/strings.ts';
import { addresses, basePath, type Addresses } from '../urls.ts';
import { aliasHead } from './alias-head.ts';
import { frame, type Frame } from './frame.ts';
import type { HeadView, Voice } from './head.ts';
import type { PolicyFacts, SiteContent } from './site.ts';
import { standing } from './succession.ts';
import { tableBox } from './text.ts';
import { tableNames } from '../model/record/table-names.ts';

/** One text in force, as it stands among the others. */
export interface AllText {
  /** Anchor of the policy. */
  readonly id: string;
  readonly href: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly head: HeadView;
  readonly sections: readonly { readonly heading?: string | undefined; readonly body: string }[];
}

export interface AllPageView {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string;
  readonly texts: readonly AllText[];
  /** Said when there are none. */
  readonly nothing: string;
}

/** The version that `/all/` shows of a policy: what is in force on the day; `undefined` when nothing is, or its words had to go. */
export function inForceText(content: SiteContent, policy: PolicyFacts): string | undefined {
  const { shown } = standing(policy, content.asOf);
  return shown && !shown.removed ? `${policy.name}/${shown.name}` : undefined;
}

/** `/all/`: every text in force, each under the words about its days that its own address has, which stay true after them. */
export function allPage(content: SiteContent, texts: readonly PolicyVersion[]): AllPageView {
  const { site } = content;
  const lang = site.languages[0] ?? 'en';
  const { strings } = wordsFor(lang);
  const urls = addresses(basePath(site.url));
  // On one page every table has a name of its own.
  const nameOf = tableNames(strings);
  return {
    frame: frame({ content, title: strings.allTitle, description: strings.allLead, path: urls.all, lang, dir: site.dir }),
    title: strings.allTitle,
    lead: strings.allLead,
    texts: texts.flatMap((text) => {
      const policy = content.policies.find(({ name }) => name === text.policy);
      return policy ? [allText(text, policy, { content, urls, nameOf })] : [];
    }),
    nothing: strings.allNone,
  };
}

interface AllInput {
  readonly content: SiteContent;
  readonly urls: Addresses;
  /** Name of a table with a caption. */
  readonly nameOf: (caption: string) => string;
}

function allText(text: PolicyVersion, policy: PolicyFacts, { content, urls, nameOf }: AllInput): AllText {
  const voice: Voice = { ...wordsFor(text.record.lang), urls, policy };
  const titleOf = (name: string): string => content.policies.find((other) => other.name === name)?.title ?? name;
  // A section of one policy may have the id of another's: links lead to the policies' own addresses.
  const href = (target: LinkTarget): string => {
    if (target.kind === 'address') return target.href;
    return target.kind === 'within' ? urls.policy(policy.name, target.id) : urls.policy(target.policy, target.id);
  };
  return {
    id: policy.name,
    href: urls.policy(policy.name),
    lang: text.record.lang,
    dir: text.record.dir,
    head: aliasHead(content.asOf, voice, titleOf),
    sections: text.record.sections.map((section) => ({
      heading: section.heading && headingHtml(section, href),
      body: withoutIds(
        sectionBodyHtml(section, { href, level: 4, aroundTable: (table, caption) => tableBox(table, nameOf(caption)) }),
        urls.policy(policy.name),
      ),
    })),
  };
}

/** Ids stand once on a page; links to footnotes go where they are. */
function withoutIds(html: string, page: string): string {
  return html
    .replaceAll(/<(?:[^"<>]|"[^"]*")*>/gu, (tag) =>
      tag.replaceAll(/ id="[^"]*"/gu, '').replaceAll(/ href="#([^"]*)"/gu, ` href="${page}#$1"`),
    )
    .replaceAll('<a></a>', '');
}
