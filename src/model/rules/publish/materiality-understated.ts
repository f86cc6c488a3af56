import type { Finding } from '../../finding.ts';
import { bindingWords, promises, wordDifferences, type WordDifference } from '../binding-words.ts';
import { sectionName } from '../wording.ts';
import type { PublishInput, SectionFacts } from './input.ts';
import { refusal } from './refusal.ts';
import { continuedIn } from './section-groups.ts';

const RULE = 'materiality-understated';
const MOST_SHOWN = 6;

/**
 * A change that is called editorial or clarifying leaves numbers, dates, negations, modal verbs and "we do not …" promises of
 * every section as often as they were. Where it does not, somebody attests under this rule's name that the meaning is
 * the same. Counting can only raise a doubt; it never shows that a change is harmless.
 */
export function materialityUnderstated({ draft, previous }: PublishInput): readonly Finding[] {
  const isSmall = draft.materiality === 'editorial' || draft.materiality === 'clarifying';
  if (!isSmall || !previous || draft.attested.some(({ rule }) => rule === RULE)) return [];
  return comparisons(draft.sections, previous.sections, (id) => continuedIn(id, draft)).flatMap(({ section, before, after }) => {
    const words = wordDifferences(bindingWords(before), bindingWords(after));
    const gone = wordDifferences(promises(before), promises(after)).filter((promise) => promise.after < promise.before);
    if (words.length === 0 && gone.length === 0) return [];
    const seen = [
      ...words.slice(0, MOST_SHOWN).map(countedWord),
      ...(words.length > MOST_SHOWN ? [`${words.length - MOST_SHOWN} more`] : []),
    ];
    const counted = seen.length === 0 ? '' : ` These words stand there more or less often than in ${previous.version}: ${seen.join(', ')}.`;
    const promised = gone.map(({ word }) => ` A promise is not there any more in these words: "${word}".`).join('');
    const message =
      `This version is marked ${draft.materiality}, but the section ${sectionName(section)} may mean something else for readers.${counted}${promised} ` +
      `Choose substantive or material, or let somebody say under "attested" with rule: ${RULE} why it means the same.`;
    return [refusal(draft, RULE, message, ['materiality'])];
  });
}

interface Comparison {
  readonly section: SectionFacts;
  readonly before: string;
  readonly after: string;
}

/** Sections that went into another are compared together with it; sections whose words had to be removed are not compared. */
function comparisons(
  later: readonly SectionFacts[],
  earlier: readonly SectionFacts[],
  continued: (id: string) => string | undefined,
): readonly Comparison[] {
  const ids = new Set([...later.map(({ id }) => id), ...earlier.map(({ id }) => continued(id) ?? id)]);
  return [...ids].flatMap((id) => {
    const after = later.find((section) => section.id === id);
    const before = earlier.filter((section) => (continued(section.id) ?? section.id) === id);
    const section = after ?? before[0];
    const texts = before.map(({ text }) => text);
    if (!section || texts.includes(undefined) || (after && after.text === undefined)) return [];
    return [{ section, before: texts.join(''), after: after?.text ?? '' }];
  });
}

function countedWord({ word, before, after }: WordDifference): string {
  return `"${word}" (${before} before, ${after} now)`;
}
