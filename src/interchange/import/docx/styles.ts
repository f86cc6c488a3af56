import { allInside, elementsIn, inside, isOn, value, type XmlElement, ownText } from './xml.ts';

interface Style {
  readonly id: string;
  /** In lower case; Word's own styles have English names in every language. */
  readonly name: string;
  readonly basedOn?: string | undefined;
  readonly paragraph?: XmlElement | undefined;
  readonly run?: XmlElement | undefined;
}

/** How the paragraphs and words of a document look, through all styles that they are made of. */
export class Styles {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #byDefault: string | undefined;
  readonly #document: XmlElement | undefined;

  constructor(root: XmlElement | undefined) {
    const all = root ? elementsIn(root).filter(({ name }) => name === 'w:style') : [];
    this.#styles = new Map(all.map((element) => [value(element, 'w:styleId') ?? '', styleOf(element)]));
    const usual = all.find((element) => value(element, 'w:type') === 'paragraph' && value(element, 'w:default') === '1');
    this.#byDefault = usual && value(usual, 'w:styleId');
    this.#document = inside(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
  }

  /** The style of a paragraph and those that it is based on, the nearest first. */
  chain(id: string | undefined): readonly Style[] {
    const found: Style[] = [];
    for (let at = this.#styles.get(id ?? this.#byDefault ?? ''); at && !found.includes(at); at = this.#styles.get(at.basedOn ?? ''))
      found.push(at);
    return found;
  }

  /** The nearest such property of a paragraph: its own, or of its styles. */
  ofParagraph(paragraph: XmlElement, name: string): XmlElement | undefined {
    const properties = inside(paragraph, 'w:pPr');
    return inside(properties, name) ?? this.chain(styleId(paragraph)).flatMap((style) => inside(style.paragraph, name) ?? [])[0];
  }

  /** The nearest such property of some words: their own, of their style, of their paragraph's style, of the whole document. */
  ofRun(run: XmlElement, paragraph: XmlElement, name: string): XmlElement | undefined {
    const properties = inside(run, 'w:rPr');
    const own = inside(properties, name);
    const character = value(inside(properties, 'w:rStyle'));
    const styles = [...(character === undefined ? [] : this.chain(character)), ...this.chain(styleId(paragraph))];
    return own ?? styles.flatMap((style) => inside(style.run, name) ?? [])[0] ?? inside(this.#document, name);
  }

  /** Level of a heading, 0 for the title of the document; `undefined` for every other paragraph. */
  headingLevel(paragraph: XmlElement): number | undefined {
    const names = this.chain(styleId(paragraph)).map(({ name }) => name);
    if (names.includes('title')) return 0;
    const outline = value(inside(paragraph, 'w:pPr', 'w:outlineLvl')) ?? value(this.ofParagraph(paragraph, 'w:outlineLvl'));
    if (outline !== undefined && /^[0-8]$/u.test(outline)) return Number(outline) + 1;
    if (outline === '9') return undefined;
    const level = names.flatMap((name) => /^heading ([1-9])$/u.exec(name)?.[1] ?? [])[0];
    return level === undefined ? undefined : Number(level);
  }

  /** Whether a paragraph stands in one of the styles for quotations that Word, LibreOffice and pandoc have. */
  isQuote(paragraph: XmlElement): boolean {
    return this.chain(styleId(paragraph)).some(({ name }) => /^(?:intense )?quote$|^quotations?$|^block text$/u.test(name));
  }

  /** The same of styles for words whose lines and spaces stand as they are. */
  isPreformatted(paragraph: XmlElement): boolean {
    return this.chain(styleId(paragraph)).some(({ name }) => /^(?:html preformatted|preformatted text|source code)$/u.test(name));
  }

  /** Whether a paragraph is a line of a list of contents that Word has made. */
  isContents(paragraph: XmlElement): boolean {
    return this.chain(styleId(paragraph)).some(({ name }) => /^toc (?:[1-9]|heading)$/u.test(name));
  }

  /** Which paragraph style counts at which level of a numbering, where the style itself does not say the level. */
  idsOf(paragraph: XmlElement): readonly string[] {
    return this.chain(styleId(paragraph)).map(({ id }) => id);
  }
}

function styleId(paragraph: XmlElement): string | undefined {
  return value(inside(paragraph, 'w:pPr', 'w:pStyle'));
}

function styleOf(element: XmlElement): Style {
  return {
    id: value(element, 'w:styleId') ?? '',
    name: (value(inside(element, 'w:name')) ?? '').toLowerCase(),
    basedOn: value(inside(element, 'w:basedOn')),
    paragraph: inside(element, 'w:pPr'),
    run: inside(element, 'w:rPr'),
  };
}

/** Whether some words are switched to look so. */
export function looks(styles: Styles, run: XmlElement, paragraph: XmlElement, name: string): boolean {
  return isOn(styles.ofRun(run, paragraph, name)) ?? false;
}

/** Runs of a paragraph that hold words, those in links among them. */
export function wordedRuns(paragraph: XmlElement): readonly XmlElement[] {
  return allInside(paragraph, 'w:r').filter((run) => allInside(run, 'w:t').some((text) => ownText(text).trim() !== ''));
}
