import { METHODS, type Comparison, type Fault, type Method } from './compare.ts';

/** Pairs whose edits are smaller than this part of both texts are edits; the others are rewrites. */
export const EDIT_SHARE = 0.3;

export interface NamedComparison extends Comparison {
  readonly name: string;
  readonly isHeldOut: boolean;
  readonly isNested: boolean;
}

export interface Totals {
  readonly pairs: number;
  readonly gaveUp: number;
  readonly words: number;
  readonly bound: number;
  readonly marks: number;
  readonly confetti: number;
  readonly insideWords: number;
  readonly cpuMs: number;
  readonly longestMs: number;
}

/** What one method did over some pairs. One that it gave up on counts in nothing but their number and its time. */
export function totals(pairs: readonly NamedComparison[], method: Method): Totals {
  const measured = pairs.map((pair) => ({ pair, ...pair.measured[method] }));
  const done = measured.flatMap(({ pair, marks }) => (marks ? [{ bound: pair.bound, ...marks }] : []));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  return {
    pairs: pairs.length,
    gaveUp: measured.length - done.length,
    words: sum(done.map((one) => one.words)),
    bound: sum(done.map((one) => one.bound)),
    marks: sum(done.map((one) => one.marks)),
    confetti: sum(done.map((one) => one.confetti)),
    insideWords: sum(done.map((one) => one.insideWords)),
    cpuMs: sum(measured.map((one) => one.cpuMs)),
    longestMs: Math.max(0, ...measured.map((one) => one.cpuMs)),
  };
}

export function ratio({ words, bound }: Pick<Totals, 'words' | 'bound'>): number {
  return bound === 0 ? (words === 0 ? 1 : Number.POSITIVE_INFINITY) : words / bound;
}

export function areEdits(pairs: readonly NamedComparison[]): readonly NamedComparison[] {
  return pairs.filter((pair) => pair.share < EDIT_SHARE);
}

export function withFault(pairs: readonly NamedComparison[], fault: Fault): readonly NamedComparison[] {
  return pairs.filter((pair) => pair.faults.includes(fault));
}

/** Tables for a terminal: quality of edits and of rewrites, then time by size, for every method. */
export function tallyText(pairs: readonly NamedComparison[]): string {
  const rewrites = pairs.filter((pair) => pair.share >= EDIT_SHARE);
  const sizes: readonly (readonly [string, (size: number) => boolean])[] = [
    ['under 2,000 words', (size) => size < 2000],
    ['2,000 to 8,000', (size) => size >= 2000 && size < 8000],
    ['8,000 and more', (size) => size >= 8000],
  ];
  return [
    ...quality(`Edits of under ${EDIT_SHARE * 100} % of the words`, areEdits(pairs)),
    ...quality('Rewrites', rewrites),
    ...sizes.flatMap(([name, isSize]) =>
      time(
        name,
        pairs.filter(({ size }) => isSize(size)),
      ),
    ),
  ].join('\n');
}

function quality(name: string, pairs: readonly NamedComparison[]): readonly string[] {
  if (pairs.length === 0) return [];
  const rows = METHODS.map((method) => {
    const all = totals(pairs, method);
    return [method, ratio(all).toFixed(3), all.words, all.bound, all.marks, all.confetti, all.insideWords, all.gaveUp];
  });
  return [
    `${name}: ${pairs.length} pairs`,
    ...table([['', 'marked/LCS', 'words', 'LCS', 'marks', 'confetti', 'in words', 'gave up'], ...rows]),
    '',
  ];
}

function time(name: string, pairs: readonly NamedComparison[]): readonly string[] {
  if (pairs.length === 0) return [];
  const rows = METHODS.map((method) => {
    const all = totals(pairs, method);
    return [method, (all.cpuMs / all.pairs).toFixed(1), all.longestMs.toFixed(0)];
  });
  return [`CPU ms, ${name}: ${pairs.length} pairs`, ...table([['', 'mean', 'most'], ...rows]), ''];
}

/** Columns of even width, the first to the left and numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
