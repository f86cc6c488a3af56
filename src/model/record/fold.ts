// Written out: what a class such as \s means changes with the Unicode version of the machine, and a digest must not.
const SPACES = /[\t\n\v\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/gu;

/** Rules 2 to 4 of the canonical text for one run of words; they stand at `canonicalText`. */
export function foldWords(text: string): string {
  return text
    .replace(/[\u200B\u2060\uFEFF\u00AD]/gu, '')
    .normalize('NFC')
    .replace(SPACES, ' ')
    .replace(/^ | $/gu, '');
}
