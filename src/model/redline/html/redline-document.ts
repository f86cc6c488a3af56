import { fill } from '../../fill.ts';
import { element, escapeText } from '../../record/markup.ts';
import type { LinkTarget, PolicyRecord } from '../../record/record.ts';
import type { Redline } from '../redline.ts';
import { redlineHeadHtml, redlineHtml } from './redline-html.ts';
import type { RedlineWords } from './words.ts';

/** Format of the frozen redline. A later format gets a new number; this one is read for ever. */
const REDLINE_FORMAT = 1;

const BEGIN = '<article class="redline">\n';
const END = '</article>\n';

export interface RedlineDocument {
  /** Title of the policy as posted with the later version. */
  readonly title: string;
  /** Names of the two versions. */
  readonly from: string;
  readonly to: string;
  readonly words: RedlineWords;
}

/**
 * `changes.<from>.html`: the redline as readers are shown it, as a whole small document that any browser opens by itself. One
 * top-level section a line. Links to other policies are relative to `/<policy>/<version>/changes/`. Same input, same bytes.
 */
export function redlineDocument(compared: Redline, facts: RedlineDocument): string {
  const { words } = facts;
  const sections = redlineHtml(compared, { words, href: redlineHref }).map((section) => `${section}\n`);
  return framedRedline(`${redlineHeadHtml(compared, words)}\n${sections.join('')}`, compared.fresh, facts);
}

/** The document around the summary and sections of a redline: the inverse of `redlineSections`. */
export function framedRedline(
  sections: string,
  { lang, dir }: Pick<PolicyRecord, 'lang' | 'dir'>,
  { title, from, to, words }: RedlineDocument,
): string {
  const name = fill(words.documentTitle, { title, from, to });
  return [
    '<!doctype html>',
    `<html lang="${escapeText(lang)}" dir="${dir}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<meta name="redline" content="${REDLINE_FORMAT}">`,
    element('title', escapeText(name)),
    '</head>',
    '<body>',
    element('h1', escapeText(name)),
    `${BEGIN}${sections}${END.trimEnd()}`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Summary and sections of a frozen redline, as they are put into the page that frames it. @throws when the document is none. */
export function redlineSections(document: string): string {
  const from = document.indexOf(BEGIN);
  const to = document.lastIndexOf(END);
  if (from < 0 || to < from) throw new Error('This is no frozen redline: it has no article.');
  return document.slice(from + BEGIN.length, to);
}

/** Where a link of a redline leads, seen from `/<policy>/<version>/changes/`; a place in the text stands on the same page. */
export function redlineHref(target: LinkTarget): string {
  switch (target.kind) {
    case 'within':
      return `#${target.id}`;
    case 'policy':
      return `../../../${target.policy}/${target.id === undefined ? '' : `#${target.id}`}`;
    case 'address':
      return target.href;
  }
}
