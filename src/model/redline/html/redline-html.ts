import type { HrefOf } from '../../record/html-inline.ts';
import { element, escapeText } from '../../record/markup.ts';
import { tableNames } from '../../record/table-names.ts';
import type { Redline } from '../redline.ts';
import type { Row } from '../rows.ts';
import { summaryText } from '../summary-words.ts';
import { redlineSummary } from '../summary.ts';
import { countWords, isNotes, sectionName, topSectionHtml, topSections } from './sections-html.ts';
import type { RedlineWords } from './words.ts';
import { changeAnchor, type MovedRow } from './writing.ts';

/** The line above a redline, and links to every section in which something changed. */
export function redlineHeadHtml(redline: Redline, words: RedlineWords): string {
  return (
    element('p', escapeText(summaryText(redlineSummary(redline), words)), [['class', 'redline-summary']]) + changedListHtml(redline, words)
  );
}

/** Links to every section in which something changed; empty when there is only one. */
export function changedListHtml(redline: Redline, words: RedlineWords): string {
  const links = topSections(redline).flatMap((top) => {
    const section = redline.sections[top.places[0] ?? 0];
    const change = top.changes[0];
    if (!section || change === undefined || top.isTypographyOnly) return [];
    const link = element('a', escapeText(sectionName(section, words)), [['href', `#${changeAnchor(change)}`]]);
    return [element('li', `${link} ${element('span', countWords(top, section, words), [['class', 'count']])}`)];
  });
  return links.length < 2 ? '' : element('ul', links.join(''), [['class', 'redline-list']]);
}

export interface RedlineMarkup {
  readonly words: RedlineWords;
  /** Addresses of links to places in the text, to policies and elsewhere, right for the page on which the redline stands. */
  readonly href: HrefOf;
}

/**
 * The sections of a redline as HTML, one string a top-level section, each on its own line: so a page can put them in place one after the
 * other. Without `del`, `.said`, `.moved-note` and the other words of the redline itself, it says the new text, in its order.
 */
export function redlineHtml(redline: Redline, { words, href }: RedlineMarkup): readonly string[] {
  const tops = topSections(redline);
  const writing = {
    words,
    href,
    nameOf: tableNames(words),
    redline,
    section: '',
    numbered: new Set<number>(),
    ids: new Set<string>(),
    moves: movedRows(redline, words),
  };
  const shown = tops.map(({ changes, isTypographyOnly }) => (isTypographyOnly ? [] : changes));
  return tops.map((top, index) => {
    const before = shown
      .slice(0, index)
      .findLast((changes) => changes.length > 0)
      ?.at(-1);
    const after = shown.slice(index + 1).find((changes) => changes.length > 0)?.[0];
    return topSectionHtml(top, { ...writing, steps: { before, after } });
  });
}

function movedRows(redline: Redline, words: RedlineWords): ReadonlyMap<Row, MovedRow> {
  const names = new Map<Row, { readonly place: number; readonly name: string }>();
  let current = '';
  for (const [place, section] of redline.sections.entries()) {
    if (!isNotes(section)) current = sectionName(section, words);
    for (const row of section.rows) {
      if (row.move && row.state === 'removed' && row.old) names.set(row.old, { place, name: current });
    }
  }
  const moves = new Map<Row, MovedRow>();
  for (const [place, section] of redline.sections.entries()) {
    for (const row of section.rows) {
      const from = row.move && row.state === 'kept' && row.old ? names.get(row.old) : undefined;
      if (!from || !row.old) continue;
      moves.set(row.old, { number: moves.size + 1, from: from.name, to: sectionName(section, words), isWithin: from.place === place });
    }
  }
  return moves;
}
