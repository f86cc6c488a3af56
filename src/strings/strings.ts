import { de } from './de.ts';
import { en, type Strings } from './en.ts';

export { fill } from '../model/fill.ts';
export type { Strings };

const LANGUAGES: Readonly<Record<string, Strings>> = { de, en };

export interface Words {
  readonly strings: Strings;
  /** Language of the interface words: that of the text where there are words in it, else English. */
  readonly lang: string;
}

/** Interface words for a text in this language. */
export function wordsFor(lang: string): Words {
  const base = lang.split('-')[0] ?? lang;
  const strings = LANGUAGES[base];
  return strings ? { strings, lang } : { strings: en, lang: 'en' };
}
