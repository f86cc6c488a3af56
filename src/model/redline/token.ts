import { foldWords } from '../record/fold.ts';
import type { InlineWrap } from '../record/record.ts';

/** A mark, link or component around words. */
export interface Wrap {
  readonly inline: InlineWrap;
  /** Equal for two wraps that mean the same: kind, target, title, language, name. */
  readonly key: string;
}

/** A run of characters, a line break or a reference to a footnote, with everything that stands around it, outermost first. */
export interface Piece {
  readonly text: string;
  readonly atom?: 'break' | 'note' | undefined;
  /** Label of the footnote that a `note` refers to. */
  readonly label?: string | undefined;
  readonly wraps: readonly Wrap[];
}

export type TokenKind = 'word' | 'number' | 'money' | 'date' | 'address' | 'sign' | 'note';

/**
 * The smallest thing that a redline marks: a word, a number with its unit, a sum of money, a date, an address, a single sign
 * or a reference to a footnote, with the white space before it.
 */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** What is compared: the text with quotation marks, apostrophes, dashes and spaces in one shape each. */
  readonly key: string;
  readonly space: readonly Piece[];
  /** More than one where a mark begins or ends inside the word. */
  readonly pieces: readonly Piece[];
}

/** Letters, digits or both: what a reader counts as words. Signs are none. */
export function isWord(token: Token): boolean {
  return token.kind !== 'sign' && token.kind !== 'note';
}

/** The tokens' words as they stand, with the white space between them but none before the first. */
export function tokensText(tokens: readonly Token[]): string {
  return tokens.map((token, index) => (index > 0 && token.space.length > 0 ? ' ' : '') + token.text).join('');
}

/** Everything that a token says and how it is set; two tokens with equal signatures differ in nothing that a digest holds. */
export function signatureOf(token: Token): string {
  const spaces = token.space.map((piece) => [piece.atom ?? ' ', ...piece.wraps.map((wrap) => wrap.key)]);
  const pieces = token.pieces.map((piece) => [foldWords(piece.text), ...piece.wraps.map((wrap) => wrap.key)]);
  return JSON.stringify([spaces, pieces]);
}
