import type { DraftText } from './input.ts';
import type { Sentence } from './sentences.ts';

/** Topic of the sections that say how readers learn of changes. */
export const CHANGES_TOPIC = 'changes-to-policy';

const HEADING =
  /\b(?:chang(?:e|es|ing)|updat(?:e|es|ing)|amend(?:ment|ments|ing)|modif(?:ication|ications|ying)|revisions?)\b.*\b(?:polic(?:y|ies)|terms|statement|notice|agreement|document|us)\b|^(?:\W*\d*\W*)(?:changes|updates|amendments|modifications|changes and questions|policy changes|terms changes)\W*$|\b(?:polic(?:y|ies)|terms|statement|notice|agreement)\b.*\b(?:changes|updates|amendments|modifications|revisions)\b/iu;
const PRICES = /\b(?:prices?|fees?|service|pricing|payment|product)\b/iu;
const ABOUT =
  /\b(?:chang(?:e|es|ed|ing)|updat(?:e|es|ed|ing)|amend\w*|modif\w+|revis(?:e|es|ed|ions?))\b[^.]{0,100}\b(?:this|these|our|the)\b[^.]{0,30}\b(?:polic(?:y|ies)|terms|statement|privacy notice|agreement)\b|\b(?:this|these|our|the)\b[^.]{0,30}\b(?:polic(?:y|ies)|terms|statement|privacy notice|agreement)\b[^.]{0,100}\b(?:chang(?:e|es|ed)|updat(?:e|es|ed)|amend\w*|modif\w+|revis(?:e|es|ed|ions?))\b/iu;

/** The sentences in which a text says how it may change: those of the sections that are tagged or headed so, and others that speak of it. */
export function changesClause(text: DraftText): readonly Sentence[] {
  const tagged = new Set(text.settings?.topics[CHANGES_TOPIC]);
  return text.sentences.filter((sentence) => {
    if (sentence.isHeading) return false;
    if (tagged.size > 0) return tagged.has(sentence.section);
    const heading = sentence.headings.at(-1) ?? '';
    const isOwn = HEADING.test(heading) && !(PRICES.test(heading) && !/\b(?:polic|terms|statement|agreement)/iu.test(heading));
    return isOwn || ABOUT.test(sentence.text);
  });
}
