const WIDE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const WIDTHLESS = /[\p{M}\p{Cf}]/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that some words take on a terminal: two for each wide character, none for marks upon a letter. */
export function displayWidth(text: string): number {
  if (/^[ -~]*$/u.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    const first = String.fromCodePoint(segment.codePointAt(0) ?? 0);
    if (isWide(segment)) width += 2;
    else if (!WIDTHLESS.test(first)) width += 1;
  }
  return width;
}

/** Whether a text begins with a character of two columns; such scripts are written without spaces, and break anywhere. */
export function isWide(text: string): boolean {
  return WIDE.test(String.fromCodePoint(text.codePointAt(0) ?? 0));
}
