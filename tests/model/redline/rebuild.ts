import { flatSections } from '../../../src/model/redline/flat.ts';
import type { RedlineRow, RedlineTable } from '../../../src/model/redline/marked.ts';
import type { Redline, RedlineSection } from '../../../src/model/redline/redline.ts';
import type { Row } from '../../../src/model/redline/rows.ts';
import type { MarkedSegment } from '../../../src/model/redline/segments.ts';
import { signatureOf, type Token } from '../../../src/model/redline/token.ts';
import type { PolicyRecord } from '../../../src/model/record/record.ts';

type Which = 'old' | 'fresh';

/** A text as it is, in the shape in which a redline's sides are given back. */
export function sideOf(record: PolicyRecord): readonly string[] {
  return flatSections(record).flatMap((section) => [
    `${section.depth} ${section.id ?? ''} ${section.label ?? ''} ${said(section.heading)}`,
    ...section.rows.map((row) => rowLine(row, row.tokens)),
  ]);
}

/**
 * One side of a redline: what is left when everything of the other text is taken away and every row stands in its old or new
 * place. Words come out of the marked segments, so that a word lost in marking is seen.
 */
export function rebuilt(redline: Redline, which: Which): readonly string[] {
  const record = which === 'old' ? redline.old : redline.fresh;
  const words = new Map<Row, readonly Token[]>();
  const headings = new Map<number, readonly Token[]>();
  for (const section of redline.sections) {
    if (section.state === 'left') continue;
    const own = section[which];
    if (own) headings.set(own.index, sideTokens(section.heading, which));
    for (const row of section.rows) collect(row, which, words);
  }
  let place = 0;
  const inOrder = rowsInOrder(redline, which);
  return flatSections(record).flatMap((section) => [
    `${section.depth} ${section.id ?? ''} ${section.label ?? ''} ${said(headings.get(section.index) ?? [])}`,
    ...section.rows.map(() => {
      const row = inOrder[place++];
      return row ? rowLine(row, words.get(row) ?? []) : '(none)';
    }),
  ]);
}

function collect(row: RedlineRow, which: Which, words: Map<Row, readonly Token[]>): void {
  const own = row[which];
  // A moved row's words are marked at its new place.
  if (!own || (row.move && row.state === 'removed')) return;
  // What was divided or joined shares its row with the next.
  if (words.has(own) && !row.join) throw new Error('A row stands twice in a redline.');
  words.set(own, [...(words.get(own) ?? []), ...(row.table ? tableTokens(row.table, which) : sideTokens(row.segments, which))]);
}

function tableTokens(table: RedlineTable, which: Which): readonly Token[] {
  const isThere = (state: string): boolean => state === 'kept' || (state === 'added') === (which === 'fresh');
  const inCells = table.rows.flatMap((row) => {
    if (!isThere(row.state)) return [];
    return row.cells.flatMap((cell) => {
      if (!isThere(cell.state)) return [];
      return cell.rows.flatMap((inner) => {
        const found = new Map<Row, readonly Token[]>();
        collect(inner, which, found);
        return [...found.values()].flat();
      });
    });
  });
  return [...sideTokens(table.caption, which), ...inCells];
}

/** Rows of one side in the order of its text, as the redline holds them, checked to be all of them. */
function rowsInOrder(redline: Redline, which: Which): readonly Row[] {
  const record = which === 'old' ? redline.old : redline.fresh;
  const held = new Set<Row>();
  for (const section of redline.sections) {
    for (const row of section.rows) {
      const own = row[which];
      if (own) held.add(own);
    }
  }
  const sections = heldSections(redline, which).toSorted((a, b) => (a[which]?.index ?? 0) - (b[which]?.index ?? 0));
  const rows = sections.flatMap((section) => section[which]?.rows ?? []);
  const count = flatSections(record).reduce((sum, section) => sum + section.rows.length, 0);
  if (rows.length !== count || rows.some((row) => !held.has(row)) || held.size !== count)
    throw new Error('A redline does not hold every row of a text.');
  return rows;
}

function heldSections(redline: Redline, which: Which): readonly RedlineSection[] {
  return redline.sections.filter((section) => section.state !== 'left' && section[which]);
}

function sideTokens(segments: readonly MarkedSegment[], which: Which): readonly Token[] {
  return segments.flatMap((segment) => {
    if (segment.op !== 'same') return segment[which];
    return which === 'old' ? (segment.old ?? segment.tokens) : segment.tokens;
  });
}

function rowLine(row: Row, tokens: readonly Token[]): string {
  return `  ${row.path.map(({ type, facts }) => `${type}(${facts})`).join('/')} ${row.role} ${row.label ?? ''} ${said(tokens)}`;
}

function said(tokens: readonly Token[]): string {
  return tokens.map(signatureOf).join(' ');
}
