import { isEnglish, shortened, type DraftText, type Found, type TextRule } from './input.ts';

// The reader is the one who is to look: "we review this policy from time to time" is no such request.
const ASKED =
  /\bplease\b|\byou (?:should|must|need to|ought to|are (?:encouraged|advised|expected|responsible|invited|urged)|may (?:want|wish) to|will want to|can always|agree to)\b|\b(?:encourage|advise|recommend|suggest|urge|invite|ask)s?\b[^.]{0,30}\b(?:you|users|customers|visitors|members)\b|\b(?:users|customers|visitors|members) (?:should|must|are (?:encouraged|advised|urged))\b|\bbe sure to\b|\bit is (?:your|the user’s|the user's) responsibility\b|\byour responsibility\b/iu;
const LOOK =
  /\b(?:check(?:ing)?|visit(?:ing)?|review(?:ing)?|revisit(?:ing)?|consult(?:ing)?|refer(?:ring)? (?:back )?to|re-?read(?:ing)?|monitor(?:ing)?|look(?:ing)? (?:at|back)|come back|return(?:ing)? to|stay(?:ing)? informed|keep(?:ing)? up)\b/iu;
const AGAIN =
  /\b(?:periodic(?:ally)?|frequent(?:ly)?|regular(?:ly)?|from time to time|occasionally|often|each time|every time|whenever you|now and then|at times|back (?:here|often|regularly|from)|for (?:any )?(?:changes|updates|the (?:latest|most (?:recent|current)))|any (?:changes|updates|modifications))\b/iu;
const SUBJECT =
  /\b(?:polic(?:y|ies)|terms|statement|notice|agreement|page|document|guidelines)\b|\b(?:changes|updates|amendments|modifications) to (?:it|them|this|these|our)\b/iu;
const DIRECT =
  /\b(?:please |you should |to )check back\b|\bcheck (?:this|the|our)[^.]{0,40}\b(?:page|policy|terms|statement|notice)\b[^.]{0,40}\b(?:periodically|frequently|regularly|from time to time|often|back)\b/iu;

/** Readers are told to look for changes themselves. */
export const checkBack: TextRule = {
  id: 'check-back',
  about: 'Readers are asked to check for changes themselves.',
  decided: 'heuristic',
  severity: 'warning',
  citation: { law: 'WP260 rev.01 para 29 (Article 29 Working Party, Guidelines on transparency)', basis: 'seen' },
  find: (text) => (isEnglish(text) ? text.sentences.flatMap(found) : []),
};

function found({ text, section, isHeading }: DraftText['sentences'][number]): readonly Found[] {
  if (isHeading) return [];
  const isAsked = ASKED.test(text) && LOOK.test(text) && AGAIN.test(text) && SUBJECT.test(text) && isBeforeAgain(text);
  if (!DIRECT.test(text) && !isAsked) return [];
  const message =
    `Readers are told to look for changes themselves: "${shortened(text)}" That does not replace telling them. ` +
    'Say how they are told of a change and how long before it counts, and give the same under "changeTerms"; the request may stay beside that only as a courtesy.';
  return [{ section, quote: text, message }];
}

/** "Please contact us … We review this from time to time": who is asked stands before what is to be looked at. */
function isBeforeAgain(text: string): boolean {
  const asked = ASKED.exec(text)?.index ?? 0;
  const look = text.slice(asked).search(LOOK);
  return look >= 0 && look < 120 && !/\bplease (?:contact|e-?mail|write|see|note)\b/iu.test(text.slice(asked, asked + look));
}
