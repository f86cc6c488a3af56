import { wordsOf } from '../record/inline.ts';
import { allSections, type PolicyRecord } from '../record/record.ts';
import { headingLabel } from '../record/section-id.ts';
import { sentencesOf } from '../rules/core/sentences.ts';

export interface BrokenReference {
  /** `section 14` */
  readonly words: string;
  /** The id of the section in which it stands. */
  readonly section: string;
}

// After the number nothing may follow that makes it a place in a law: “Section 5 of the FTC Act”, “Abschnitt 3 TMG”.
const LAW = String.raw`(?![\w-])(?!\.\d)(?!\s+(?:of|under|in)\s+(?:the\s+)?(?:\p{Lu}|Act|Code|Law))(?!\s*\([a-z0-9]+\)\s+(?:of|GDPR))(?!\s+(?:GDPR|DSGVO|CCPA|BDSG|TMG|BGB|UWG|U\.S\.C|USC|des\s+\p{Lu}|der\s+\p{Lu}))`;
const REFERENCES: Readonly<Record<string, RegExp>> = {
  en: new RegExp(String.raw`\b(?:[Ss]ections?|[Cc]lauses?|[Pp]aragraphs?|[Pp]arts?)\s+(\d+(?:\.\d+)*)${LAW}`, 'gu'),
  de: new RegExp(String.raw`\b(?:Abschnitte?n?|Ziffern?|Punkte?n?|Kapiteln?)\s+(\d+(?:\.\d+)*)${LAW}`, 'gu'),
};

/**
 * References to a numbered section that the text does not have; `undefined` where they cannot be looked for: in a text that does not number its
 * headings, and in languages without words for it here. Found by wording, so it may be wrong.
 */
export function brokenReferences(record: PolicyRecord): readonly BrokenReference[] | undefined {
  const pattern = REFERENCES[record.lang.split('-')[0] ?? ''];
  const numbers = new Set(
    allSections(record).flatMap(({ heading }) => {
      const { label = '' } = headingLabel(wordsOf(heading ?? []).trim());
      const number = /\d+(?:\.\d+)*/u.exec(label)?.[0];
      return number === undefined ? [] : [number];
    }),
  );
  if (!pattern || numbers.size === 0) return undefined;
  return sentencesOf(record).flatMap(({ text, section, isHeading }) =>
    isHeading ? [] : [...text.matchAll(pattern)].flatMap(([words, number = '']) => (numbers.has(number) ? [] : [{ words, section }])),
  );
}
