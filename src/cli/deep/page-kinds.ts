import { digestsOf, sha256 } from '../../library/digests.ts';
import { markdownWords, withoutSigns } from '../../mdx/markdown-words.ts';
import type { PageLine } from '../../mdx/page-lines.ts';
import { pageText } from '../../mdx/page-text.ts';
import { canonicalText, foldWords } from '../../model/record/canonical.ts';
import type { PolicyRecord } from '../../model/record/record.ts';
import { sectionTexts } from '../../model/record/section-texts.ts';
import { shortened } from '../../model/record/text-differences.ts';
import { wordsFor } from '../../strings/strings.ts';
import { addresses, fileAddresses } from '../../urls.ts';
import { inLine, linkFaults, wordFaults } from './difference-words.ts';
import { redlineFaults } from './framed-redlines.ts';

/** What a version's pages must say: its record, whose digests the ledger holds. */
export interface Truth {
  readonly policy: string;
  readonly version: string;
  readonly record: PolicyRecord;
  readonly title: string;
  /** The lines of record.html, read from its markup as those of a page are. */
  readonly lines: readonly PageLine[];
  /** SHA-256 of its frozen redlines, by the version that each compares with. */
  readonly redlines: Readonly<Record<string, string>>;
}

export interface PageFault {
  readonly rule: string;
  readonly message: string;
}

/** A file of the site that says the words of a version, and how they must relate to its record. */
export interface PageKind {
  /** Path below the site's root; a page ends with a slash. */
  readonly path: (policy: string, version: string) => string;
  /** What is wrong with its text; none when it says exactly the record's words, in their order. */
  readonly faults: (text: string, truth: Truth) => readonly PageFault[];
  /** Whether it is there, without the words, when these had to go. */
  readonly staysWithoutWords: boolean;
}

const urls = addresses('/');
const files = fileAddresses('/');
const below = (path: string): string => path.slice(1);

/** Every page and file of a version whose words are told by its record. */
export const PAGE_KINDS: readonly PageKind[] = [
  {
    path: (policy, version) => below(urls.version(policy, version)),
    faults: (html, truth) => pageFaults(html, truth, (address) => address),
    staysWithoutWords: true,
  },
  { path: (policy, version) => below(urls.changes(policy, version)), faults: redlineFaults, staysWithoutWords: true },
  { path: (policy, version) => below(files.text(policy, version)), faults: textFaults, staysWithoutWords: false },
  { path: (policy, version) => below(files.data(policy, version)), faults: dataFaults, staysWithoutWords: false },
  { path: (policy, version) => below(files.markdown(policy, version)), faults: markdownFaults, staysWithoutWords: false },
];

/**
 * A page whose text area must hold the record's words, no more and no fewer, in their order, with links that lead where the
 * record's do. `recordAt` gives the address of the version's permanent page, from which its links are told, out of the page's own.
 */
export function pageFaults(html: string, truth: Truth, recordAt: (address: string) => string): readonly PageFault[] {
  const { record, lines } = truth;
  const page = pageText(html);
  const at = page.canonical ?? `https://site.invalid/${truth.policy}/`;
  const { strings } = wordsFor(record.lang);
  const framed = page.framed.filter((words) => words !== '' && words !== foldWords(strings.sameSection));
  return [
    ...wordFaults(record, lines, page.lines).map((message) => ({ rule: 'page-words', message })),
    ...linkFaults(lines, page.lines, { at, recordAt: recordAt(at) }).map((message) => ({ rule: 'page-links', message })),
    ...frameFaults([...framed, ...page.strangers]),
    ...contentsFaults(page.contents, record),
  ];
}

/** Words that stand in or beside a text area without being part of the text or of the page's known frame. */
export function frameFaults(strangers: readonly string[]): readonly PageFault[] {
  const shown = [...new Set(strangers)].slice(0, 3).map((words) => `“${shortened(words.split(' '))}”`);
  if (shown.length === 0) return [];
  return [
    { rule: 'page-frame', message: `Beside the text the page says what is neither text nor part of its frame: ${shown.join(', ')}.` },
  ];
}

function contentsFaults(contents: ReturnType<typeof pageText>['contents'], record: PolicyRecord): readonly PageFault[] {
  if (!contents) return [];
  const expected = sectionTexts(record).flatMap(({ id, heading }) => (heading === undefined ? [] : [`#${id} ${heading}`]));
  const found = contents.map(({ id, text }) => `#${id} ${text}`);
  const at = Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index).find(
    (index) => expected[index] !== found[index],
  );
  if (at === undefined) return [];
  const message = `Entry ${at + 1} of the contents is “${found[at] ?? ''}”; the record's section there is “${expected[at] ?? ''}”.`;
  return [{ rule: 'page-contents', message }];
}

/** The canonical text, byte for byte. */
function textFaults(text: string, { record }: Truth): readonly PageFault[] {
  const expected = canonicalText(record);
  if (text === expected) return [];
  const [own, there] = [expected.split('\n'), text.split('\n')];
  const at = own.findIndex((line, index) => line !== there[index]);
  const line = at < 0 ? own.length : at;
  const [said, found] = [own[line], there[line]].map((words = '') => words.replace('\t', ': '));
  const message = `Line ${line + 1} is not that of the canonical text: ${inLine(said ?? '', found ?? '')} The text has the digest ${sha256(expected)}, the file ${sha256(text)}.`;
  return [{ rule: 'page-words', message }];
}

/** The record as data: words and structure. */
function dataFaults(text: string, { record }: Truth): readonly PageFault[] {
  const own = digestsOf(record);
  try {
    const { text: data }: { readonly text: PolicyRecord } = JSON.parse(text);
    const found = digestsOf(data);
    if (found.words === own.words && found.record === own.record) return [];
    const there = new Map(sectionTexts(data).map((section) => [section.id, section.text + section.structure]));
    const changed = sectionTexts(record).filter((section) => there.get(section.id) !== section.text + section.structure);
    const where = changed.map(({ id }) => `"${id}"`).join(', ');
    const message = `The text in this file is not the record's${where === '' ? '' : `, in the section ${where}`}: the record has the digests ${own.words} and ${own.record}, the file gives ${found.words} and ${found.record}.`;
    return [{ rule: 'page-words', message }];
  } catch {
    return [{ rule: 'page-words', message: `The text in this file cannot be read; the record's words have the digest ${own.words}.` }];
  }
}

/** The words as a program for Markdown reads them. */
function markdownFaults(markdown: string, { record }: Truth): readonly PageFault[] {
  const expected = withoutSigns(canonicalText(record).replaceAll(/^[^\t]*\t/gmu, '')).join(' ');
  const found = withoutSigns(markdownWords(markdown)).join(' ');
  if (expected === found) return [];
  const digests = `Its words have the digest ${sha256(expected)} in the record and ${sha256(found)} on the page`;
  return [{ rule: 'page-words', message: `Read as Markdown, ${inLine(expected, found)} ${digests}.` }];
}
