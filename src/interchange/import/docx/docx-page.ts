import type { Element, ElementContent, Root } from 'hast';
import { attribute, elementsOf, isElement, textOf } from '../html-names.ts';
import { drop, excerpt, guess, type ImportLog } from '../import-log.ts';
import { fragmentSource, type Source } from '../source.ts';
import { paragraphsToLists, paragraphsToPreformatted, paragraphsToQuotes } from './docx-lists.ts';
import type { Numbered } from './numbering.ts';
import type { ParagraphFacts } from './prepare.ts';
import { LEFT_OUT_REASONS } from './story.ts';

/** The page that mammoth made, with what only Word's own parts know put back: headings, lists, notes, what is left out. */
export function docxPage(html: string, facts: ReadonlyMap<number, ParagraphFacts>, log: ImportLog): Source {
  const { tree } = fragmentSource(html, () => 1);
  const lines = new Map<object, number>();
  for (const paragraph of elementsOf(tree).filter(({ tagName }) => tagName === 'p')) noteNumber(paragraph, lines);
  for (const element of elementsOf(tree)) settleNames(element, log);
  nameHeadings(tree, facts, lines);
  readNotes(tree);
  const numberedOf = (paragraph: Element): Numbered | undefined => {
    const own = facts.get(lines.get(paragraph) ?? 0);
    return own?.hasLabelInWords === false && hasWords(paragraph, log) ? own.numbered : undefined;
  };
  for (const table of elementsOf(tree).filter(({ tagName }) => tagName === 'table')) headTable(table, lines, log);
  for (const parent of [tree, ...elementsOf(tree).filter((element) => isElement(element, 'td', 'th', 'note-text'))]) {
    paragraphsToLists(parent, numberedOf);
    paragraphsToQuotes(parent, (paragraph) => facts.get(lines.get(paragraph) ?? 0)?.isQuote === true);
    const isPreformatted = (paragraph: Element): boolean => facts.get(lines.get(paragraph) ?? 0)?.isPreformatted === true;
    paragraphsToPreformatted(parent, isPreformatted, (node) => log.dropped.has(node));
  }
  return { tree, unit: 'paragraph', lineOf: (node) => lines.get(node) };
}

function hasWords(element: Element, log: ImportLog): boolean {
  return element.children.some(
    (child) =>
      !log.dropped.has(child) &&
      (isElement(child) ? hasWords(child, log) || isElement(child, 'note-reference') : textOf(child).trim() !== ''),
  );
}

/** The number of a paragraph stands at its beginning, as the name of a place. */
function noteNumber(paragraph: Element, lines: Map<object, number>): void {
  const [first] = paragraph.children;
  const number = isElement(first, 'a') ? /^paragraph-(\d+)$/u.exec(attribute(first, 'id') ?? '')?.[1] : undefined;
  if (number === undefined) return;
  paragraph.children.shift();
  lines.set(paragraph, Number(number));
}

const REFERENCE = /^(?:foot|end)note-ref-/u;

function settleNames(element: Element, log: ImportLog): void {
  const id = attribute(element, 'id');
  if (id?.startsWith('place-')) element.properties['id'] = id.slice(6);
  const href = attribute(element, 'href');
  if (href?.startsWith('#place-')) element.properties['href'] = `#${href.slice(7)}`;
  const name = attribute(element, 'className') ?? '';
  const lang = /^lang-(.+)$/u.exec(name)?.[1];
  if (lang !== undefined) element.properties = { lang };
  const reason = LEFT_OUT_REASONS.find((one) => name === `left-out-${one}`);
  if (reason) drop(element, reason, log);
  element.children = element.children
    .flatMap((child): ElementContent[] => (isElement(child, 'sup') && holdsReference(child) ? child.children : [child]))
    .map(noteReference);
}

function holdsReference(element: Element): boolean {
  return element.children.some((child) => isElement(child, 'a') && REFERENCE.test(attribute(child, 'id') ?? ''));
}

function noteReference(child: ElementContent): ElementContent {
  if (!isElement(child, 'a') || !REFERENCE.test(attribute(child, 'id') ?? '')) return child;
  return { type: 'element', tagName: 'note-reference', properties: { name: attribute(child, 'href')?.slice(1) ?? '' }, children: [] };
}

function nameHeadings(tree: Root, facts: ReadonlyMap<number, ParagraphFacts>, lines: ReadonlyMap<object, number>): void {
  const paragraphs = elementsOf(tree).filter((element) => element.tagName === 'p' && textOf(element).trim() !== '');
  const levelOf = (paragraph: Element): number | undefined => facts.get(lines.get(paragraph) ?? 0)?.heading;
  const title = paragraphs.find((paragraph) => levelOf(paragraph) === 0);
  for (const paragraph of paragraphs) {
    const level = levelOf(paragraph);
    // A second line in the style of the title is no heading of anything.
    if (level === undefined || (level === 0 && paragraph !== title)) continue;
    paragraph.tagName = `h${Math.min(level + (title ? 1 : 0), 6)}`;
  }
}

/** Notes stand in a list at the end of the page, each with a sign that leads back. They are named anew, from 1 on. */
function readNotes(tree: Root): void {
  const isNote = (element: ElementContent): element is Element =>
    isElement(element, 'li') && /^(?:foot|end)note-/u.test(attribute(element, 'id') ?? '');
  const list = tree.children.findLast((child): child is Element => isElement(child, 'ol') && child.children.some(isNote));
  if (!list) return;
  const names = new Map<string, string>();
  const notes = list.children.filter(isNote).map((note): Element => {
    const id = attribute(note, 'id') ?? '';
    names.set(id, String(names.size + 1));
    for (const part of elementsOf(note)) {
      part.children = part.children.filter(
        (child) => !(isElement(child, 'a') && REFERENCE.test((attribute(child, 'href') ?? '').slice(1))),
      );
    }
    return { type: 'element', tagName: 'note-text', properties: { name: names.get(id) ?? '' }, children: note.children };
  });
  tree.children.splice(tree.children.indexOf(list), 1, ...notes);
  for (const reference of elementsOf(tree).filter(({ tagName }) => tagName === 'note-reference')) {
    const name = attribute(reference, 'name') ?? '';
    reference.properties = { name: names.get(name) ?? name };
  }
}

/** Where no row is marked as the head of a table, a first row that alone is bold is what readers take for it. */
function headTable(table: Element, lines: Map<object, number>, log: ImportLog): void {
  const rows = elementsOf(table).filter(({ tagName }) => tagName === 'tr');
  const [first, ...others] = rows;
  if (!first || others.length === 0 || elementsOf(table).some(({ tagName }) => tagName === 'th')) return;
  if (
    first.children.length < 2 ||
    !first.children.every((cell) => isBold(cell)) ||
    others.some((row) => row.children.every((cell) => isBold(cell)))
  )
    return;
  for (const cell of first.children) if (cell.type === 'element') cell.tagName = 'th';
  const line = elementsOf(first).flatMap((element) => lines.get(element) ?? [])[0] ?? 1;
  guess(
    log,
    'table-header',
    line,
    `The bold first row of a table, "${excerpt(textOf(first))}", was taken for its head. In Word it is not marked as one ("Repeat Header Rows").`,
  );
}

function isBold(cell: ElementContent): boolean {
  const texts = elementsOf(cell).flatMap((element) =>
    element.children.filter((child) => child.type === 'text' && child.value.trim() !== ''),
  );
  const bold = new Set(
    elementsOf(cell)
      .filter(({ tagName }) => tagName === 'strong')
      .flatMap((strong) => elementsOf(strong))
      .flatMap((element) => element.children),
  );
  return texts.length > 0 && texts.every((text) => bold.has(text));
}
