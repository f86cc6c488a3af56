/** A line of the history, as the page carries it. */
export interface Line {
  readonly version: string;
  readonly kind: string;
  readonly from: string;
  readonly until?: string | undefined;
}

export interface DayAnswer {
  /** Which words answer. */
  readonly words: 'answer' | 'seen' | 'before' | 'future' | 'none';
  readonly version?: string | undefined;
  /** First day that the archive knows of. */
  readonly first?: string | undefined;
  /** Announced for a day at or before the one asked for, and withdrawn. */
  readonly withdrawn: readonly string[];
}

/** What applied on a day, as far as the history knows; days are `YYYY-MM-DD`. Pure. */
export function answerOnDay(lines: readonly Line[], day: string, today: string): DayAnswer {
  const governing = lines.filter(({ kind }) => kind === 'stated' || kind === 'seen').toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const found = governing.findLast(({ from, until }) => from <= day && (until === undefined || day < until));
  const since = found?.from ?? governing.at(-1)?.until ?? '';
  const withdrawn = lines.filter(({ kind, from }) => kind === 'withdrawn' && since <= from && from <= day).map(({ version }) => version);
  const first = governing[0]?.from;
  if (found) return { words: day > today ? 'future' : found.kind === 'seen' ? 'seen' : 'answer', version: found.version, withdrawn };
  if (first !== undefined && day < first) return { words: 'before', first, withdrawn };
  return { words: 'none', withdrawn };
}
