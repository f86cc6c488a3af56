import { isEnglish, shortened, type DraftText, type Found, type TextRule } from './input.ts';

const BY_USE =
  /\bby (?:visiting|using|accessing|browsing|continuing|registering|submitting|signing up|your use|your continued use|creating|downloading|entering)\b[^.;]{0,160}\b(?:you|users?)\b[^.;]{0,40}\b(?:agree|accept|accepting|consent|consenting|agreeing|acknowledge)\b/iu;
const CONTINUED =
  /\b(?:continu(?:ed|ing)|your|further) (?:use|access|usage|to use|to access)\b[^.;]{0,200}\b(?:constitutes?|means?|signif(?:y|ies)|is deemed|be deemed|indicates?|confirms?|shall be|amounts? to|is subject to)\b[^.;]{0,60}\b(?:accept(?:ance|ed)?|agree(?:ment|d)?|consent|assent|bound)\b/iu;
const IF_CONTINUED =
  /\bif you (?:continue|keep) (?:to use|using|to access|accessing)\b[^.;]{0,120}\b(?:you (?:are |will be |shall be )?(?:agree|accept|consent|deemed|bound)\w*|(?:you are|you['’]re) (?:agreeing|accepting|consenting))/iu;
const LEAVE =
  /\bif you (?:do not|don['’]t|disagree|object)\b[^.]{0,120}\b(?:(?:do not|don['’]t|stop|cease|discontinue|refrain from|must not|should not) (?:continu\w+ (?:to )?)?(?:us(?:e|ing)|access\w*|visit\w*))/iu;
const CHANGE =
  /\b(?:as )?(?:updated?s?|amend(?:ed|ment|ments)?|chang(?:e|es|ed)|modif(?:y|ied|ication|ications)|revis(?:e|ed|ion|ions)|updates?|new (?:terms|version|policy))\b/iu;
const NOT = /\b(?:does|do|shall|will) not (?:constitute|mean|amount|signify|indicate)\b/iu;

/** Using a site is taken for agreeing to what changes, or, outside terms of use, to anything. */
export const consentByUse: TextRule = {
  id: 'consent-by-use',
  about: 'Use of the site or service is treated as agreement.',
  decided: 'heuristic',
  severity: 'warning',
  citation: { law: 'Sifuentes v. Dropbox (N.D. Cal. 2022)', basis: 'secondary' },
  find: (text) => (isEnglish(text) ? text.sentences.flatMap((sentence) => found(sentence, text.kind)) : []),
};

function found({ text, section, isHeading }: DraftText['sentences'][number], kind: string): readonly Found[] {
  if (isHeading || NOT.test(text)) return [];
  const isAboutChanges = CHANGE.test(text);
  const isConsent = BY_USE.test(text) || CONTINUED.test(text) || IF_CONTINUED.test(text) || (LEAVE.test(text) && isAboutChanges);
  // A contract may begin with its use; what may come later cannot be agreed to by it without more.
  if (!isConsent || (!isAboutChanges && kind !== 'privacy' && kind !== 'cookies')) return [];
  const what = isAboutChanges ? 'agreement to later changes' : 'agreement';
  const message =
    `Use is treated as ${what}: "${shortened(text)}" Whoever relies on it has to show that people knew. ` +
    'Tell people of a change before it counts, and ask for consent where consent is needed.';
  return [{ section, quote: text, message }];
}
