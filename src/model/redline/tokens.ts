import { foldWords } from '../record/fold.ts';
import type { Inline } from '../record/record.ts';
import { foldTypography } from './fold-typography.ts';
import { piecesOf } from './pieces.ts';
import { NOTE_SIGN, scan } from './scan.ts';
import type { Piece, Token } from './token.ts';

/** Running text as tokens. White space after the last word is left out: no digest holds it. Input is not changed. */
export function tokensOf(children: readonly Inline[], lang: string): readonly Token[] {
  const pieces = piecesOf(children);
  const text = pieces.map(scannedText).join('');
  const cutter = new Cutter(pieces);
  return scan(text, lang).map(({ kind, start, end }): Token => {
    const space = cutter.upTo(start);
    const own = cutter.upTo(end);
    const words = own.map((piece) => piece.text).join('');
    return { kind, text: words, key: kind === 'note' ? words : foldTypography(foldWords(words)), space, pieces: own };
  });
}

/** The same text without marks, as a single run; for words that have none, such as preformatted ones. */
export function plainTokens(text: string, lang: string): readonly Token[] {
  return tokensOf([text], lang);
}

function scannedText(piece: Piece): string {
  if (piece.atom === 'break') return '\n';
  return piece.atom === 'note' ? NOTE_SIGN : piece.text;
}

/** Cuts pieces at places of the scanned text, from left to right. */
class Cutter {
  readonly #pieces: readonly Piece[];
  #index = 0;
  /** How much of the piece at `#index` is used up, and how much text lies before it. */
  #used = 0;
  #before = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  upTo(place: number): readonly Piece[] {
    const cut: Piece[] = [];
    for (;;) {
      const piece = this.#pieces[this.#index];
      if (!piece || this.#before + this.#used >= place) return cut;
      const length = scannedText(piece).length;
      const end = Math.min(length, place - this.#before);
      cut.push(piece.atom ? piece : { ...piece, text: piece.text.slice(this.#used, end) });
      this.#used = end;
      if (end < length) continue;
      this.#before += length;
      this.#used = 0;
      this.#index++;
    }
  }
}
