import { MODALS, MONTHS, NEGATIONS, NUMBER_WORDS, PERIODS } from '../../redline/binding-words.ts';
import { linkTargets, passagesOf, type Passage } from '../../redline/passages.ts';
import type { Redline } from '../../redline/redline.ts';
import type { Token } from '../../redline/token.ts';
import { writtenOut } from '../promises.ts';

/**
 * Passages of a redline that can change what people may, must or can expect: by a number, a date, a negation, a modal verb, a
 * defined term, or where a link leads.
 *
 * Binding words are compared in their order: "may … must" and "must … may" are not the same, though each stands there once. "Can't"
 * and "cannot" are.
 */
export function weightyPassages(redline: Redline): readonly Passage[] {
  return passagesOf(redline).filter(
    (passage) => binding(passage.old) !== binding(passage.fresh) || passage.kinds.includes('term') || leadsElsewhere(passage),
  );
}

/** Links in words that were only put there lead nobody astray who followed one before. */
export function leadsElsewhere({ kinds, old, fresh }: Passage): boolean {
  const was = linkTargets(old).join('\n');
  return kinds.includes('link') || (was !== '' && was !== linkTargets(fresh).join('\n'));
}

function binding(tokens: readonly Token[]): string {
  return tokens.flatMap(bindingIn).join(' ');
}

function bindingIn({ kind, key }: Token): readonly string[] {
  if (kind === 'number' || kind === 'money' || kind === 'date') return [key];
  if (kind !== 'word') return [];
  if (MONTHS.has(key)) return [key];
  const words = writtenOut(key).toLowerCase().split(' ');
  return words.filter((word) => [NEGATIONS, MODALS, PERIODS, NUMBER_WORDS].some((list) => list.has(word)));
}
