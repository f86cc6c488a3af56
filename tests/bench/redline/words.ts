import { flatSections, type FlatSection } from '../../../src/model/redline/flat.ts';
import { foldTypography } from '../../../src/model/redline/fold-typography.ts';
import { scan } from '../../../src/model/redline/scan.ts';
import { tokensText, type Token } from '../../../src/model/redline/token.ts';
import { foldWords } from '../../../src/model/record/fold.ts';
import type { PolicyRecord } from '../../../src/model/record/record.ts';

/**
 * The words of a text as every method is measured by them: runs of letters and figures, dates and sums taken apart, quotation marks
 * and dashes in one shape. A method that marks a whole date where its year changed is counted with three words.
 */
export function wordsOf(text: string, lang: string): readonly string[] {
  return scan(text, lang).flatMap(({ kind, start, end }) => {
    const words = text.slice(start, end);
    if (kind === 'sign' || kind === 'note') return [];
    return kind === 'word' ? [words] : (words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  });
}

/** The lines of a text: its headings and the words of each paragraph, item, term and table. */
export function linesOf(record: PolicyRecord): readonly string[] {
  return flatSections(record).flatMap((section) => {
    const rows = section.rows.map((row) => textOf(row.tokens));
    return section.hasHeading ? [headingText(section), ...rows] : rows;
  });
}

export function headingText(section: FlatSection): string {
  return [section.label ?? [], textOf(section.heading)].flat().join(' ');
}

export function textOf(tokens: readonly Token[]): string {
  return foldTypography(foldWords(tokensText(tokens)));
}
