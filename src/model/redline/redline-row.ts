import type { Table } from '../record/record.ts';
import type { ChangeCounter } from './change-counter.ts';
import { kindsOf, type ChangeKind, type Terms } from './kinds.ts';
import type { RedlineRow, RedlineTable } from './marked.ts';
import type { JoinedRows } from './joined-rows.ts';
import { joinedSegments } from './joined-segments.ts';
import type { MergedRow } from './merge-rows.ts';
import type { RowPairs } from './pair-rows.ts';
import type { Container, Row } from './rows.ts';
import { markedSegments, numbered, type Marking } from './segments.ts';
import type { Token } from './token.ts';
import type { Segment } from './words.ts';

interface Where {
  /** Place of its section in the redline. */
  readonly place: number;
  /** The change that its section is as a whole, if it came or went. */
  readonly whole?: number | undefined;
}

/** Compares two tables. Handed in, because the cells of a table hold rows again. */
export type TableRedline = (old: Table, fresh: Table, marking: Marking & { readonly lang: string }) => RedlineTable;

export interface RowMarking {
  readonly counter: ChangeCounter;
  readonly terms: Terms;
  readonly moves: Pick<RowPairs, 'containers' | 'partners'>;
  readonly lang: string;
  readonly tableOf: TableRedline;
}

/** Marks the rows of a redline one after the other; what belongs together over several rows has one number. */
export class RowMarker {
  readonly #marking: RowMarking;
  /** Changes that more than one row shows: a move at both its places, a list that counts otherwise. */
  readonly #shared = new Map<object, number>();
  readonly #parts = new Map<JoinedRows, readonly (readonly Segment[])[]>();

  constructor(marking: RowMarking) {
    this.#marking = marking;
  }

  mark(row: MergedRow, where: Where): RedlineRow {
    if (row.state === 'kept' && row.old && row.fresh) return this.#kept(row, row.old, row.fresh, where);
    const own = row.fresh ?? row.old;
    const tokens = own?.tokens ?? [];
    const [old, fresh] = row.fresh ? [[], tokens] : [tokens, []];
    const words = kindsOf(old, fresh, this.#marking.terms).filter((kind) => kind !== 'wording' && kind !== 'typography');
    if (row.move) {
      const change = this.#moveOf(row, where);
      return { ...row, segments: [{ op: 'same', tokens }], change, kinds: [row.move] };
    }
    const kinds: readonly ChangeKind[] = [row.state === 'added' ? 'added' : 'removed', ...words];
    if (where.whole !== undefined) this.#marking.counter.extend(where.whole, words);
    const change = where.whole ?? this.#marking.counter.add(kinds, where.place);
    return { ...row, segments: tokens.length === 0 ? [] : [{ op: 'changed', old, fresh, kinds }], change, kinds };
  }

  #kept(row: MergedRow, old: Row, fresh: Row, where: Where): RedlineRow {
    const { counter, terms, lang } = this.#marking;
    if (row.join) return this.#joined(row, row.join, where);
    const oldLabel = old.label === fresh.label ? undefined : old.label;
    const kinds: ChangeKind[] = row.move ? [row.move] : [];
    let change = row.move ? this.#moveOf(row, where) : undefined;
    const built = this.#rebuilt(old, fresh);
    if (built) {
      kinds.push(built.kind);
      change = this.#add(built.node, built.kind, { place: where.place, change });
    }
    if (old.label !== fresh.label) {
      const list = fresh.path.at(-2)?.node ?? fresh;
      kinds.push('renumbered');
      change = this.#add(list, 'renumbered', { place: where.place, change });
    }
    const base = { ...row, kinds: [...new Set(kinds)], oldLabel };
    if (old.structure === fresh.structure) return { ...base, change, segments: [{ op: 'same', tokens: fresh.tokens }] };
    if (old.table && fresh.table) {
      const table = this.#marking.tableOf(old.table, fresh.table, { counter, terms, place: where.place, lang });
      return {
        ...base,
        change: table.isMarked || change !== undefined ? change : counter.add(['structure'], where.place),
        table,
        segments: [],
      };
    }
    const before = counter.count;
    const segments = markedSegments(old.tokens, fresh.tokens, { counter, terms, place: where.place });
    // The same words in the same marks, nested or divided otherwise.
    if (counter.count === before && change === undefined)
      change = counter.add([old.text === undefined ? 'emphasis' : 'typography'], where.place);
    return { ...base, change, segments };
  }

  /** One of the rows that share their old or their new one; those after the first begin or end a row where there was none. */
  #joined(row: MergedRow, join: JoinedRows, { place }: Where): RedlineRow {
    const { counter, terms } = this.#marking;
    const isSplit = join.fresh.length > 1;
    const [several, one] = isSplit ? [join.fresh, row.fresh] : [join.old, row.old];
    const index = several.findIndex((each) => each === one);
    const parts = this.#parts.get(join) ?? joinedSegments(tokensIn(join.old), tokensIn(join.fresh), terms);
    this.#parts.set(join, parts);
    const kinds: readonly ChangeKind[] = index === 0 ? [] : [isSplit ? 'split' : 'merged'];
    const change = kinds.length > 0 ? counter.add(kinds, place) : undefined;
    return { ...row, kinds, change, segments: numbered(parts[index] ?? [], { counter, terms, place }) };
  }

  /** What differs in what the row stands in: the outermost such thing. */
  #rebuilt(old: Row, fresh: Row): { readonly node: object; readonly kind: ChangeKind } | undefined {
    if (old.role !== fresh.role || old.path.length !== fresh.path.length) return { node: fresh, kind: 'structure' };
    for (const [depth, container] of old.path.entries()) {
      const other = fresh.path[depth];
      if (!other || other.type !== container.type) return { node: fresh, kind: 'structure' };
      if (other.facts !== container.facts) return { node: other.node, kind: kindOfFacts(container, other) };
    }
    return undefined;
  }

  #moveOf({ old }: MergedRow, { place }: Where): number {
    const { moves } = this.#marking;
    const list = old?.path.at(-2)?.node;
    // A reordered list is one change, however many of its items stand elsewhere.
    const key = this.#isOrder(old) && list ? (moves.containers.get(list)?.node ?? list) : old;
    return this.#add(key ?? {}, this.#isOrder(old) ? 'order' : 'moved', { place });
  }

  #isOrder(old: Row | undefined): boolean {
    const { partners, containers } = this.#marking.moves;
    const partner = old && partners.get(old);
    if (old?.role !== 'item' || partner?.role !== 'item') return false;
    const list = old.path.at(-2)?.node;
    return list !== undefined && containers.get(list)?.node === partner.path.at(-2)?.node;
  }

  /** The number under which something is counted; the first row that shows it counts it. */
  #add(key: object, kind: ChangeKind, { place, change }: { place: number; change?: number | undefined }): number {
    const { counter } = this.#marking;
    const known = this.#shared.get(key) ?? change;
    if (known !== undefined) {
      counter.extend(known, [kind]);
      this.#shared.set(key, known);
      return known;
    }
    const number = counter.add([kind], place);
    this.#shared.set(key, number);
    return number;
  }
}

function kindOfFacts(old: Container, fresh: Container): ChangeKind {
  if (fresh.type === 'note') return 'renumbered';
  return fresh.type === 'list' && old.facts !== '' && fresh.facts !== '' ? 'renumbered' : 'structure';
}

function tokensIn(rows: readonly Row[]): readonly (readonly Token[])[] {
  return rows.map((row) => row.tokens);
}
