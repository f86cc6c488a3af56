import type { Element, Nodes, Root } from 'hast';
import { itemLabel } from '../../model/record/item-label.ts';
import { foldWords } from '../../model/record/fold.ts';
import { attribute, elementsOf, isBlockName, isElement, isWordless } from './html-names.ts';
import type { ImportLog } from './import-log.ts';
import { itemNumbers, listMarker } from './list-labels.ts';
import type { DropReason, Passage } from './receipt.ts';
import { withoutControls, type Source } from './source.ts';

/** Text of the page in reading order; `undefined` where a line ends. */
export type Piece = { readonly node: Nodes; readonly text: string; readonly line: number } | undefined;

/** One word with its line in the source. */
export interface Word {
  readonly text: string;
  readonly line: number;
}

/**
 * All words that a reader of the page sees, read from the page itself before anything is converted: text, the labels of
 * counting lists, footnote marks; and what only some see: descriptions of pictures, hidden parts, comments within `root`.
 */
export function pageText(source: Source, root: Root | Element): readonly Piece[] {
  const pieces: Piece[] = [];
  const notes = new Map<string, string>();
  const referred = new Set(
    elementsOf(source.tree).flatMap((element) => (isElement(element, 'note-reference') ? [attribute(element, 'name')] : [])),
  );
  let line = 1;
  const add = (node: Nodes, text: string): void => void pieces.push({ node, text, line });
  const noteNumber = (element: Element): string => {
    const name = attribute(element, 'name') ?? '';
    const label = notes.get(name) ?? `[${notes.size + 1}]`;
    notes.set(name, label);
    return label;
  };
  const walk = (node: Nodes, isInside: boolean): void => {
    line = source.lineOf(node) ?? line;
    if (node.type === 'text') return add(node, node.value);
    if (node.type === 'comment') return isInside ? add(node, node.value) : undefined;
    if (!('children' in node) || (node.type === 'element' && isWordless(node))) return;
    const isBlock = node.type === 'element' && (isBlockName(node.tagName) || isElement(node, 'br', 'hr', 'button', 'option', 'img'));
    if (isBlock) pieces.push(undefined);
    if (isElement(node, 'img')) add(node, attribute(node, 'alt') ?? '');
    if (isElement(node, 'note-reference')) add(node, noteNumber(node));
    if (isElement(node, 'note-text') && referred.has(attribute(node, 'name'))) add(node, `${noteNumber(node)} `);
    if (isElement(node, 'q')) add(node, '“');
    const numbers = isElement(node, 'ol') ? itemNumbers(node) : undefined;
    const marker = isElement(node, 'ol') ? listMarker(node) : undefined;
    for (const child of node.children) {
      const number = isElement(child) ? numbers?.get(child) : undefined;
      const isPart = isInside || child === root || !elementsOf(child).some((inner) => inner === root);
      if (number !== undefined && marker !== undefined && isPart) {
        pieces.push(undefined);
        add(child, `${itemLabel({ start: number, marker }, 0)} `);
      }
      // The label and the first words of an item stand on one line, whatever the page wraps them in.
      walk(child, isInside || child === root);
    }
    if (isElement(node, 'q')) add(node, '”');
    if (isBlock) pieces.push(undefined);
  };
  walk(source.tree, source.tree === root);
  return pieces;
}

/** The words that were kept, in order. */
export function keptWords(pieces: readonly Piece[], log: ImportLog): readonly Word[] {
  const kept = pieces.filter((piece) => piece === undefined || reasonOf(piece, log) === undefined);
  return wordsOfPieces(kept);
}

export function wordsOfPieces(pieces: readonly Piece[]): readonly Word[] {
  return lines(pieces).flat();
}

/** The words that were left out on purpose, line by line, by reason. */
export function droppedPassages(pieces: readonly Piece[], log: ImportLog): ReadonlyMap<DropReason, readonly Passage[]> {
  const result = new Map<DropReason, Passage[]>();
  let run: Piece[] = [];
  let reason: DropReason | undefined;
  const endRun = (): void => {
    if (reason) {
      const passages = lines(run).map((words) => ({ line: words[0]?.line ?? 1, text: words.map((word) => word.text).join(' ') }));
      result.set(reason, [...(result.get(reason) ?? []), ...passages]);
    }
    run = [];
  };
  for (const piece of pieces) {
    const next = piece ? reasonOf(piece, log) : reason;
    if (next !== reason) endRun();
    reason = next;
    run.push(piece);
  }
  endRun();
  return result;
}

function reasonOf(piece: NonNullable<Piece>, log: ImportLog): DropReason | undefined {
  return log.dropped.get(piece.node) ?? (piece.node.type === 'comment' ? 'comment' : undefined);
}

/** Words of each line of the page that has any. A word may run through several pieces; its line is that of its first letter. */
function lines(pieces: readonly Piece[]): readonly (readonly Word[])[] {
  const result: Word[][] = [[]];
  let begun: { text: string; line: number } | undefined;
  const endWord = (): void => {
    const text = begun ? foldWords(withoutControls(begun.text)) : '';
    if (begun && text !== '') result.at(-1)?.push({ text, line: begun.line });
    begun = undefined;
  };
  for (const piece of pieces) {
    if (!piece) {
      endWord();
      result.push([]);
      continue;
    }
    let line = piece.line;
    for (const part of piece.text.split(/(\s+)/u)) {
      if (part === '') continue;
      if (/^\s/u.test(part)) {
        endWord();
        line += part.split('\n').length - 1;
      } else {
        begun = { text: (begun?.text ?? '') + part, line: begun?.line ?? line };
      }
    }
  }
  endWord();
  return result.filter((words) => words.length > 0);
}
