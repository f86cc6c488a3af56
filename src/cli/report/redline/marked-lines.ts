import { styleText } from 'node:util';
import { displayWidth, isWide } from './display-width.ts';

/** How some words stand in a redline; `note` is what the redline itself says of them. */
export type Style = 'plain' | 'old' | 'fresh' | 'note' | 'heading';

/** A word or sign with whether white space stands in front of it. */
export interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly hasSpace: boolean;
}

export interface Page {
  /** Columns of a line. */
  readonly width: number;
  /** Marks are shown by colour, underline and strike-through; without it by signs. */
  readonly isColoured: boolean;
  /** The text runs from right to left: marked words are kept apart from the signs around them. */
  readonly isRightToLeft: boolean;
  /** Language of the text. */
  readonly lang: string;
}

const COLOURS: Readonly<Record<Exclude<Style, 'plain'>, readonly Parameters<typeof styleText>[0][]>> = {
  old: ['red', 'strikethrough'],
  fresh: ['green', 'underline'],
  note: ['dim'],
  heading: ['bold'],
};
const SIGNS: Partial<Record<Style, readonly [string, string]>> = { old: ['[-', '-]'], fresh: ['{+', '+}'] };
const SIGNS_WIDTH = 4;
const LEAST_WIDTH = 20;

/** Pieces in lines of a page. `lead` stands in front of the first line, white space as wide in front of the others. */
export function markedLines(pieces: readonly Piece[], lead: string, page: Page): readonly string[] {
  const indent = displayWidth(lead);
  const width = Math.max(LEAST_WIDTH, page.width - indent);
  const lines: Piece[][] = [];
  let used = 0;
  for (const cluster of clusters(pieces)) {
    const line = lines.at(-1);
    const needed = clusterWidth(cluster, line?.at(-1), page);
    if (line && used + needed <= width) {
      line.push(...cluster);
      used += needed;
    } else {
      lines.push([...cluster]);
      used = clusterWidth(cluster, undefined, page);
    }
  }
  return lines.map((line, index) => (index === 0 ? lead : ' '.repeat(indent)) + written(line, page));
}

/** Pieces that no line may part: a word with the signs that stand close to it. */
function clusters(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const found: Piece[][] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last && !piece.hasSpace && !isWide(piece.text)) last.push(piece);
    else found.push([piece]);
  }
  return found;
}

function clusterWidth(cluster: readonly Piece[], before: Piece | undefined, { isColoured }: Page): number {
  let width = 0;
  let previous = before;
  for (const piece of cluster) {
    const hasSigns = !isColoured && SIGNS[piece.style] !== undefined && previous?.style !== piece.style;
    width += displayWidth(piece.text) + (previous && piece.hasSpace ? 1 : 0) + (hasSigns ? SIGNS_WIDTH : 0);
    previous = piece;
  }
  return width;
}

/** One line: neighbours of one style are marked together. */
function written(line: readonly Piece[], page: Page): string {
  const runs: { style: Style; text: string; hasSpace: boolean }[] = [];
  for (const { text, style, hasSpace } of line) {
    const last = runs.at(-1);
    if (last?.style === style) last.text += (hasSpace ? ' ' : '') + text;
    else runs.push({ style, text, hasSpace });
  }
  return runs.map((run, index) => (index > 0 && run.hasSpace ? ' ' : '') + markedRun(run, page)).join('');
}

function markedRun({ style, text }: { readonly style: Style; readonly text: string }, page: Page): string {
  if (style === 'plain') return text;
  if (page.isColoured) return styleText([...COLOURS[style]].flat(), text, { validateStream: false });
  const signs = SIGNS[style];
  if (!signs) return text;
  const apart = page.isRightToLeft ? `\u2068${text}\u2069` : text;
  return `${signs[0]}${apart}${signs[1]}`;
}
