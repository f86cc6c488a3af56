import type { RedlineRow, RedlineTable } from '../../../src/model/redline/marked.ts';
import type { Redline, RedlineSection } from '../../../src/model/redline/redline.ts';
import type { MarkedSegment } from '../../../src/model/redline/segments.ts';
import { tokensText, type Token } from '../../../src/model/redline/token.ts';

/** Words shown around a mark. */
const CONTEXT = 14;

/** A redline to be read and judged: `[-removed-]`, `{+added+}`, `<~set differently~>`; only rows with a change, long stretches cut. */
export function redlineText({ sections, changes }: Redline): string {
  const lines = sections.flatMap((section, place) => {
    const rows = section.rows.flatMap((row) => rowLines(row));
    const heading = headingLine(section, place);
    return rows.length === 0 && heading === undefined ? [] : [heading ?? `## ${plain(section)}`, ...rows];
  });
  return [`${changes.length} changes`, ...lines].join('\n');
}

function headingLine(section: RedlineSection, place: number): string | undefined {
  const { state, heading, kinds, other, old, fresh } = section;
  const isMarked = heading.some((segment) => segment.op !== 'same');
  if (state === 'kept' && kinds.length === 0 && !isMarked) return undefined;
  const labels = old?.label === fresh?.label ? (fresh?.label ?? '') : `[-${old?.label ?? ''}-]{+${fresh?.label ?? ''}+}`;
  const there = other === undefined ? '' : ` (see §${other})`;
  return `## §${place} ${labels} ${marked(heading)}  <${[state, ...kinds].join(', ')}>${there}`;
}

function plain({ fresh, old }: RedlineSection): string {
  const section = fresh ?? old;
  return [section?.label ?? [], tokensText(section?.heading ?? [])].flat().join(' ') || '(no heading)';
}

function rowLines(row: RedlineRow): readonly string[] {
  const isMarked = row.segments.some((segment) => segment.op !== 'same');
  if (row.table?.isMarked) return tableLines(row.table);
  if (row.state === 'kept' && row.kinds.length === 0 && !isMarked) return [];
  const state = row.state === 'kept' ? '~' : row.state === 'added' ? '+' : '-';
  const label = row.oldLabel === undefined ? (row.fresh ?? row.old)?.label : `[-${row.oldLabel}-]{+${row.fresh?.label ?? ''}+}`;
  return [`  ${state} ${row.kinds.length > 0 ? `<${row.kinds.join(', ')}> ` : ''}${label ? `${label} ` : ''}${marked(row.segments)}`];
}

function tableLines(table: RedlineTable): readonly string[] {
  return table.rows.flatMap(({ state, cells }) => {
    const words = cells.map((cell) => cell.rows.map((row) => marked(row.segments)).join(' / '));
    const isMarked = state !== 'kept' || cells.some((cell) => cell.change !== undefined) || /\[-|\{\+|<~/u.test(words.join(''));
    return isMarked ? [`  | <${state}> ${words.join(' | ')}`] : [];
  });
}

function marked(segments: readonly MarkedSegment[]): string {
  return segments
    .map((segment, index) => {
      if (segment.op === 'same') return cut(segment.tokens, index > 0, index < segments.length - 1);
      const kinds = segment.kinds.join() === 'wording' ? '' : `(${segment.kinds.join()})`;
      if (segment.op === 'restyled') return `<~${spaced(segment.fresh)}~>${kinds}`;
      const [old, fresh] = [spaced(segment.old), spaced(segment.fresh)];
      return `${old === '' ? '' : `[-${old}-]`}${fresh === '' ? '' : `{+${fresh}+}`}${kinds}`;
    })
    .join('');
}

function cut(tokens: readonly Token[], hasBefore: boolean, hasAfter: boolean): string {
  const kept = (hasBefore ? CONTEXT : 0) + (hasAfter ? CONTEXT : 0) || CONTEXT;
  if (tokens.length <= kept + 4) return spaced(tokens);
  const head = hasBefore || !hasAfter ? spaced(tokens.slice(0, CONTEXT)) : '';
  return `${head} …${hasAfter ? spaced(tokens.slice(-CONTEXT)) : ''}`;
}

function spaced(tokens: readonly Token[]): string {
  return (tokens[0]?.space.length ? ' ' : '') + tokensText(tokens);
}
