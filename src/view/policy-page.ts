import { headingHtml, sectionBodyHtml } from '../model/record/html.ts';
import type { HrefOf } from '../model/record/html-inline.ts';
import { wordsOf } from '../model/record/inline.ts';
import { headingLabel } from '../model/record/section-id.ts';
import type { Section } from '../model/record/record.ts';
import { fingerprint, type PolicyVersion } from '../model/version.ts';
import { escapeText } from '../model/record/markup.ts';
import { fill, wordsFor, type Strings } from '../strings/strings.ts';
import { addresses, basePath, type Addresses } from '../urls.ts';
import { dayInWords } from './days.ts';
import { frame, type Frame, type Link } from './frame.ts';
import type { PolicyFacts, SiteContent } from './site.ts';

export interface SectionView {
  readonly id: string;
  /** Shown in the margin: `4.2`; absent when the heading has none. */
  readonly label?: string | undefined;
  /** HTML of the heading without its label; absent on words that stand without a heading. */
  readonly heading?: string | undefined;
  /** The same as plain words, for a link that leads here. */
  readonly text: string;
  readonly body: string;
}

/** What the script needs to cite a place of this version; its own words it brings along. */
export interface CitationView {
  /** The citation but for `{place}` and `{address}`. */
  readonly citation: string;
  /** Whole address of the version's permanent page; the policy's own stands one level above. */
  readonly permanent: string;
}

export interface PolicyPageView {
  readonly frame: Frame;
  readonly title: string;
  readonly state: 'draft';
  readonly stateName: string;
  readonly stateSentence: string;
  readonly facts: readonly FactView[];
  /** Words before the first heading. */
  readonly preamble?: SectionView | undefined;
  readonly sections: readonly SectionView[];
  readonly isOpen: boolean;
  readonly citation: CitationView;
  readonly other: Link;
  /** Line at the foot of each printed sheet. */
  readonly sheet: string;
}

export interface FactView {
  readonly text: string;
  readonly datetime?: string | undefined;
}

export interface PolicyPageInput {
  readonly content: SiteContent;
  readonly policy: PolicyFacts;
  readonly version: PolicyVersion;
  /** The permanent page ships all sections open: it is kept, compared and printed. */
  readonly isPermanent: boolean;
}

/** The page of one text: at the policy's own address or at the version's permanent one. Pure. */
export function policyPage(input: PolicyPageInput): PolicyPageView {
  const { content, policy, version, isPermanent } = input;
  const { record } = version;
  const { strings, lang } = wordsFor(record.lang);
  const urls = addresses(basePath(content.site.url));
  const day = dayInWords(version.effectiveFrom, lang);
  const here = isPermanent ? urls.version(policy.name, version.name) : urls.policy(policy.name);
  const print = fingerprint(version.digests);
  const views = record.sections.map((section) => sectionView(section, urls, strings));
  return {
    frame: frame({
      content,
      title: policy.title,
      description: version.summary ?? policy.summary,
      path: here,
      lang: record.lang,
      dir: record.dir,
      isDraft: true,
    }),
    title: policy.title,
    state: version.state,
    stateName: strings.draft,
    stateSentence: strings.draftSentence,
    facts: [
      { text: fill(strings.version, { version: version.name }) },
      { text: fill(version.basis === 'stated' ? strings.plannedFrom : strings.seenOn, { day }), datetime: version.effectiveFrom },
      { text: fill(strings.fingerprint, { fingerprint: print }) },
    ],
    preamble: views.find((view) => view.heading === undefined),
    sections: views.filter((view) => view.heading !== undefined),
    isOpen: isPermanent || policy.sections === 'open' || record.sections.length < 2,
    citation: citation(input, strings, urls, day),
    other: isPermanent
      ? { href: urls.policy(policy.name), text: strings.newestText }
      : { href: urls.version(policy.name, version.name), text: strings.permanentPage },
    sheet: fill(strings.sheet, {
      title: policy.title,
      version: version.name,
      day: fill(strings.sheetDraft, { day }),
      fingerprint: print,
    }),
  };
}

function citation(input: PolicyPageInput, strings: Strings, urls: Addresses, day: string): CitationView {
  const { content, policy, version } = input;
  const { organisation, url } = content.site;
  return {
    citation: fill(strings.citation, {
      organisation,
      title: policy.title,
      version: version.name,
      day: fill(strings.citationDraft, { day }),
    }),
    permanent: new URL(urls.version(policy.name, version.name), url).href,
  };
}

function sectionView(section: Section, urls: Addresses, strings: Strings): SectionView {
  const href: HrefOf = (target) => {
    if (target.kind === 'within') return `#${target.id}`;
    return target.kind === 'policy' ? urls.policy(target.policy, target.id) : target.href;
  };
  const body = sectionBodyHtml(section, { href, level: 3, aroundTable: (table, caption) => tableBox(table, caption, strings) });
  const { heading = [] } = section;
  const [first, ...rest] = heading;
  const split = headingLabel(typeof first === 'string' ? first : '');
  const withoutLabel = split.label === undefined ? section : { ...section, heading: [split.rest, ...rest] };
  // A heading that is nothing but a number keeps it as its words.
  const hasWords = wordsOf(withoutLabel.heading ?? []).trim() !== '';
  const shown = hasWords ? withoutLabel : section;
  return {
    id: section.id ?? '',
    label: hasWords ? split.label : undefined,
    heading: section.heading ? headingHtml(shown, href) : undefined,
    text: wordsOf(shown.heading ?? []),
    body,
  };
}

/** A wide table scrolls in a box of its own, which the keyboard can reach. */
function tableBox(table: string, caption: string, strings: Strings): string {
  const label = caption === '' ? strings.table : fill(strings.tableNamed, { caption });
  return `<section class="scroll" tabindex="0" aria-label="${escapeText(label).replaceAll('"', '&quot;')}">${table}</section>`;
}
