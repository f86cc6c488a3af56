import type { TextRule } from './input.ts';
import { ambiguousDate } from './ambiguous-date.ts';
import { checkBack } from './check-back.ts';
import { consentByUse } from './consent-by-use.ts';
import { contact } from './contact.ts';
import { definedTerms } from './defined-terms.ts';
import { effectiveDate } from './effective-date.ts';
import { linkSuperseded } from './link-superseded.ts';
import { noSecrets } from './no-secrets.ts';
import { noticeOnChangesVague } from './notice-on-changes-vague.ts';
import { ownPromiseClauseMismatch } from './own-promise-clause-mismatch.ts';
import { tocHeadingMismatch } from './toc-heading-mismatch.ts';
import { topicSection, topicUnknown } from './topic-names.ts';

/** The rules about the words of a draft that hold for every policy, in the order of the guide. */
export const CORE_RULES: readonly TextRule[] = [
  effectiveDate,
  ambiguousDate,
  checkBack,
  consentByUse,
  noticeOnChangesVague,
  ownPromiseClauseMismatch,
  tocHeadingMismatch,
  definedTerms,
  linkSuperseded,
  contact,
  noSecrets,
  topicUnknown,
  topicSection,
];
