import type { RedlineRow } from '../../../src/model/redline/marked.ts';
import { redline, type Redline } from '../../../src/model/redline/redline.ts';
import type { MarkedSegment } from '../../../src/model/redline/segments.ts';
import { tokensText, type Token } from '../../../src/model/redline/token.ts';
import type { Block, PolicyRecord, Section } from '../../../src/model/record/record.ts';
import { paragraph, section, textOf } from './texts.ts';

/** Two paragraphs in one section, as a lawyer reads their redline: `[removed]`, `{added}`, `~set differently~`. */
export function markedWords(old: string, fresh: string, lang = 'en'): string {
  return rowsText(compared([paragraph(old)], [paragraph(fresh)], lang)).join(' / ');
}

/** The same section in two texts, with these blocks. */
export function compared(old: readonly Block[], fresh: readonly Block[], lang = 'en'): Redline {
  const text = (blocks: readonly Block[]): PolicyRecord => ({ ...textOf(section('one', blocks)), lang });
  return redline(text(old), text(fresh));
}

/** All rows of a redline, one string each, with `-`, `+` or `>` for one that went, came or moved. */
export function rowsText({ sections }: Redline): readonly string[] {
  return sections.flatMap(({ rows }) => rows.map(rowText));
}

function rowText(row: RedlineRow): string {
  const sign = row.move ? (row.state === 'removed' ? '<' : '>') : row.state === 'added' ? '+' : row.state === 'removed' ? '-' : '';
  const label = row.oldLabel === undefined ? '' : `[${row.oldLabel}]{${row.fresh?.label ?? ''}} `;
  return `${sign}${label}${segmentsText(row.segments)}`;
}

export function segmentsText(segments: readonly MarkedSegment[]): string {
  const parts = segments.map((segment) => {
    if (segment.op === 'same') return spaced(segment.tokens);
    if (segment.op === 'restyled') return `~${spaced(segment.fresh)}~`;
    return (segment.old.length > 0 ? `[${spaced(segment.old)}]` : '') + (segment.fresh.length > 0 ? `{${spaced(segment.fresh)}}` : '');
  });
  return parts.join('').trim();
}

function spaced(tokens: readonly Token[]): string {
  return (tokens[0]?.space.length ? ' ' : '') + tokensText(tokens);
}

/** Kinds of all changes, each change's after each other. */
export function kindsIn({ changes }: Redline): readonly string[] {
  return changes.map((change) => change.kinds.join(', '));
}

/** How each section stands in the redline: heading, state, and what it is as a whole. */
export function sectionsText({ sections }: Redline): readonly string[] {
  return sections.map(({ heading, state, kinds }) => [segmentsText(heading), [state, ...kinds].join(' ')].join(': '));
}

export function comparedSections(old: readonly Section[], fresh: readonly Section[], byId = true): Redline {
  return redline(textOf(...old), textOf(...fresh), { byId });
}
