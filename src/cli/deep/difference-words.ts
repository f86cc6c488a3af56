import { sha256 } from '../../library/digests.ts';
import type { PageLine } from '../../mdx/page-lines.ts';
import { allSections, type PolicyRecord } from '../../model/record/record.ts';
import { sectionTexts } from '../../model/record/section-texts.ts';
import { shortened, textDifferences, wordDifference, type TextDifference } from '../../model/record/text-differences.ts';

const MOST_SECTIONS = 5;

/**
 * What a page says otherwise than its record, a sentence or two for every section that differs: both digests of the section's
 * words, the paragraph, and the words. Of many sections the first few, and how many more there are.
 */
export function wordFaults(record: PolicyRecord, expected: readonly PageLine[], found: readonly PageLine[]): readonly string[] {
  const tops = new Map(
    record.sections.flatMap((top) => allSections({ ...record, sections: [top] }).map(({ id }) => [id ?? '', top.id ?? ''])),
  );
  const topOf = ({ section }: { readonly section: string }): string => tops.get(section) ?? section;
  const bySection = Map.groupBy(textDifferences(expected, found), topOf);
  const texts = new Map(sectionTexts(record).map(({ id, text }) => [id, text]));
  const all = [...bySection].map(([id, differences]) => {
    const said = found.filter((line) => topOf(line) === id);
    const text = texts.get(id);
    const digests =
      text === undefined
        ? `The words of the whole text have the digest ${digestOf(expected)} in the record and ${digestOf(found)} on the page`
        : `Its words have the digest ${sha256(text)} in the record and ${digestOf(said)} on the page`;
    const [first, ...rest] = differences;
    const more =
      rest.length === 0 ? '' : ` ${counted(rest.length, 'more place')} of this section ${rest.length === 1 ? 'differs' : 'differ'}.`;
    const where = id === '' ? 'Words that stand in no section' : `The section "${id}"`;
    return `${where} ${id === '' ? 'are' : 'is'} not as published. ${first ? inWords(first) : ''}${more} ${digests}.`;
  });
  if (all.length <= MOST_SECTIONS) return all;
  return [...all.slice(0, MOST_SECTIONS - 1), `${counted(all.length - MOST_SECTIONS + 1, 'more section')} of this page differ likewise.`];
}

/** As the canonical text's digest is taken. */
function digestOf(lines: readonly PageLine[]): string {
  return sha256(lines.map(({ section, text }) => `${section}\t${text}\n`).join(''));
}

function inWords(difference: TextDifference): string {
  switch (difference.kind) {
    case 'changed': {
      const { anchor, expected, found } = difference;
      return expected === found ? `${anchor} stands in another section.` : `In ${anchor}, ${inLine(expected, found)}`;
    }
    case 'added': {
      const { after, found } = difference;
      return `${after === undefined ? 'At the beginning' : `After ${after}`} the page adds “${shortened(found.split(' '))}”.`;
    }
    case 'left out':
      return `The page leaves out ${difference.anchor}: “${shortened(difference.expected.split(' '))}”.`;
    case 'moved':
      return `On the page ${difference.anchor} stands in another place.`;
  }
}

/** What one text says otherwise than another, and after which words: the end of a sentence. */
export function inLine(text: string, other: string): string {
  const { before, expected, found } = wordDifference(text, other);
  const place = before === '' ? 'at the beginning' : `after “${before}”`;
  if (expected === '') return `${place}, the page adds “${found}”.`;
  if (found === '') return `${place}, the page leaves out “${expected}”.`;
  return `${place}, the record says “${expected}”, the page “${found}”.`;
}

/** Links that lead elsewhere than the record's, a sentence each. `at` is the page's own address, `recordAt` that of the record's page. */
export function linkFaults(
  expected: readonly PageLine[],
  found: readonly PageLine[],
  { at, recordAt }: { readonly at: string; readonly recordAt: string },
): readonly string[] {
  const shown = new Map(found.map((line) => [line.anchor, line]));
  return expected.flatMap(({ anchor, text, links }) => {
    const own = shown.get(anchor);
    // Where words differ, they are told of already.
    if (!own || own.text !== text) return [];
    return Array.from({ length: Math.max(links.length, own.links.length) }, (_, index) => {
      const [first, second] = [links[index], own.links[index]];
      const [here, there] = [first && whole(first.href, recordAt), second && whole(second.href, at)];
      if (here === there && first?.words === second?.words) return [];
      return [
        `In ${anchor ?? ''} the record has ${first ? `the link “${first.words}” to ${first.href}` : 'no link'}, the page ${second ? `“${second.words}” to ${second.href}` : 'has none'}.`,
      ];
    }).flat();
  });
}

/** A link within the page stays as it is; any other is told from where it stands. */
function whole(href: string, base: string): string {
  if (href.startsWith('#')) return href;
  return URL.parse(href, base)?.href ?? href;
}

function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
