import { fill } from '../fill.ts';
import type { ChangeKind } from './kinds.ts';
import type { RedlineSummary } from './summary.ts';

/**
 * The words of the line above a redline, in one language; `{count}` and `{sections}` are filled in, and `|` parts the form for one
 * from the form for more. Plain data, so that a page can hand them to a script.
 */
export interface SummaryWords {
  readonly sumSame: string;
  readonly sumChanged: string;
  readonly sumAdded: string;
  readonly sumRemoved: string;
  readonly sumSplit: string;
  readonly sumMerged: string;
  readonly sumMoved: string;
  readonly sumRenamed: string;
  readonly sumNumbers: string;
  readonly sumDates: string;
  readonly sumTerms: string;
  readonly sumNegations: string;
  readonly sumModals: string;
  readonly sumLinks: string;
  readonly sumRenumbered: string;
  readonly sumAnchors: string;
  readonly sumTypography: string;
}

/** Kinds that a reader may care about by themselves, in the order in which they are told. */
const TOLD: readonly (readonly [ChangeKind, keyof SummaryWords])[] = [
  ['number', 'sumNumbers'],
  ['date', 'sumDates'],
  ['term', 'sumTerms'],
  ['negation', 'sumNegations'],
  ['modal', 'sumModals'],
  ['link', 'sumLinks'],
  ['renumbered', 'sumRenumbered'],
  ['anchor', 'sumAnchors'],
];

/** `3 of 12 sections changed, 1 moved; 2 numbers, 1 link. 12 changes of typography only.` */
export function summaryText(summary: RedlineSummary, words: SummaryWords): string {
  if (summary.changes === 0) return words.sumSame;
  const sections = [
    counted(words.sumChanged, summary.changed, { sections: String(summary.sections) }, summary.sections),
    ...told([
      [summary.added, words.sumAdded],
      [summary.removed, words.sumRemoved],
      [summary.split, words.sumSplit],
      [summary.merged, words.sumMerged],
      [summary.moved, words.sumMoved],
      [summary.renamed, words.sumRenamed],
    ]),
  ].join(', ');
  const kinds = told(TOLD.map(([kind, key]) => [summary.kinds[kind] ?? 0, words[key]] as const)).join(', ');
  const typography = told([[summary.typographyOnly, words.sumTypography]]).map((text) => ` ${text}`);
  return `${sections}${kinds === '' ? '' : `; ${kinds}`}.${typography.join('')}`;
}

function told(counts: readonly (readonly [number, string])[]): readonly string[] {
  return counts.flatMap(([count, forms]) => (count === 0 ? [] : [counted(forms, count)]));
}

/** `of` is the number that decides between the forms, where it is not the count itself. */
function counted(forms: string, count: number, more: Readonly<Record<string, string>> = {}, of = count): string {
  const [one = '', many = one] = forms.split('|');
  return fill(of === 1 ? one : many, { count: String(count), ...more });
}
