import { flatSections, type FlatSection } from '../../../model/redline/flat.ts';
import type { RedlineRow } from '../../../model/redline/marked.ts';
import type { Redline } from '../../../model/redline/redline.ts';
import { rowsOf, type Row } from '../../../model/redline/rows.ts';
import type { Note, PolicyRecord } from '../../../model/record/record.ts';
import { rowLines, type DocLine, type Side } from './redline-lines.ts';

/** The footnotes of both texts, numbered anew through the whole file. */
export class Footnotes {
  readonly #redline: Redline;
  readonly #tops: Readonly<Record<'old' | 'fresh', ReadonlyMap<number, number>>>;
  readonly #numbers = new Map<string, number>();
  readonly #lines = new Map<number, readonly DocLine[]>();

  constructor(redline: Redline) {
    this.#redline = redline;
    this.#tops = { old: topSections(redline.old), fresh: topSections(redline.fresh) };
  }

  /** Each footnote that a sign refers to, by its number. Complete when all lines of the text are written. */
  get lines(): ReadonlyMap<number, readonly DocLine[]> {
    return this.#lines;
  }

  numberOf(label: string, side: Side, { section }: DocLine): number | undefined {
    const old = side === 'fresh' ? undefined : this.#noteOf('old', section.old, label);
    const fresh = side === 'old' ? undefined : this.#noteOf('fresh', section.fresh, label);
    if (!old && !fresh) return undefined;
    const key = [side, this.#top('old', section.old), this.#top('fresh', section.fresh), label].join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, number);
    this.#lines.set(number, this.#linesOf(old, fresh, section));
    return number;
  }

  #linesOf(old: Note | undefined, fresh: Note | undefined, section: DocLine['section']): readonly DocLine[] {
    const stands = (row: Row | undefined, note: Note | undefined): boolean => note !== undefined && row?.path[0]?.node === note;
    const rows = this.#redline.sections.flatMap((one) => one.rows).filter((row) => stands(row.old, old) || stands(row.fresh, fresh));
    const isTogether = (row: RedlineRow): boolean => !row.old || !row.fresh || (stands(row.old, old) && stands(row.fresh, fresh));
    if (old && fresh && rows.every(isTogether)) return rowLines(rows, section);
    const whole = (note: Note | undefined, side: 'old' | 'fresh'): readonly DocLine[] =>
      rowsOf(note?.blocks ?? [], this.#redline[side].lang).map((row): DocLine => ({
        side,
        kind: row.role,
        path: row.path,
        label: { [side]: row.label },
        words: [{ side, tokens: row.tokens }],
        text: row.text,
        table: row.table && { own: row.table },
        section,
      }));
    return [...whole(old, 'old'), ...whole(fresh, 'fresh')];
  }

  #noteOf(side: 'old' | 'fresh', section: FlatSection | undefined, label: string): Note | undefined {
    const top = this.#top(side, section);
    return top === undefined ? undefined : this.#redline[side].sections[top]?.notes.find((note) => note.label === label);
  }

  #top(side: 'old' | 'fresh', section: FlatSection | undefined): number | undefined {
    return section && this.#tops[side].get(section.index);
  }
}

/** The top-level section that each section stands in, by their places in the two lists. */
function topSections(record: PolicyRecord): ReadonlyMap<number, number> {
  let top = -1;
  return new Map(
    flatSections(record).map((section) => {
      if (section.depth === 1 && section.kind === 'section') top++;
      return [section.index, top];
    }),
  );
}
