import type { Element, Root } from 'hast';
import type { RootContent } from 'mdast';
import { calendarDate, type CalendarDate } from '../../model/calendar-date.ts';
import type { Finding } from '../../model/finding.ts';
import type { PolicyRecord } from '../../model/record/record.ts';
import { parsePolicy, type ParsedPolicy } from '../../mdx/parse-policy.ts';
import type { Accordions } from './accordions.ts';
import { archiveComment, takeArchiveNote, type Provenance } from './archive-note.ts';
import type { AttributeLists } from './attribute-lists.ts';
import { removeContentsList } from './contents-list.ts';
import { findEffectiveDate, type EffectiveDate } from './effective-date.ts';
import { dropBackToTop } from './back-to-top.ts';
import { boldToHeadings, levelHeadings } from './headings.ts';
import { attribute, elementsOf, isElement } from './html-names.ts';
import { inOrder, type ImportLog } from './import-log.ts';
import { linkedAnchors, settleLinks } from './links.ts';
import { reportOddities } from './oddities.ts';
import { pageTextWords } from './markdown-words.ts';
import { pageText, type Word } from './page-words.ts';
import type { Reading } from './reading.ts';
import { readFlow } from './read-flow.ts';
import { unexplained, wordCount, type Receipt } from './receipt.ts';
import { shareFootnotes } from './share-footnotes.ts';
import { giveSectionIds, markdownSlugs } from './section-ids.ts';
import type { Source } from './source.ts';
import { takeTitle } from './title.ts';
import { accountWords, compareReadings, listItemCount } from './word-account.ts';
import { writeMdx } from './write-mdx.ts';

export interface ImportInput {
  readonly text: string;
  readonly fileName: string;
  /** BCP 47 tag of the text's language. */
  readonly lang: string;
  /** Overrules the title that the text gives itself. */
  readonly title?: string | undefined;
  /** Overrules the effective day that the text prints, `YYYY-MM-DD`. */
  readonly effective?: string | undefined;
  /** Address of the page, to complete short addresses of links. */
  readonly baseUrl?: string | undefined;
}

export interface ImportResult {
  readonly title: string;
  readonly effective?: EffectiveDate | undefined;
  /** Policy MDX without frontmatter; empty when the source cannot be read at all. */
  readonly body: string;
  /** Old anchors, each with the section id that it leads to. */
  readonly retired: Readonly<Record<string, string>>;
  readonly provenance: Provenance;
  readonly receipt: Receipt;
  readonly findings: readonly Finding[];
}

/** A source read as a page, with what its format says besides the text. */
export interface ReadSource {
  readonly source: Source;
  /** All words of the file, where the page was made from another format: a second count. */
  readonly words?: readonly Word[] | undefined;
  /** The part of the page that holds the policy. */
  readonly root: Root | Element;
  readonly log: ImportLog;
  readonly accordions: Accordions;
  readonly lists: AttributeLists;
  readonly titles: { readonly frontMatter?: string | undefined; readonly page?: string | undefined };
  readonly baseUrl?: string | undefined;
  /** Whether headings had anchors of their own making, as Markdown sites give them. */
  readonly hasSlugs: boolean;
}

/** A page to a draft and its receipt. Never throws for a fault of the source; same input, same result. */
export function importPolicy(input: ImportInput, read: ReadSource): ImportResult {
  const { source, log } = read;
  const pieces = pageText(source, read.root);
  const reading = startReading(read);
  const all = readFlow(isElement(read.root, 'table', 'tbody', 'tr') ? [read.root] : read.root.children, undefined, reading);
  const opened = takeArchiveNote(dropBackToTop(all, reading), reading);
  const provenance = { ...archiveComment(source.tree, reading), ...opened.provenance };
  const slugs = read.hasSlugs ? markdownSlugs(opened.blocks, reading) : new Map<string, never>();
  const linked = linkedAnchors(opened.blocks, read.baseUrl);
  const hints = { given: input.title, ...read.titles, fileName: input.fileName };
  const titled = takeTitle(opened.blocks, hints, reading);
  const blocks = removeContentsList(boldToHeadings(titled.blocks, reading), titled.title, reading);
  levelHeadings(blocks, reading);
  const { ids, retired, find } = giveSectionIds(blocks, slugs, linked, reading);
  const given = input.effective === undefined ? undefined : calendarDate(input.effective);
  const effective = findEffectiveDate(blocks, read.lists.days, given, reading);
  reportOddities(blocks, reading);
  const settled = settleLinks(shareFootnotes(blocks, ids, reading), { url: read.baseUrl, find }, reading);
  const body = writeMdx(settled.map((block, index) => ({ block, id: idOf(blocks[index], ids) })));
  const parsed = parsePolicy({ body, file: input.fileName, lang: input.lang, retired });
  const empty: PolicyRecord = { format: 1, lang: input.lang, dir: 'ltr', sections: [] };
  const record = parsed.record ?? empty;
  const account = accountWords(pieces, record, log, read.words && compareReadings(read.words, pageTextWords(pieces)));
  const headed = record.sections.filter((section) => section.heading !== undefined);
  const receipt: Receipt = {
    file: input.fileName,
    unit: source.unit,
    title: titled.title,
    sectionCount: headed.length,
    subsectionCount: ids.size - headed.length,
    listItemCount: listItemCount(record),
    ...account,
    guesses: inOrder(log.guesses),
    oddities: inOrder(log.oddities),
  };
  const findings = [...effectiveFindings(input, given), ...(body === '' ? [noWords(input)] : draftFindings(parsed, receipt))];
  return { title: titled.title, effective, body, retired, provenance, receipt, findings };
}

function startReading(read: ReadSource): Reading {
  const noteNames = elementsOf(read.root).flatMap((element) =>
    element.tagName === 'note-reference' ? [attribute(element, 'name') ?? ''] : [],
  );
  return {
    source: read.source,
    log: read.log,
    accordions: read.accordions,
    writtenIds: read.lists.ids,
    noteNames: new Set(noteNames),
    anchors: [],
    headings: new Map(),
    origins: new Map(),
    places: new Map(),
    open: new Set(),
    at: { place: 0, line: 1, depth: 1 },
  };
}

function idOf(block: RootContent | undefined, ids: ReadonlyMap<RootContent, string>): string | undefined {
  return block && ids.get(block);
}

function effectiveFindings(input: ImportInput, given: CalendarDate | undefined): readonly Finding[] {
  if (input.effective === undefined || given !== undefined) return [];
  const message = `"${input.effective}" is not a day. Write it as YYYY-MM-DD, such as 2016-05-26.`;
  return [{ rule: 'effective-malformed', severity: 'error', place: { file: input.fileName }, message }];
}

function noWords(input: ImportInput): Finding {
  const message = 'No words of a policy were found in this file. Check that it is the right one; what it holds is listed in the receipt.';
  return { rule: 'source-empty', severity: 'error', place: { file: input.fileName }, message };
}

/** A draft that cannot be read, or whose words differ from those of the source. */
function draftFindings(parsed: ParsedPolicy, receipt: Receipt): readonly Finding[] {
  if (parsed.record) return wordFindings(receipt);
  const errors = parsed.findings.filter((finding) => finding.severity === 'error');
  return errors.map(({ place, message }) => ({
    rule: 'import-unreadable',
    severity: 'error',
    place: { file: receipt.file },
    message: `The draft made from this file cannot be read${place.line === undefined ? '' : ` at its line ${place.line}`}: ${message}`,
  }));
}

function wordFindings(receipt: Receipt): readonly Finding[] {
  const found = (rule: string, groups: Receipt['lost'], what: string): readonly Finding[] => {
    const [first] = unexplained(groups);
    if (!first) return [];
    const [passage] = first.passages;
    const message = `${wordCount([first])} words were ${what} by the import and no rule explains it, beginning with "${passage?.text ?? ''}". Compare the draft with the source.`;
    const place = rule === 'words-lost' ? { file: receipt.file, line: passage?.line } : { file: receipt.file };
    return [{ rule, severity: 'error', place, message }];
  };
  return [...found('words-lost', receipt.lost, 'lost'), ...found('words-added', receipt.added, 'added')];
}
