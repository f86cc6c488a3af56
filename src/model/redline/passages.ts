import type { LinkTarget } from '../record/record.ts';
import type { ChangeKind } from './kinds.ts';
import type { RedlineRow } from './marked.ts';
import type { Redline } from './redline.ts';
import type { MarkedSegment } from './segments.ts';
import type { Token } from './token.ts';

/** Words that one change takes away, puts there or sets otherwise. */
export interface Passage {
  /** Number of the change. */
  readonly change: number;
  /** Place of its section in the redline. */
  readonly place: number;
  readonly part: 'heading' | 'text';
  /** `b.` in front of the list item that it stands in. */
  readonly label?: string | undefined;
  readonly kinds: readonly ChangeKind[];
  /** Empty where words were only put there. */
  readonly old: readonly Token[];
  /** Empty where words were only taken away. */
  readonly fresh: readonly Token[];
}

/** All marked words of a redline, in its order. Changes without words of their own, such as a move, have no passage. */
export function passagesOf({ sections }: Redline): readonly Passage[] {
  return sections.flatMap(({ heading, change, rows }, place) => [
    ...marked(heading, { place, part: 'heading', whole: change }),
    ...rows.flatMap((row) => rowPassages(row, place)),
  ]);
}

/** Where the links of some words lead, in their order, each once: `#id`, `policy:terms#id` or an address. */
export function linkTargets(tokens: readonly Token[]): readonly string[] {
  const wraps = tokens.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.wraps));
  return [...new Set(wraps.flatMap(({ inline }) => (inline.kind === 'link' ? [written(inline.target)] : [])))];
}

function rowPassages(row: RedlineRow, place: number): readonly Passage[] {
  const at = { place, part: 'text' as const, label: (row.fresh ?? row.old)?.label, whole: row.change };
  const { table } = row;
  if (!table) return marked(row.segments, at);
  const cells = table.rows.flatMap((one) => one.cells);
  return [...marked(table.caption, at), ...cells.flatMap((cell) => cell.rows.flatMap((inner) => rowPassages(inner, place)))];
}

interface At extends Pick<Passage, 'place' | 'part' | 'label'> {
  /** The change that all words here are together, where they have none of their own. */
  readonly whole: number | undefined;
}

function marked(segments: readonly MarkedSegment[], { whole, ...at }: At): readonly Passage[] {
  return segments.flatMap((segment): readonly Passage[] => {
    if (segment.op === 'same') return [];
    const change = segment.change ?? whole;
    return change === undefined ? [] : [{ ...at, change, kinds: segment.kinds, old: segment.old, fresh: segment.fresh }];
  });
}

function written(target: LinkTarget): string {
  switch (target.kind) {
    case 'within':
      return `#${target.id}`;
    case 'policy':
      return `policy:${target.policy}${target.id === undefined ? '' : `#${target.id}`}`;
    case 'address':
      return target.href;
  }
}
