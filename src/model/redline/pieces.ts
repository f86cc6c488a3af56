import type { Inline, InlineWrap } from '../record/record.ts';
import type { Piece, Wrap } from './token.ts';

// Signs without width are no words, and what a digest folds away is no change.
const WIDTHLESS = /[\u200B\u2060\uFEFF\u00AD]/gu;

/** Running text as one row of pieces, each with everything around it. */
export function piecesOf(children: readonly Inline[], wraps: readonly Wrap[] = []): readonly Piece[] {
  return children.flatMap((child): readonly Piece[] => {
    if (typeof child === 'string') {
      const text = child.replace(WIDTHLESS, '').replaceAll('\u0085', ' ').normalize('NFC');
      return text === '' ? [] : [{ text, wraps }];
    }
    if (child.kind === 'break') return [{ text: ' ', atom: 'break', wraps }];
    if (child.kind === 'note') return [{ text: `[${child.label}]`, atom: 'note', label: child.label, wraps }];
    return piecesOf(child.children, [...wraps, wrapOf(child)]);
  });
}

function wrapOf(inline: InlineWrap): Wrap {
  const { children: _, ...facts } = inline;
  return { inline, key: JSON.stringify(facts) };
}
