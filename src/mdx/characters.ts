/** A character that no policy text may hold, with what to do about it. */
export interface BadCharacter {
  /** Where it stands, counted in UTF-16 code units from 0. */
  readonly index: number;
  readonly rule: 'control-character' | 'character-lost';
  readonly message: string;
}

// C0 and C1 controls but for tab and line ends, bidirectional overrides and isolates, code points that are no characters.
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const BAD = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD-\uFFFF\uFDD0-\uFDEF]|\p{Cs}/u;

/** The first such character of a text; `undefined` when there is none. */
export function badCharacter(text: string): BadCharacter | undefined {
  const match = BAD.exec(text);
  if (!match) return undefined;
  const [character] = match;
  if (character === '\uFFFD') {
    const message = 'The sign "\uFFFD" stands where a character was lost when the text was copied or converted. Type what belongs there.';
    return { index: match.index, rule: 'character-lost', message };
  }
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const isTurn = /[\u202A-\u202E\u2066-\u2069]/u.test(character);
  const advice = isTurn
    ? 'Delete it. Words in a language that runs the other way stand in <span lang="ar" dir="rtl">…</span>.'
    : 'Delete it and type the text again.';
  return {
    index: match.index,
    rule: 'control-character',
    message: `An invisible control character (U+${code}) stands here; it can hide or reorder words. ${advice}`,
  };
}
