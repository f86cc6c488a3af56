import { linkTargets } from '../../../model/redline/passages.ts';
import type { MarkedSegment } from '../../../model/redline/segments.ts';
import type { Token } from '../../../model/redline/token.ts';
import type { Piece, Style } from './marked-lines.ts';

/** Words that stay beside a change; the others of a longer stretch give way to "…". */
const CONTEXT = 8;

/** The words of a paragraph with their marks; what stays is folded to a few words around each change. */
export function segmentPieces(segments: readonly MarkedSegment[]): readonly Piece[] {
  const shown = segments.flatMap((segment, index): readonly Piece[] => {
    if (segment.op !== 'same') return markedPieces(segment);
    return folded(pieces(segment.tokens, 'plain'), { isFirst: index === 0, isLast: index === segments.length - 1 });
  });
  return apart(shown);
}

/** The words of a heading with their marks, all of them. */
export function headingPieces(segments: readonly MarkedSegment[]): readonly Piece[] {
  return apart(
    segments.flatMap((segment) => (segment.op === 'same' ? pieces(segment.tokens, 'heading') : markedPieces(segment, 'heading'))),
  );
}

function markedPieces(segment: Exclude<MarkedSegment, { op: 'same' }>, kept: Style = 'plain'): readonly Piece[] {
  const { op, old, fresh, kinds } = segment;
  // Typography alone is counted, not shown.
  if (kinds.join() === 'typography') return pieces(fresh, kept);
  if (op === 'changed') return [...pieces(old, 'old'), ...pieces(fresh, 'fresh'), ...linkNote(old, fresh)];
  const note = kinds.includes('link') ? linkNote(old, fresh) : [];
  return [...pieces(fresh, kept), ...note, ...(kinds.includes('emphasis') ? notePieces('(emphasis differs)') : [])];
}

/** No white space stands before the first word of either text, and the two would run into each other. */
function apart(all: readonly Piece[]): readonly Piece[] {
  return all.map((piece, index) => {
    const before = all[index - 1];
    const meet =
      before?.style === 'old' && piece.style !== 'old' && /[\p{L}\p{N}.!?]$/u.test(before.text) && /^[\p{L}\p{N}“"]/u.test(piece.text);
    return meet ? { ...piece, hasSpace: true } : piece;
  });
}

export function pieces(tokens: readonly Token[], style: Style): readonly Piece[] {
  return tokens.map((token): Piece => ({ text: printable(token.text), style, hasSpace: token.space.length > 0 }));
}

export function notePieces(words: string): readonly Piece[] {
  return words.split(' ').map((text): Piece => ({ text: printable(text), style: 'note', hasSpace: true }));
}

/** The first few words, for what is only pointed at. */
export function opening(tokens: readonly Token[], style: Style): readonly Piece[] {
  const all = pieces(tokens, style);
  return all.length <= 2 * CONTEXT + 2 ? all : [...all.slice(0, 2 * CONTEXT), DOTS];
}

const DOTS: Piece = { text: '…', style: 'plain', hasSpace: true };

function folded(all: readonly Piece[], { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean }): readonly Piece[] {
  const before = isFirst ? 0 : CONTEXT;
  const after = isLast ? 0 : CONTEXT;
  if (all.length <= before + after + 2) return all;
  return [...all.slice(0, before), DOTS, ...all.slice(all.length - after)];
}

/** Where links led and lead, when that differs. */
function linkNote(old: readonly Token[], fresh: readonly Token[]): readonly Piece[] {
  const [was, is] = [linkTargets(old), linkTargets(fresh)];
  if (was.join('\n') === is.join('\n')) return [];
  if (was.length === 0) return notePieces(`(link to ${is.join(', ')})`);
  if (is.length === 0) return notePieces(`(linked to ${was.join(', ')})`);
  return notePieces(`(link led to ${was.join(', ')}, leads to ${is.join(', ')})`);
}

/** A terminal obeys control characters; whoever wrote a text must not speak to it. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '');
}
