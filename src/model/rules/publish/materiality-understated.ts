import type { Finding } from '../../finding.ts';
import { canonicalText } from '../../record/canonical.ts';
import type { Section } from '../../record/record.ts';
import { linkTargets, type Passage } from '../../redline/passages.ts';
import { tokensText, type Token } from '../../redline/token.ts';
import { touchedSections } from '../../redline/touched.ts';
import { promises, type Promises } from '../promises.ts';
import { sectionName } from '../wording.ts';
import { comparison } from './comparison.ts';
import type { PublishInput, VersionFacts } from './input.ts';
import { refusal } from './refusal.ts';
import { leadsElsewhere, weightyPassages } from './weighty-passages.ts';

const RULE = 'materiality-understated';
const MOST_SHOWN = 6;
const MOST_WORDS = 12;

/**
 * A change that is called editorial or clarifying touches no number, date, negation, modal verb, defined term or link target, and
 * takes no "we do not …" promise away. Where it does, somebody attests under this rule's name that the meaning is the same. The rule
 * can only raise a doubt; it never shows that a change is harmless. Words that had to be removed are not compared.
 */
export function materialityUnderstated({ draft, previous }: PublishInput): readonly Finding[] {
  const isSmall = draft.materiality === 'editorial' || draft.materiality === 'clarifying';
  if (!isSmall || !previous || draft.attested.some(({ rule }) => rule === RULE)) return [];
  const doubts = doubtsBySection(draft, previous);
  return [...doubts].map(([id, said]) => {
    const section = draft.sections.find((one) => one.id === id) ?? previous.sections.find((one) => one.id === id) ?? { id };
    const more = said.length > MOST_SHOWN ? ` And ${said.length - MOST_SHOWN} more.` : '';
    const message =
      `This version is marked ${draft.materiality}, but the section ${sectionName(section)} may mean something else for readers than in ${previous.version}. ` +
      `${said.slice(0, MOST_SHOWN).join(' ')}${more} ` +
      `Choose substantive or material, or let somebody say under "attested" with rule: ${RULE} why it means the same.`;
    return refusal(draft, RULE, message, ['materiality']);
  });
}

/** What raises a doubt, in sentences, by the top-level section of either text that it stands in. */
function doubtsBySection(draft: VersionFacts, previous: VersionFacts): ReadonlyMap<string, readonly string[]> {
  const redline = comparison(previous, draft);
  const owners = new Map(touchedSections(redline).map(({ place, wholes: [whole] }) => [place, (whole?.fresh ?? whole?.old)?.id ?? '']));
  const passages = weightyPassages(redline).map((passage) => [owners.get(passage.place) ?? '', inWords(passage)] as const);
  const [here, there] = [redline.fresh.sections, redline.old.sections].map((sections) => promisesOf(sections, draft.lang));
  const lost = redline.old.sections.flatMap((section) =>
    [...promisesOf([section], previous.lang).keys()]
      .filter((promise) => (here?.get(promise) ?? 0) < (there?.get(promise) ?? 0))
      .map((promise) => [section.id ?? '', `A promise is not there any more in these words: "${promise}".`] as const),
  );
  const grouped = Map.groupBy([...passages, ...lost], ([id]) => id);
  return new Map([...grouped].map(([id, list]) => [id, list.map(([, sentence]) => sentence)]));
}

function promisesOf(sections: readonly Section[], lang: string): Promises {
  return promises(canonicalText({ format: 1, lang, dir: 'ltr', sections }));
}

function inWords(passage: Passage): string {
  const { old, fresh } = passage;
  if (passage.kinds.includes('link') || (leadsElsewhere(passage) && tokensText(old) === tokensText(fresh))) {
    const [was, is] = [linkTargets(old), linkTargets(fresh)].map((targets) => (targets.length === 0 ? 'nowhere' : targets.join(', ')));
    return `The link under "${shortened(fresh)}" led to ${was ?? ''}, and now leads to ${is ?? ''}.`;
  }
  if (old.length === 0) return `"${shortened(fresh)}" was put there.`;
  if (fresh.length === 0) return `"${shortened(old)}" was taken away.`;
  return `It said "${shortened(old)}", and now says "${shortened(fresh)}".`;
}

function shortened(tokens: readonly Token[]): string {
  const words = tokensText(tokens).split(' ');
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : words.join(' ');
}
