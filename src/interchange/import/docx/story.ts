import type { DocxFile } from './open-docx.ts';
import { allInside, elementsIn, inside, value, xmlElement, type XmlElement, type XmlNode, ownText } from './xml.ts';

/** A part of a document that is read by itself: its text, one footnote, a header. */
export interface Story {
  readonly kind: 'text' | 'margin' | 'comment' | 'unused-note' | 'footnote' | 'endnote';
  readonly root: XmlElement;
  /** Of a footnote or endnote, as its reference names it. */
  readonly id?: string | undefined;
}

/**
 * Everything of a document that says something: the text, headers and footers, comments, then the notes. Unfolds what Word writes twice.
 */
export function storiesOf(docx: DocxFile): readonly Story[] {
  const notes = (root: XmlElement | undefined, kind: 'footnote' | 'endnote'): readonly Story[] =>
    (root ? elementsIn(root) : [])
      .filter((note) => note.name === `w:${kind}` && ['normal', undefined].includes(value(note, 'w:type')))
      .map((note) => ({ kind, root: note, id: value(note, 'w:id') }));
  const body = inside(docx.document, 'w:body');
  const stories: readonly Story[] = [
    ...(body ? [{ kind: 'text' as const, root: body }] : []),
    ...docx.margins.map((root) => ({ kind: 'margin' as const, root })),
    ...(docx.comments ? elementsIn(docx.comments) : []).map((root) => ({ kind: 'comment' as const, root })),
  ];
  const all = [...notes(docx.footnotes, 'footnote'), ...notes(docx.endnotes, 'endnote')];
  for (const { root } of [...stories, ...all]) chooseOne(root);
  return [...stories, ...all];
}

/** Word writes some things twice, for itself and for older programs; the first way is the one it shows. */
function chooseOne(element: XmlElement): void {
  element.children = element.children.flatMap((child): readonly XmlNode[] => {
    if (typeof child === 'string') return [child];
    chooseOne(child);
    if (child.name !== 'mc:AlternateContent') return [child];
    return (inside(child, 'mc:Choice') ?? inside(child, 'mc:Fallback'))?.children ?? [];
  });
}

/**
 * The notes in the order in which the text refers to them, after everything else. Word shows a note only where something refers to
 * it, so the others are said to be unused. `text` are the blocks that are kept of the text.
 */
export function notesInOrder(notes: readonly Story[], text: readonly XmlElement[]): readonly Story[] {
  const order = text
    .flatMap((block) => allInside(block, 'w:footnoteReference', 'w:endnoteReference'))
    .map((reference) => `${reference.name.slice(2, -9)} ${value(reference, 'w:id') ?? ''}`);
  const place = ({ kind, id }: Story): number => order.indexOf(`${kind} ${id ?? ''}`);
  const unused = notes.filter((note) => place(note) < 0).map(({ root }): Story => ({ kind: 'unused-note', root }));
  return [...unused, ...notes.filter((note) => place(note) >= 0).toSorted((a, b) => place(a) - place(b))];
}

/** Number of each paragraph, counted from 1 through the text and then the notes. Those inside another one have its number. */
export function paragraphNumbers(stories: readonly Story[]): ReadonlyMap<XmlElement, number> {
  const numbers = new Map<XmlElement, number>();
  let last = 0;
  const visit = (element: XmlElement, outer: number | undefined): void => {
    const own = element.name === 'w:p' ? (outer ?? ++last) : outer;
    if (element.name === 'w:p' && own !== undefined) numbers.set(element, own);
    for (const child of elementsIn(element)) visit(child, own);
  };
  for (const { root } of stories) visit(root, undefined);
  return numbers;
}

/** Words that are no part of the policy's text, kept in their place so that they can be counted. */
export function leftOut(reason: LeftOutReason, children: XmlNode[]): XmlElement {
  return xmlElement('left-out', { reason }, children);
}

export const LEFT_OUT_REASONS = [
  'contents-list',
  'embedded',
  'field',
  'hidden',
  'image',
  'page-margin',
  'review-comment',
  'text-box',
  'tracked-change',
] as const;

export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** All words inside as one line; paragraphs are parted by spaces. */
export function flatText(node: XmlNode): string {
  if (typeof node === 'string') return '';
  switch (node.name) {
    case 'w:t':
    case 'w:delText':
    case 'm:t':
      return ownText(node);
    case 'wp:docPr':
      return ` ${describedAs(node)} `;
    case 'w:tab':
    case 'w:ptab':
    case 'w:br':
    case 'w:cr':
      return ' ';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:sym':
      return signOf(node) ?? '';
    case 'w:p':
      return ` ${node.children.map(flatText).join('')} `;
    default:
      return node.children.map(flatText).join('');
  }
}

/** How a picture is described for those who do not see it. */
export function describedAs(properties: XmlElement): string {
  const [first, second] = [value(properties, 'title')?.trim() ?? '', value(properties, 'descr')?.trim() ?? ''];
  return [first, ...(first === second ? [] : [second])].filter((words) => words !== '').join(' ');
}

const WINGDINGS: Readonly<Record<string, string>> = {
  '6F': '☐',
  A8: '☐',
  FE: '☑',
  '78': '☒',
  FD: '☒',
  FC: '✓',
  FB: '✗',
  E0: '→',
  DF: '←',
  '4A': '☺',
};
const SYMBOL: Readonly<Record<string, string>> = {
  B7: '•',
  D3: '©',
  E3: '©',
  D2: '®',
  E2: '®',
  D4: '™',
  E4: '™',
  B0: '°',
  B1: '±',
  B3: '≥',
  A3: '≤',
  AE: '→',
  AC: '←',
  B4: '×',
  B8: '÷',
  B9: '≠',
};

/** The letter of a sign that is taken out of a font by its number; `undefined` when it has none that is known here. */
export function signOf(symbol: XmlElement): string | undefined {
  const code = value(symbol, 'w:char')?.toUpperCase() ?? '';
  const short = /^F0(..)$/u.exec(code)?.[1];
  const font = value(symbol, 'w:font')?.toLowerCase() ?? '';
  if (short !== undefined || code.length <= 2) {
    const table = font === 'symbol' ? SYMBOL : font.startsWith('wingdings') ? WINGDINGS : undefined;
    const known = table?.[short ?? code];
    if (known !== undefined || table) return known;
  }
  const number = Number.parseInt(short ?? code, 16);
  return number >= 32 && (number < 0xd8_00 || number > 0xf8_ff) ? String.fromCodePoint(number) : undefined;
}
