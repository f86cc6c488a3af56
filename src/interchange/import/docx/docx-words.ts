import { wordsOfPieces, type Piece, type Word } from '../page-words.ts';
import type { Numbered } from './numbering.ts';
import { describedAs, signOf, type Story } from './story.ts';
import { elementsIn, type XmlElement, ownText } from './xml.ts';

/**
 * Every word that a document holds, in reading order, straight from its parts: a second count beside that of the page made from
 * it. Hidden words, text boxes, headers, comments count too. `labels` are what Word prints by counting, where it became words.
 */
export function docxWords(
  stories: readonly Story[],
  numbers: ReadonlyMap<XmlElement, number>,
  labels: ReadonlyMap<number, Numbered>,
): readonly Word[] {
  const pieces: Piece[] = [];
  let line = 1;
  const add = (text: string): void => void pieces.push({ node: { type: 'text', value: text }, text, line });
  const walk = (element: XmlElement, isInParagraph: boolean): void => {
    const number = numbers.get(element);
    if (number !== undefined) line = number;
    if (element.name === 'w:p') pieces.push(undefined);
    const label = element.name === 'w:p' && !isInParagraph && number !== undefined ? labels.get(number) : undefined;
    if (label?.kind === 'counted') add(`${label.label}${label.space}`);
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        return add(ownText(element));
      case 'w:tab':
      case 'w:ptab':
        return add(' ');
      case 'w:noBreakHyphen':
        return add('\u2011');
      case 'w:softHyphen':
        return add('\u00AD');
      case 'w:sym':
        return add(signOf(element) ?? '');
      case 'w:br':
      case 'w:cr':
        return void pieces.push(undefined);
      case 'wp:docPr':
        pieces.push(undefined);
        add(describedAs(element));
        return void pieces.push(undefined);
      default:
    }
    // A tab in the properties of a paragraph is where words would stop, and no sign.
    if (element.name === 'w:pPr' || element.name === 'w:rPr') return;
    for (const child of elementsIn(element)) walk(child, isInParagraph || element.name === 'w:p');
    if (element.name === 'w:p') pieces.push(undefined);
  };
  for (const { root } of stories) walk(root, false);
  return wordsOfPieces(pieces);
}
