import { headingHtml, sectionBodyHtml } from '../model/record/html.ts';
import type { HrefOf } from '../model/record/html-inline.ts';
import { wordsOf } from '../model/record/inline.ts';
import { escapeText } from '../model/record/markup.ts';
import type { PolicyRecord, Section } from '../model/record/record.ts';
import { headingLabel } from '../model/record/section-id.ts';
import { tableNames } from '../model/record/table-names.ts';
import type { Strings } from '../strings/strings.ts';
import type { Addresses } from '../urls.ts';

export interface SectionView {
  readonly id: string;
  /** Shown in the margin: `4.2`; absent when the heading has none. */
  readonly label?: string | undefined;
  /** HTML of the heading without its label; absent on words that stand without a heading. */
  readonly heading?: string | undefined;
  /** The same as plain words, for a link that leads here. */
  readonly text: string;
  readonly body: string;
  /** Former ids that lead here. */
  readonly formerIds: readonly string[];
  /** Where the same section stands in the version in force; on permanent pages. */
  readonly inForce?: string | undefined;
}

/** The words of a version, as its pages show them. */
export interface TextView {
  /** Words before the first heading. */
  readonly preamble?: SectionView | undefined;
  readonly sections: readonly SectionView[];
  readonly isOpen: boolean;
}

export interface TextInput {
  readonly record: PolicyRecord;
  readonly urls: Addresses;
  readonly strings: Strings;
  readonly isOpen: boolean;
  readonly formerIds?: ReadonlyMap<string, readonly string[]> | undefined;
  readonly inForce?: ((id: string) => string) | undefined;
}

export function textView(input: TextInput): TextView {
  const { record, urls, strings, formerIds, inForce } = input;
  const nameOf = tableNames(strings);
  const views = record.sections.map((section): SectionView => {
    const id = section.id ?? '';
    return { ...sectionView(section, urls, nameOf), formerIds: formerIds?.get(id) ?? [], inForce: inForce?.(id) };
  });
  return {
    preamble: views.find((view) => view.heading === undefined),
    sections: views.filter((view) => view.heading !== undefined),
    isOpen: input.isOpen || record.sections.length < 2,
  };
}

function sectionView(section: Section, urls: Addresses, nameOf: (caption: string) => string): Omit<SectionView, 'formerIds' | 'inForce'> {
  const href: HrefOf = (target) => {
    if (target.kind === 'within') return `#${target.id}`;
    return target.kind === 'policy' ? urls.policy(target.policy, target.id) : target.href;
  };
  const body = sectionBodyHtml(section, { href, level: 3, aroundTable: (table, caption) => tableBox(table, nameOf(caption)) });
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
export function tableBox(table: string, name: string): string {
  return `<section class="scroll" tabindex="0" aria-label="${escapeText(name).replaceAll('"', '&quot;')}">${table}</section>`;
}
