import { DocxFault } from './docx-fault.ts';
import { Counter, type Numbered } from './numbering.ts';
import type { DocxFile } from './open-docx.ts';
import { leftOutRun, languageOf, plainRun, preparedRuns, type InParagraph, type Preparing } from './prepare-runs.ts';
import { flatText, notesInOrder, type LeftOutReason, type Story } from './story.ts';
import { looks, Styles, wordedRuns } from './styles.ts';
import { allInside, elementsIn, inside, isOn, value, xmlElement, type XmlElement, type XmlNode, ownText } from './xml.ts';

export interface ParagraphFacts {
  /** Level of a heading, 0 for the document's title. */
  readonly heading?: number | undefined;
  readonly numbered?: Numbered | undefined;
  readonly isQuote: boolean;
  readonly isPreformatted: boolean;
  /** Whether its label is words: of headings, and where a record has no such list. */
  readonly hasLabelInWords: boolean;
}

/** A document in the few forms that matter, and what was known about its paragraphs, by their numbers. */
export interface Prepared {
  readonly stories: readonly { readonly story: Story; readonly blocks: readonly XmlElement[] }[];
  readonly facts: ReadonlyMap<number, ParagraphFacts>;
  /** Language of most of its words. */
  readonly lang?: string | undefined;
  readonly languages: ReadonlySet<string>;
  readonly fieldCount: number;
  readonly unknownSigns: readonly string[];
}

/** Reduces a document to what a policy's text can hold. What is left out stays in its place, marked. */
export function prepare(docx: DocxFile, stories: readonly Story[], numbers: ReadonlyMap<XmlElement, number>): Prepared {
  const styles = new Styles(docx.styles);
  const preparing: Preparing = {
    styles,
    lang: mainLanguage(stories, styles),
    links: docx.links.document,
    linked: linkedPlaces(stories),
    fields: { parts: [], count: 0 },
    unknownSigns: new Set(),
    languages: new Set(),
  };
  const writer = new Preparer(preparing, {
    counter: new Counter(docx.numbering, styles),
    numbers,
    hasHeadings: hasHeadings(stories, styles),
  });
  const prepareOne = (story: Story): Prepared['stories'][number] => {
    preparing.links =
      story.kind === 'footnote' ? docx.links.footnotes : story.kind === 'endnote' ? docx.links.endnotes : docx.links.document;
    return { story, blocks: writer.story(story) };
  };
  const isNote = ({ kind }: Story): boolean => kind === 'footnote' || kind === 'endnote';
  const others = stories.filter((story) => !isNote(story)).map(prepareOne);
  const text = others.filter(({ story }) => story.kind === 'text').flatMap(({ blocks }) => blocks);
  const prepared = [...others, ...notesInOrder(stories.filter(isNote), text).map(prepareOne)];
  return {
    stories: prepared,
    facts: writer.facts,
    lang: preparing.lang,
    languages: preparing.languages,
    fieldCount: preparing.fields.count,
    unknownSigns: [...preparing.unknownSigns],
  };
}

interface Whole {
  readonly counter: Counter;
  readonly numbers: ReadonlyMap<XmlElement, number>;
  readonly hasHeadings: boolean;
}

interface Place {
  readonly reason?: LeftOutReason | undefined;
  readonly isNote: boolean;
}

const OUTSIDE: Readonly<Record<Story['kind'], LeftOutReason | undefined>> = {
  text: undefined,
  footnote: undefined,
  endnote: undefined,
  margin: 'page-margin',
  comment: 'review-comment',
  'unused-note': 'hidden',
};

class Preparer {
  readonly facts = new Map<number, ParagraphFacts>();
  readonly #preparing: Preparing;
  readonly #whole: Whole;

  constructor(preparing: Preparing, whole: Whole) {
    this.#preparing = preparing;
    this.#whole = whole;
  }

  story({ kind, root }: Story): readonly XmlElement[] {
    const reason = OUTSIDE[kind];
    this.#preparing.fields.parts.length = 0;
    return this.#blocks(root.children, { reason, isNote: kind === 'footnote' || kind === 'endnote' });
  }

  #blocks(nodes: readonly XmlNode[], place: Place): readonly XmlElement[] {
    let waiting: XmlNode[] = [];
    return nodes.flatMap((node): readonly XmlElement[] => {
      if (typeof node === 'string') return [];
      switch (node.name) {
        case 'w:p': {
          const paragraph = this.#paragraph(node, waiting, place);
          waiting = [];
          return [paragraph];
        }
        case 'w:tbl':
          return [this.#table(node, place)];
        case 'w:sdt':
          return this.#blocks(
            inside(node, 'w:sdtContent')?.children ?? [],
            isContents(node) ? { ...place, reason: place.reason ?? 'contents-list' } : place,
          );
        case 'w:customXml':
        case 'w:ins':
        case 'w:moveTo':
          return this.#blocks(node.children, place);
        case 'w:bookmarkStart':
          waiting.push(node);
          return [];
        case 'w:altChunk':
        case 'w:subDoc':
          throw new DocxFault(
            'docx-in-parts',
            'The file holds the text of a whole other file, which only Word can put in. Open it in Word and save it anew.',
          );
        default: {
          const words = flatText(node);
          return words.trim() === '' ? [] : [xmlElement('w:p', {}, [...leftOutRun(words, place.reason ?? 'embedded')])];
        }
      }
    });
  }

  #paragraph(paragraph: XmlElement, before: readonly XmlNode[], place: Place): XmlElement {
    const { styles } = this.#preparing;
    const number = this.#whole.numbers.get(paragraph) ?? 0;
    const reason = place.reason ?? (styles.isContents(paragraph) ? ('contents-list' as const) : undefined);
    const heading = reason === undefined && !place.isNote ? styles.headingLevel(paragraph) : undefined;
    const hasWords = wordedRuns(paragraph).length > 0;
    const numbered =
      reason === undefined && (hasWords || allInside(paragraph, 'w:p').length === 0) ? this.#whole.counter.next(paragraph) : undefined;
    const isBold = numbered?.kind === 'counted' && heading === undefined && !this.#whole.hasHeadings && isBoldLine(paragraph, styles);
    const hasLabelInWords = numbered?.kind === 'counted' && hasWords && (heading !== undefined || isBold || numbered.item === undefined);
    this.facts.set(number, {
      heading,
      numbered: hasWords ? numbered : undefined,
      isQuote: styles.isQuote(paragraph),
      isPreformatted: styles.isPreformatted(paragraph),
      hasLabelInWords,
    });
    const label = hasLabelInWords ? [plainRun(`${numbered.label}${numbered.space}`, isBold ? [xmlElement('w:b')] : [])] : [];
    const at: InParagraph = { paragraph, reason, isHeading: heading !== undefined, isLink: false };
    const own = paragraph.children.filter((child) => typeof child === 'string' || child.name !== 'w:pPr');
    const marker = xmlElement('w:bookmarkStart', { 'w:id': '0', 'w:name': `paragraph-${number}` });
    return xmlElement('w:p', {}, [marker, ...label, ...preparedRuns([...before, ...own], at, this.#preparing)]);
  }

  #table(table: XmlElement, place: Place): XmlElement {
    const rows = this.#parts(table, 'w:tr').map((row) => {
      const isHeader = isOn(inside(row, 'w:trPr', 'w:tblHeader')) ?? false;
      const cells = this.#parts(row, 'w:tc').map((cell) => this.#cell(cell, place));
      const before = value(inside(row, 'w:trPr', 'w:gridBefore'));
      const empty = before === undefined || before === '0' ? [] : [cellElement(before, undefined, [xmlElement('w:p')])];
      return xmlElement('w:tr', {}, [xmlElement('w:trPr', {}, isHeader ? [xmlElement('w:tblHeader')] : []), ...empty, ...cells]);
    });
    return xmlElement('w:tbl', {}, rows);
  }

  #cell(cell: XmlElement, place: Place): XmlElement {
    const blocks = this.#blocks(cell.children, place);
    const merge = inside(cell, 'w:tcPr', 'w:vMerge');
    const kind = merge && (value(merge) ?? 'continue');
    // A cell that another one covers has no words; if it has, readers shall see them.
    const hasWords = blocks.some((block) => flatText(block).trim() !== '');
    return cellElement(value(inside(cell, 'w:tcPr', 'w:gridSpan')), kind === 'continue' && hasWords ? undefined : kind, blocks);
  }

  /** Rows of a table or cells of a row, also those that content controls wrap. */
  #parts(element: XmlElement, name: 'w:tr' | 'w:tc'): readonly XmlElement[] {
    return elementsIn(element).flatMap((child) => {
      if (child.name === name) return [child];
      return ['w:sdt', 'w:sdtContent', 'w:customXml'].includes(child.name) ? this.#parts(child, name) : [];
    });
  }
}

function cellElement(columns: string | undefined, merge: string | undefined, blocks: readonly XmlElement[]): XmlElement {
  const properties = [
    ...(columns === undefined ? [] : [xmlElement('w:gridSpan', { 'w:val': columns })]),
    ...(merge === undefined ? [] : [xmlElement('w:vMerge', { 'w:val': merge })]),
  ];
  return xmlElement('w:tc', {}, [xmlElement('w:tcPr', {}, properties), ...blocks]);
}

function isContents(control: XmlElement): boolean {
  return allInside(control, 'w:docPartGallery').some((gallery) => value(gallery) === 'Table of Contents');
}

const MOST_WORDS = 15;

/** Whether a numbered paragraph is what readers take for a heading, in a text that has no other. */
function isBoldLine(paragraph: XmlElement, styles: Styles): boolean {
  const runs = wordedRuns(paragraph);
  const words = flatText(paragraph).trim();
  return (
    runs.length > 0 &&
    runs.every((run) => looks(styles, run, paragraph, 'w:b')) &&
    words.split(/\s+/u).length <= MOST_WORDS &&
    !/[;,]$/u.test(words)
  );
}

function hasHeadings(stories: readonly Story[], styles: Styles): boolean {
  return stories
    .filter(({ kind }) => kind === 'text')
    .some(({ root }) =>
      allInside(root, 'w:p').some((paragraph) => (styles.headingLevel(paragraph) ?? 0) > 0 && flatText(paragraph).trim() !== ''),
    );
}

function linkedPlaces(stories: readonly Story[]): ReadonlySet<string> {
  const names = stories.flatMap(({ root }) => [
    ...allInside(root, 'w:hyperlink').flatMap((link) => value(link, 'w:anchor') ?? []),
    ...allInside(root, 'w:instrText').flatMap((code) => /HYPERLINK\s+\\l\s+"?([^"\s]+)/u.exec(ownText(code))?.[1] ?? []),
  ]);
  return new Set(names);
}

/** The language that most letters of the text are marked with. */
function mainLanguage(stories: readonly Story[], styles: Styles): string | undefined {
  const letters = new Map<string, number>();
  for (const { root, kind } of stories) {
    if (kind !== 'text') continue;
    for (const paragraph of allInside(root, 'w:p')) {
      for (const run of wordedRuns(paragraph)) {
        const lang = languageOf(run, paragraph, styles);
        if (lang !== undefined) letters.set(lang, (letters.get(lang) ?? 0) + flatText(run).length);
      }
    }
  }
  return [...letters].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
