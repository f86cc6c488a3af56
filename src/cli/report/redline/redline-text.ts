import type { FlatSection } from '../../../model/redline/flat.ts';
import type { RedlineRow } from '../../../model/redline/marked.ts';
import type { Redline, RedlineSection } from '../../../model/redline/redline.ts';
import { redlineSummary } from '../../../model/redline/summary.ts';
import { summaryText } from '../../../model/redline/summary-words.ts';
import { tokensText } from '../../../model/redline/token.ts';
import { wordsFor } from '../../../strings/strings.ts';
import { markedLines, type Page, type Piece } from './marked-lines.ts';
import { headingPieces, notePieces } from './mark-pieces.ts';
import { rowLines, type MoveNames } from './row-lines.ts';

export interface RedlineReport {
  /** `Privacy policy: 2016-05-26 -> 2024-01-01 (draft)` */
  readonly title: string;
  /** Columns of a line. */
  readonly width: number;
  readonly isColoured: boolean;
}

/** A redline for people at a terminal: what changed in figures first, then section by section what differs, and nothing else. */
export function redlineText(redline: Redline, { title, ...look }: RedlineReport): string {
  const page: Page = { ...look, isRightToLeft: redline.fresh.dir === 'rtl', lang: redline.fresh.lang };
  const words = (text: string, style: Piece['style']): readonly Piece[] =>
    text.split(' ').map((word): Piece => ({ text: word, style, hasSpace: true }));
  const summary = summaryText(redlineSummary(redline), wordsFor('en').strings);
  const names = moveNames(redline);
  const shown = redline.sections.map((section) => sectionLines(section, redline, { names, page }));
  const quiet = redline.sections.filter(
    (_, place) => shown[place]?.length === 0 && redline.changes.some(({ section }) => section === place),
  );
  const rest = quiet.length === 0 ? [] : ['', ...markedLines(words(`Typography only: ${quiet.map(nameOf).join(', ')}.`, 'note'), '', page)];
  const head = [...markedLines(words(title, 'heading'), '', page), ...markedLines(words(summary, 'plain'), '', page)];
  return `${[...head, ...shown.flatMap((lines) => (lines.length === 0 ? [] : ['', ...lines])), ...rest].join('\n')}\n`;
}

/** The heading, what happened to the section as a whole, and its rows; nothing for a section that is as it was. */
function sectionLines(
  section: RedlineSection,
  redline: Redline,
  { names, page }: { readonly names: MoveNames; readonly page: Page },
): readonly string[] {
  const notes = wholeNotes(section, redline).flatMap((words) => notePieces(`(${words})`));
  const rows = section.rows.flatMap((row) => rowLines(row, names, page));
  const hasNewHeading = section.heading.some((part) => part.op !== 'same' && part.kinds.join() !== 'typography');
  if (notes.length + rows.length === 0 && !hasNewHeading && !isRebuilt(section, redline)) return [];
  const built = notes.length + rows.length === 0 && !hasNewHeading ? notePieces('(built otherwise)') : [];
  const lead = `${'#'.repeat(section.depth + 1)} `;
  return [...markedLines([...titlePieces(section), ...notes, ...built], lead, page), ...rows];
}

function isRebuilt(section: RedlineSection, { changes, sections }: Redline): boolean {
  return changes.some(
    ({ section: place, kinds }) => sections[place] === section && kinds.some((kind) => kind === 'structure' || kind === 'language'),
  );
}

function titlePieces({ heading, state, old, fresh }: RedlineSection): readonly Piece[] {
  const flat = fresh ?? old;
  const label = (state === 'left' ? old : flat)?.label;
  const words = headingPieces(heading);
  const bold = (text: string): Piece => ({ text, style: 'heading', hasSpace: true });
  const id = flat?.id === undefined || words.length === 0 ? [] : notePieces(`[#${flat.id}]`);
  return [...(label === undefined ? [] : [bold(label)]), ...(words.length > 0 ? words : [bold(unnamed(flat))]), ...id];
}

function wholeNotes(section: RedlineSection, { sections, fresh: text, old: before }: Redline): readonly string[] {
  const { state, kinds, old, fresh, other, depth } = section;
  const there = other === undefined ? undefined : sections[other];
  if (state === 'left') return [`stood here, and was moved`];
  const said: string[] = [];
  if (kinds.includes('added')) said.push('added');
  if (kinds.includes('removed')) said.push('removed');
  if (kinds.includes('split')) said.push(there ? `split off from ${nameOf(there)}` : 'split off');
  if (kinds.includes('merged')) said.push(there ? `went into ${nameOf(there)}` : 'went into another');
  if (kinds.includes('moved')) said.push('moved');
  if (kinds.includes('renumbered')) said.push(`was ${old?.label ?? 'not numbered'}, is ${fresh?.label ?? 'not numbered'}`);
  if (kinds.includes('level')) said.push((old?.depth ?? 0) < depth ? 'one level further down' : 'further up');
  if (kinds.includes('anchor')) said.push(old?.id === undefined ? 'had no id' : `had the id ${old.id}`);
  if (text.lang !== before.lang && section === sections[0]) said.push(`language was ${before.lang}, is ${text.lang}`);
  return said;
}

/** Where the other place of each moved row is. */
function moveNames({ sections }: Redline): MoveNames {
  const places = new Map<unknown, { from?: RedlineSection; to?: RedlineSection }>();
  for (const section of sections) {
    for (const row of section.rows) {
      if (!row.move || !row.old) continue;
      places.set(row.old, { ...places.get(row.old), ...(row.state === 'removed' ? { from: section } : { to: section }) });
    }
  }
  return (row: RedlineRow) => {
    const move = row.old && places.get(row.old);
    if (!move?.from || !move.to) return undefined;
    return move.from === move.to ? 'another place in this section' : nameOf(row.state === 'removed' ? move.to : move.from);
  };
}

function nameOf({ fresh, old }: RedlineSection): string {
  const flat = fresh ?? old;
  const words = tokensText(flat?.heading ?? []);
  return words === '' ? unnamed(flat) : `“${words}”`;
}

function unnamed(flat: FlatSection | undefined): string {
  return flat?.kind === 'notes' ? 'Footnotes' : (flat?.id ?? 'Words without a heading');
}
