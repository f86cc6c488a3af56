/**
 * Words without what only a typesetter sees: quotation marks, apostrophes, dashes, ellipses and ligatures in one shape each.
 * Two texts that are equal so differ in typography only.
 */
export function foldTypography(text: string): string {
  // Most words of most texts hold none of them.
  if (!/[^\u0020-\u005F\u0061-\u007E]/u.test(text)) return text;
  return text
    .replace(/[\u0060\u00B4\u02BC\u2018-\u201B\u2032]/gu, "'")
    .replace(/[\u00AB\u00BB\u201C-\u201F\u2033]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\u2026/gu, '...')
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'));
}
