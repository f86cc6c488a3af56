import { foldWords } from '../record/fold.ts';
import { MODALS, NEGATIONS, NUMBER_WORDS, PERIODS } from './binding-words.ts';
import type { Token } from './token.ts';

/** What a change is, in the words that a summary counts. */
export type ChangeKind =
  | 'wording'
  | 'number'
  | 'date'
  | 'term'
  | 'negation'
  | 'modal'
  | 'link'
  | 'typography'
  | 'emphasis'
  | 'heading'
  | 'level'
  | 'renumbered'
  | 'order'
  | 'moved'
  | 'added'
  | 'removed'
  | 'split'
  | 'merged'
  | 'structure'
  | 'anchor'
  | 'language';

/** Defined terms of either text, in the shape of token keys, words parted by single spaces. */
export type Terms = ReadonlySet<string>;

/** Kinds of a change from some words to others, the weightiest first; at least one. Either side may be empty. */
export function kindsOf(old: readonly Token[], fresh: readonly Token[], terms: Terms): readonly ChangeKind[] {
  if (written(old) === written(fresh)) return ['typography'];
  const gone = surplus(old, fresh);
  const come = surplus(fresh, old);
  const differing = [...gone, ...come];
  const kinds: ChangeKind[] = [];
  const special = new Set<Token>();
  const look = (kind: ChangeKind, isIt: (token: Token) => boolean): void => {
    const found = differing.filter(isIt);
    if (found.length > 0) kinds.push(kind);
    for (const token of found) special.add(token);
  };
  look('negation', (token) => NEGATIONS.has(lower(token)));
  look('modal', (token) => MODALS.has(lower(token)));
  look('number', (token) => token.kind === 'number' || token.kind === 'money' || NUMBER_WORDS.has(lower(token)));
  look('date', (token) => token.kind === 'date' || PERIODS.has(lower(token)));
  if (termsIn(old, terms) !== termsIn(fresh, terms)) kinds.push('term');
  const isPlain = (token: Token): boolean => !special.has(token) && token.kind !== 'sign';
  if (differing.some(isPlain) || kinds.length === 0) kinds.push('wording');
  return kinds;
}

/** Kinds of a difference between two tokens that say the same. */
export function restyledKinds(old: Token, fresh: Token): readonly ChangeKind[] {
  const kinds: ChangeKind[] = [];
  if (wrapsOf(old, true) !== wrapsOf(fresh, true)) kinds.push('link');
  if (wrapsOf(old, false) !== wrapsOf(fresh, false)) kinds.push('emphasis');
  if (foldWords(old.text) !== foldWords(fresh.text) || spacesOf(old) !== spacesOf(fresh)) kinds.push('typography');
  // What is left, such as a link that holds the space after its words or not, no reader sees.
  return kinds.length === 0 ? ['typography'] : kinds;
}

function written(tokens: readonly Token[]): string {
  return tokens.map((token) => token.key).join('');
}

function lower(token: Token): string {
  return token.key.toLowerCase();
}

/** The tokens of one list that the other has less often. */
function surplus(tokens: readonly Token[], others: readonly Token[]): readonly Token[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return tokens.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function termsIn(tokens: readonly Token[], terms: Terms): string {
  if (terms.size === 0) return '';
  const text = ` ${tokens.map((token) => token.key).join(' ')} `;
  return [...terms].map((term) => text.split(` ${term} `).length - 1).join();
}

/** What stands around the words of a token: links, or everything else. */
function wrapsOf({ pieces }: Token, areLinks: boolean): string {
  return JSON.stringify(
    pieces.map(({ wraps }) => wraps.filter(({ inline }) => (inline.kind === 'link') === areLinks).map(({ key }) => key)),
  );
}

function spacesOf(token: Token): string {
  return token.space.map((piece) => piece.atom ?? ' ').join('');
}
