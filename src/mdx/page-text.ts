import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { foldWords } from '../model/record/fold.ts';
import { isNamed, pageLines, textIn, type PageLine } from './page-lines.ts';

/** What a built page says about a text, told from its markup alone. */
export interface PageText {
  /** The words of its text area, `article`; none on a page without one. */
  readonly lines: readonly PageLine[];
  /** Words of the frame that stand inside the text area. */
  readonly framed: readonly string[];
  /** What its contents list says, and the section each entry leads to; absent where there is no such list. */
  readonly contents?: readonly { readonly id: string; readonly text: string }[] | undefined;
  /** Words beside the text that no part of the frame owns. */
  readonly strangers: readonly string[];
  /** The day that the page was built for, where it depends on one. */
  readonly asOf?: string | undefined;
  /** Whole address of the page as it names it itself. */
  readonly canonical?: string | undefined;
}

const parser = unified().use(rehypeParse, { fragment: false }).freeze();

/** Reads a built page, or a `record.html`. Never throws: a page that holds no text area has no lines. */
export function pageText(html: string): PageText {
  const elements = everyElement(parser.parse(html));
  const main = elements.find(({ tagName }) => tagName === 'main');
  const articles = elements.filter(({ tagName }) => tagName === 'article');
  const contents = elements.find((element) => element.tagName === 'nav' && isNamed(element, 'contents'));
  const canonical = elements.find(({ tagName, properties }) => tagName === 'link' && [properties['rel']].flat().includes('canonical'));
  return {
    lines: articles.flatMap((article) => pageLines(article.children, '', isFrame)),
    framed: articles.flatMap(everyElement).filter(isFrame).map(wordsIn),
    contents: contents && everyElement(contents).filter(isEntry).map(entryOf),
    strangers: main ? strangersIn(main) : [],
    asOf: main && attribute(main, 'dataAsOf'),
    canonical: canonical && attribute(canonical, 'href'),
  };
}

/** Elements that a page puts between the words of a text: the way to the same section in the version in force, and its tools. */
function isFrame(element: Element): boolean {
  return element.tagName === 'policy-tools' || (element.tagName === 'p' && isNamed(element, 'in-force'));
}

/** What may stand beside the text area, each by its element and class. */
function isBesideText(element: Element): boolean {
  switch (element.tagName) {
    case 'header':
      return isNamed(element, 'page-head');
    case 'nav':
      return isNamed(element, 'contents');
    case 'dl':
      return isNamed(element, 'imprint');
    case 'section':
      return isNamed(element, 'elsewhere');
    case 'p':
      // Stands in place of a text that had to go.
      return isNamed(element, 'lead');
    default:
      return ['article', 'script', 'version-switch'].includes(element.tagName);
  }
}

function strangersIn(main: Element): readonly string[] {
  return main.children.flatMap((child): readonly string[] => {
    if (child.type === 'element' && isBesideText(child)) return [];
    const words = child.type === 'text' ? child.value : child.type === 'element' ? `<${child.tagName}> ${textIn(child)}` : '';
    return foldWords(words) === '' ? [] : [foldWords(words)];
  });
}

function isEntry({ tagName }: Element): boolean {
  return tagName === 'li';
}

function entryOf(item: Element): { readonly id: string; readonly text: string } {
  const link = everyElement(item).find(({ tagName }) => tagName === 'a');
  return { id: (link && attribute(link, 'href'))?.replace(/^#/u, '') ?? '', text: wordsIn(item) };
}

function wordsIn(element: Element): string {
  return foldWords(textIn(element));
}

function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return value === undefined ? undefined : String(value);
}

function everyElement(node: Root | Element): readonly Element[] {
  const found: Element[] = [];
  const visit = (inner: Root | Element): void => {
    for (const child of inner.children) {
      if (child.type !== 'element') continue;
      found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}
