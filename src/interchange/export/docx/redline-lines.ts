import { flatSections, type FlatSection } from '../../../model/redline/flat.ts';
import { heaviestRun } from '../../../model/redline/heaviest-run.ts';
import type { RedlineRow, RedlineTable } from '../../../model/redline/marked.ts';
import type { Redline, RedlineSection } from '../../../model/redline/redline.ts';
import type { Container, Row } from '../../../model/redline/rows.ts';
import type { MarkedSegment } from '../../../model/redline/segments.ts';
import type { Token } from '../../../model/redline/token.ts';
import { foldWords } from '../../../model/record/fold.ts';
import type { Table } from '../../../model/record/record.ts';
import type { ListPairs } from './list-numbers.ts';

/** Of which text some words are: a tracked insertion is of the new one alone, a tracked deletion of the old one. */
export type Side = 'both' | 'old' | 'fresh';

export interface SidedWords {
  readonly side: Side;
  readonly tokens: readonly Token[];
}

/** One paragraph of both texts or of one. */
export interface DocLine {
  readonly side: Side;
  readonly kind: 'heading' | Row['role'];
  /** Of a heading; 1 for a top-level section. */
  readonly depth?: number | undefined;
  readonly id?: string | undefined;
  /** Number before a heading, `4.2`, or before an item, `b.`. */
  readonly label?: { readonly old?: string | undefined; readonly fresh?: string | undefined } | undefined;
  readonly path: readonly Container[];
  /** The same line as one of each text, where it is of both. */
  readonly apart?: readonly [old: DocLine, fresh: DocLine] | undefined;
  readonly words: readonly SidedWords[];
  /** Lines of a preformatted block. */
  readonly text?: string | undefined;
  readonly table?: { readonly own: Table; readonly marked?: RedlineTable | undefined } | undefined;
  /** Top-level section that it stands in, to find its footnotes; one for each text. */
  readonly section: { readonly old?: FlatSection | undefined; readonly fresh?: FlatSection | undefined };
}

interface Spot {
  readonly section: FlatSection;
  /** Absent on the line of the heading. */
  readonly row?: Row | undefined;
}

/**
 * Two texts as one row of paragraphs, such that those of the new text stand in its order and those of the old text in theirs:
 * what keeps its place in both is one paragraph, whatever else differs is a deletion and an insertion. Footnotes are left out.
 */
export function redlineLines(redline: Redline): readonly DocLine[] {
  const before = spots(flatSections(redline.old), redline, 'old');
  const after = spots(flatSections(redline.fresh), redline, 'fresh');
  const places = new Map<object, number>(after.map((spot, index) => [spot.row ?? spot.section, index]));
  const { rows, headings } = partnersOf(redline);
  const pairs = before.flatMap((spot, index) => {
    const partner = spot.row ? rows.get(spot.row)?.fresh : headings.get(spot.section)?.fresh;
    const place = partner && places.get(partner);
    return place === undefined ? [] : [[index, place] as const];
  });
  const kept = heaviestRun(pairs, ([index]) => 1 + (before[index]?.row?.tokens.length ?? 20));
  const lines: DocLine[] = [];
  let [i, j] = [0, 0];
  for (const [oldPlace, newPlace] of [...kept, [before.length, after.length] as const]) {
    lines.push(
      ...before.slice(i, oldPlace).map((spot) => wholeLine(spot, 'old')),
      ...after.slice(j, newPlace).map((spot) => wholeLine(spot, 'fresh')),
    );
    const [old, fresh] = [before[oldPlace], after[newPlace]];
    if (old && fresh) {
      const marked = old.row ? rows.get(old.row) : undefined;
      const line = marked ? rowLine(marked, old, fresh) : headingLine(headings.get(old.section), old, fresh);
      const apart = [wholeLine(old, 'old'), wholeLine(fresh, 'fresh')] as const;
      lines.push(...(line ? [{ ...line, apart }] : apart));
    }
    [i, j] = [oldPlace + 1, newPlace + 1];
  }
  return lines;
}

/** The rows of cells or footnotes, one text after the other where they stand; nothing in them moves. */
export function rowLines(rows: readonly RedlineRow[], section: DocLine['section']): readonly DocLine[] {
  return rows.flatMap((row) => {
    const at = (own: Row | undefined, side: 'old' | 'fresh'): readonly DocLine[] => (own ? [{ ...wholeRow(own, side), section }] : []);
    if (row.move || row.join)
      return row.state === 'removed' ? at(row.old, 'old') : row.fresh && row.move ? at(row.fresh, 'fresh') : joined(row, at);
    if (!row.old || !row.fresh) return [...at(row.old, 'old'), ...at(row.fresh, 'fresh')];
    const line = rowLine(row, { section: EMPTY, row: row.old }, { section: EMPTY, row: row.fresh });
    const apart = [
      { ...wholeRow(row.old, 'old'), section },
      { ...wholeRow(row.fresh, 'fresh'), section },
    ] as const;
    return line ? [{ ...line, section, apart }] : apart;
  });
}

/** What was divided or became one shares a row: each is written once, with the first that holds it. */
function joined(row: RedlineRow, at: (own: Row | undefined, side: 'old' | 'fresh') => readonly DocLine[]): readonly DocLine[] {
  const { old = [], fresh = [] } = row.join ?? {};
  const isFirst = row.old === old[0] && row.fresh === fresh[0];
  if (!isFirst) return [];
  return [...old.flatMap((own) => at(own, 'old')), ...fresh.flatMap((own) => at(own, 'fresh'))];
}

const EMPTY: FlatSection = { index: 0, kind: 'section', depth: 1, heading: [], hasHeading: false, title: '', rows: [], structure: '' };

/** The sections of the redline hold the very rows that are compared; the record's own would be others with the same words. */
function spots(sections: readonly FlatSection[], redline: Redline, side: 'old' | 'fresh'): readonly Spot[] {
  const held = new Map(redline.sections.flatMap((section) => (section[side] ? [[section[side].index, section[side]] as const] : [])));
  return sections
    .map((section) => held.get(section.index) ?? section)
    .filter(({ kind }) => kind === 'section')
    .flatMap((section): readonly Spot[] => [
      ...(section.hasHeading ? [{ section }] : []),
      ...section.rows.map((row) => ({ section, row })),
    ]);
}

interface Partners {
  readonly rows: ReadonlyMap<Row, RedlineRow>;
  readonly headings: ReadonlyMap<FlatSection, RedlineSection>;
}

function partnersOf(redline: Redline): Partners {
  const kept = redline.sections.filter(({ state }) => state === 'kept');
  return {
    rows: new Map(
      redline.sections
        .flatMap((section) => section.rows)
        .flatMap((row) => (row.state === 'kept' && row.old && row.fresh && !row.join ? [[row.old, row] as const] : [])),
    ),
    headings: new Map(
      kept.flatMap((section) => (section.old?.hasHeading && section.fresh?.hasHeading ? [[section.old, section] as const] : [])),
    ),
  };
}

function wholeLine({ section, row }: Spot, side: 'old' | 'fresh'): DocLine {
  if (row) return { ...wholeRow(row, side), section: { [side]: section } };
  const words = [{ side, tokens: section.heading }];
  return {
    side,
    kind: 'heading',
    depth: section.depth,
    id: section.id,
    label: { [side]: section.label },
    path: [],
    words,
    section: { [side]: section },
  };
}

function wholeRow(row: Row, side: 'old' | 'fresh'): Omit<DocLine, 'section'> {
  const { role, path, tokens, text, table, label } = row;
  return { side, kind: role, path, label: { [side]: label }, words: [{ side, tokens }], text, table: table && { own: table } };
}

/** A row of both texts; `undefined` where it stands in other things than before, or its words could not be told apart. */
function rowLine(
  { segments, table: marked }: RedlineRow,
  { section: before, row: old }: Spot,
  { section: after, row: fresh }: Spot,
): DocLine | undefined {
  if (!old || !fresh || old.role !== fresh.role || formOf(old) !== formOf(fresh) || old.text !== fresh.text) return undefined;
  const line: DocLine = {
    ...wholeRow(fresh, 'fresh'),
    side: 'both',
    label: { old: old.label, fresh: fresh.label },
    section: { old: before, fresh: after },
  };
  if (fresh.table)
    return marked || old.structure === fresh.structure ? { ...line, words: [], table: { own: fresh.table, marked } } : undefined;
  const words = sided(segments);
  return isWhole(words, old.tokens, fresh.tokens) ? { ...line, words } : undefined;
}

function headingLine(marked: RedlineSection | undefined, { section: old }: Spot, { section: fresh }: Spot): DocLine | undefined {
  if (!marked || old.depth !== fresh.depth) return undefined;
  const words = sided(marked.heading);
  if (!isWhole(words, old.heading, fresh.heading)) return undefined;
  const label = { old: old.label, fresh: fresh.label };
  return { side: 'both', kind: 'heading', depth: fresh.depth, id: fresh.id, label, path: [], words, section: { old, fresh } };
}

function sided(segments: readonly MarkedSegment[]): readonly SidedWords[] {
  return segments.flatMap((segment): readonly SidedWords[] => {
    if (segment.op !== 'same')
      return [
        { side: 'old', tokens: segment.old },
        { side: 'fresh', tokens: segment.fresh },
      ];
    if (!segment.old) return [{ side: 'both', tokens: segment.tokens }];
    // Only the space before the first word differs: it goes and comes with that word.
    return [
      { side: 'old', tokens: segment.old.slice(0, 1) },
      { side: 'fresh', tokens: segment.tokens.slice(0, 1) },
      { side: 'both', tokens: segment.tokens.slice(1) },
    ];
  });
}

/** Whether the words of each side, put together, are those of its text. */
function isWhole(words: readonly SidedWords[], old: readonly Token[], fresh: readonly Token[]): boolean {
  const said = (side: 'old' | 'fresh'): string =>
    textOf(words.filter((part) => part.side === side || part.side === 'both').flatMap((part) => part.tokens));
  return said('old') === textOf(old) && said('fresh') === textOf(fresh);
}

function textOf(tokens: readonly Token[]): string {
  return foldWords(tokens.map((token) => [...token.space, ...token.pieces].map(({ text }) => text).join('')).join(''));
}

/** Lines whose lists turned out to be others in the two texts, as a line of each. Asks once for every line, in order. */
export function settled(lines: readonly DocLine[], lists: ListPairs): readonly DocLine[] {
  const isOne = lines.map((line) => !line.apart || lists.areSame(line.apart[0].path, line.apart[1].path));
  return lines.flatMap((line, index) => (isOne[index] ? [line] : (line.apart ?? [line])));
}

/** What a row stands in, as far as a paragraph of Word shows it. */
function formOf(row: Row): string {
  return JSON.stringify(row.path.map(({ type, facts }) => [type, type === 'list' ? facts : '']));
}
