import { headingLabel } from '../../model/record/section-id.ts';

const SMALL_WORDS = new Set(['your', 'our', 'my', 'the', 'a', 'an', 'of']);

/**
 * What two headings have in common when they mean the same section: without number, case, punctuation, plurals and small
 * words. "DISCLOSURES OF YOUR INFORMATION" is like "Disclosure of Your Information".
 */
export function headingLikeness(heading: string): string {
  const words = headingLabel(heading.trim())
    .rest.normalize('NFKD')
    .replace(/['’\p{M}]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !SMALL_WORDS.has(word)).map(singular);
  return (telling.length > 0 ? telling : words).join(' ');
}

/** Whether two headings differ in their words, apart from case, number and punctuation. */
export function haveOtherWords(a: string, b: string): boolean {
  return plain(a) !== plain(b);
}

/** The anchor that Markdown sites make from a heading by themselves. */
export function markdownSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

function plain(heading: string): string {
  return headingLabel(heading.trim())
    .rest.toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
