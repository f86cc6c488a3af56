import type { Cell, Table } from '../record/record.ts';
import type { RedlineRow, RedlineTable, RedlineTableRow } from './marked.ts';
import { rowsOf, type Row } from './rows.ts';
import type { MarkedSegment } from './segments.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';

/** A table all of whose words stay, came or went together. */
export function wholeTable(table: Table, state: 'kept' | 'added' | 'removed', lang: string): RedlineTable {
  const segments = (tokens: readonly Token[]): readonly MarkedSegment[] => {
    if (tokens.length === 0) return [];
    if (state === 'kept') return [{ op: 'same', tokens }];
    return [{ op: 'changed', old: state === 'removed' ? tokens : [], fresh: state === 'added' ? tokens : [], kinds: [state] }];
  };
  const row = (own: Row): RedlineRow => ({
    state: 'kept',
    old: own,
    fresh: own,
    path: own.path,
    segments: segments(own.tokens),
    kinds: [],
    table: own.table && wholeTable(own.table, state, lang),
  });
  const cell = (one: Cell): RedlineTableRow['cells'][number] => ({ state: 'kept', cell: one, rows: rowsOf(one.blocks, lang).map(row) });
  const rows = (part: 'head' | 'body', list: Table['head']): readonly RedlineTableRow[] =>
    list.map((cells) => ({ state: 'kept', part, cells: cells.map(cell) }));
  return {
    caption: table.caption ? segments(tokensOf(table.caption, lang)) : [],
    rows: [...rows('head', table.head), ...rows('body', table.body)],
    isMarked: state !== 'kept',
  };
}
