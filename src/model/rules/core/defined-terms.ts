import { isEnglish, type DraftText, type Found, type TextRule } from './input.ts';
import type { Sentence } from './sentences.ts';

interface Term {
  readonly term: string;
  readonly section: string;
  /** Words of the text from the term on. */
  readonly quote: string;
  /** Another name at the head of a sentence (“Right to be forgotten”), or an explanation: it need not be used again. */
  readonly isGloss: boolean;
}

const PARENTHESIS = /\(([^()]*[“"][^()]*)\)/gu;
const QUOTED = /[“"]((?:the )?\p{Lu}[^”"“]{0,50})[”"]/gu;
const MORE = String.raw`^,?\s*(?:(?:,|and|or|and\/or)?\s*[“"][^”"]{1,50}[”"],?\s*)*(?:\([^)]*\)\s*)?`;
const MEANS = new RegExp(
  String.raw`${MORE}(?:also |shall |will |each |collectively |all |both )*(?:means?|refers?(?:,? collectively,?)?(?: only)? to|includes?|ha(?:s|ve) the (?:same )?meanings?|we mean|which (?:is|are|means)|(?:is|are) defined)\b`,
  'iu',
);
const IS = new RegExp(
  String.raw`${MORE}(?:is|are)(?: not)? (?:any|the|a|an|all|your|our|one|content|information|data|those|customers?|users?|people|individuals?)\b`,
  'iu',
);
const NO_DEFINITION = /^\s*(?:e\.g|for example|such as|see|as in|like|i\.e|also (?:known|referred to) as|sometimes)/iu;

// Words that policies give a meaning to; written with a capital inside a sentence they look as if they had one.
const LIKELY = [
  'Services?',
  'Sites?',
  'Websites?',
  'Platforms?',
  'Applications?',
  'Software',
  'Products?',
  'Content',
  'Materials?',
  'Users?',
  'Customers?',
  'Subscribers?',
  'Members?',
  'Merchants?',
  'Sellers?',
  'Affiliates?',
  'Agreement',
  'Account Holders?',
  'Fees?',
  'Personal (?:Data|Information)',
  'Customer Data',
  'User Content',
  'Your Content',
  'Confidential Information',
  'Tickets?',
  'Orders?',
  'Parties',
  'Effective Date',
].join('|');
// The word before it begins small: “User Personal Information” is no use of “Personal Information”.
const CAPITAL = new RegExp(String.raw`(?<=(?:^|[\s(])\p{Ll}[\p{L}’'-]*[,;]? )(?:${LIKELY})(?![\p{L}\p{N}’'-])(?! \p{Lu})`, 'gu');
// Terms of use often define for all other policies.
const ELSEWHERE =
  /\bcapitali[sz]ed\b[^.]*\b(?:terms?|words?)\b|\b(?:terms?|words?) (?:that are )?(?:not |otherwise )*defined (?:in|here|elsewhere)|\bha(?:s|ve) (?:the (?:same )?meanings?|their definitions?|the definitions?)[^.]{0,60}\bin\b/iu;
const FEWEST_SENTENCES = 3;
const FEWEST_WORDS = 6;

/** A word is given a meaning and not used, or used like one that has a meaning and has none. */
export const definedTerms: TextRule = {
  id: 'defined-terms',
  about: 'A term is defined and never used, or written like a defined term and never defined.',
  decided: 'heuristic',
  severity: 'warning',
  find(text) {
    if (!isEnglish(text)) return [];
    const terms = definitions(text);
    return [...unused(terms, text), ...undefinedTerms(terms, text)];
  },
};

/** Every term that the text gives a meaning to: “Site”, between quotation marks and in brackets or before “means”. */
export function definitions({ sentences }: Pick<DraftText, 'sentences'>): readonly Term[] {
  return sentences.flatMap(({ text, section }) => {
    const bracketed = [...text.matchAll(PARENTHESIS)].flatMap((match) =>
      NO_DEFINITION.test(match[1] ?? '')
        ? []
        : [...(match[1] ?? '').matchAll(QUOTED)].map((found) => ({
            found,
            at: match.index + 1,
            isGloss: text.slice(0, match.index).trim().split(' ').length < FEWEST_WORDS,
          })),
    );
    const explained = [...text.matchAll(QUOTED)].flatMap((found) => {
      const rest = text.slice(found.index + found[0].length);
      const isMeant = MEANS.test(rest);
      return isMeant || IS.test(rest) ? [{ found, at: 0, isGloss: !isMeant }] : [];
    });
    // The term of a definition list stands in a line of its own.
    const alone = [...text.matchAll(/^[“"](.{1,60})[”"]$/gu)].map((found) => ({ found, at: 0, isGloss: false }));
    return [...bracketed, ...explained, ...alone].map(({ found, at, isGloss }) => ({
      term: (found[1] ?? '').replace(/^the /iu, '').replace(/[,.;]$/u, ''),
      section,
      quote: text.slice(at + found.index),
      isGloss,
    }));
  });
}

function unused(terms: readonly Term[], { sentences }: DraftText): readonly Found[] {
  const words = sentences.map(({ text }) => text.replace(/[“"][^”"]{0,60}[”"]/gu, ' ').toLowerCase()).join('\n');
  return terms.flatMap(({ term, section, quote, isGloss }): readonly Found[] => {
    if (isGloss || forms(term).some((form) => hasWord(words, form))) return [];
    const message = `"${term}" is given a meaning here and is not used anywhere else. Use the word where it is meant, or take the definition out.`;
    return [{ section, quote, message }];
  });
}

/** Singular and plural of a term in small letters. */
function forms(term: string): readonly string[] {
  const word = term.toLowerCase();
  const pronouns: Readonly<Record<string, readonly string[]>> = {
    we: ['our', 'us'],
    us: ['we', 'our'],
    our: ['we', 'us'],
    you: ['your'],
    your: ['you'],
  };
  const single = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/u, '');
  const many = word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
  // “Scraping” is used where people “scrape”.
  const verb = /^\p{L}{3,}ing$/u.test(word) ? [word.slice(0, -3), `${word.slice(0, -3)}e`, `${word.slice(0, -3)}es`] : [];
  return [word, single, many, ...verb, ...(Object.hasOwn(pronouns, word) ? (pronouns[word] ?? []) : [])];
}

function hasWord(words: string, form: string): boolean {
  const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  for (let at = words.indexOf(form); at >= 0; at = words.indexOf(form, at + 1)) {
    if (!isLetter(words[at - 1]) && !isLetter(words[at + form.length])) return true;
  }
  return false;
}

/** Only a text that defines terms at all makes its readers look for a definition. */
function undefinedTerms(terms: readonly Term[], { sentences }: DraftText): readonly Found[] {
  if (terms.length === 0 || sentences.some(({ text }) => ELSEWHERE.test(text))) return [];
  const known = new Set(terms.flatMap(({ term }) => [...forms(term), ...forms(term.split(' ').at(-1) ?? '')]));
  const uses = new Map<string, { word: string; first: Sentence; quote: string; count: number }>();
  for (const sentence of sentences) {
    if (sentence.isHeading) continue;
    const own = new Set([...sentence.text.matchAll(CAPITAL)].map((match) => match[0]));
    for (const word of own) {
      if (forms(word).some((form) => known.has(form))) continue;
      const key = word.replace(/s$/u, '');
      const use = uses.get(key) ?? { word, first: sentence, quote: sentence.text.slice(sentence.text.indexOf(word)), count: 0 };
      uses.set(key, { ...use, count: use.count + 1 });
    }
  }
  return [...uses.values()].flatMap(({ word, first, quote, count }): readonly Found[] => {
    if (count < FEWEST_SENTENCES) return [];
    const message = `"${word}" is written with a capital in ${count} sentences, as if it had a meaning of its own, and the text does not say which. Define it where it first stands, or write it with a small letter.`;
    return [{ section: first.section, quote, message }];
  });
}
