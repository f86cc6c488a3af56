import { PREAMBLE, WHOLE_TEXT } from './record.ts';

/** Ids that the text itself may not take: the frame of a page gives them to words without a heading. */
const RESERVED = [PREAMBLE, WHOLE_TEXT];

/** Why this cannot be the id of a section, as the end of a sentence that begins with the id; `undefined` when it can. */
export function sectionIdFault(id: string): string | undefined {
  if (isReservedId(id)) return 'is kept for words that stand without a heading';
  if (id === '') return 'has no letters';
  if (!/^[a-z0-9-]+$/u.test(id)) return 'may hold only small letters a-z, digits and hyphens';
  if (!/^[a-z0-9]/u.test(id)) return 'must begin with a letter or digit';
  return undefined;
}

/** Whether the frame of a page gives this id to words without a heading. */
export function isReservedId(id: string): boolean {
  return RESERVED.includes(id);
}

const MOST_WORDS = 6;
const MOST_TRIES = 100;

/**
 * A first id for a section, made from its heading: `4.2 Your rights under the GDPR` gives `your-rights-under-the-gdpr`.
 *
 * Leaves out a leading number (of 172 headings renamed in real policies, 96 changed only their number) and accents. A heading
 * without Latin letters gives `section-N`, N being its place in the text. Never gives an id that is taken.
 */
export function idFromHeading(heading: string, place: number, taken: ReadonlySet<string>): string {
  const words = withoutNumber(heading)
    .normalize('NFKD')
    .replace(/['’\p{M}]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  const slug = words.slice(0, MOST_WORDS).join('-');
  const first = slug === '' || sectionIdFault(slug) !== undefined ? `section-${place}` : slug;
  let id = first;
  // A text with very many equal headings is hostile, and counting up from 2 for each of them would take hours.
  for (let number = 2; taken.has(id); number = number === MOST_TRIES ? taken.size + MOST_TRIES : number + 1) id = `${first}-${number}`;
  return id;
}

/** A heading's label and words: `4.2 Retention` has the label `4.2`; most headings have none. */
export function headingLabel(heading: string): { readonly label?: string | undefined; readonly rest: string } {
  const match = LABEL.exec(heading);
  const label = match?.[1] ?? match?.[2];
  return label === undefined ? { rest: heading } : { label, rest: heading.slice(match?.[0].length ?? 0) };
}

// "4.", "4.2", "(a)", "IV.", "A." before a space. A bare number without a full stop ("30 days") is the heading's first word,
// unless it has parts ("4.2"); a bare word is never a label.
const LABEL =
  /^(?:(§?\s?\d+(?:\.\d+)+\.?|§?\s?\d+[.)]|\((?:\d+|[a-z]|[ivx]+)\)|[IVX]+[.)]|[A-Z][.)])|((?:Section|Article|Clause)\s\d+(?:\.\d+)*[.:]?))\s+/u;

function withoutNumber(heading: string): string {
  return headingLabel(heading.trim()).rest;
}
