import { CANON } from './canonical.ts';
import { headingHtml, sectionBodyHtml } from './html.ts';
import { element, escapeText } from './markup.ts';
import { RECORD_FORMAT, type LinkTarget, type PolicyRecord, type Section } from './record.ts';

/**
 * `record.html`: the frozen text as a whole small document that any browser opens by itself.
 *
 * One section a line, so that a person can compare two of them. Links to other policies are relative to where the file
 * stands on the site (`/<policy>/<version>/`), and so survive a change of domain. Same input, same bytes.
 */
export function recordDocument(record: PolicyRecord, title: string): string {
  const sections = record.sections.map((section) => `${sectionHtml(section)}\n`).join('');
  return [
    '<!doctype html>',
    `<html lang="${escapeText(record.lang)}" dir="${record.dir}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<meta name="record" content="${RECORD_FORMAT}">`,
    `<meta name="canon" content="${CANON}">`,
    element('title', escapeText(title)),
    '</head>',
    '<body>',
    element('h1', escapeText(title)),
    `<article>\n${sections}</article>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Where a link of a record leads, seen from `/<policy>/<version>/`. */
export function recordHref(target: LinkTarget): string {
  switch (target.kind) {
    case 'within':
      return `#${target.id}`;
    case 'policy':
      return `../../${target.policy}/${target.id === undefined ? '' : `#${target.id}`}`;
    case 'address':
      return target.href;
  }
}

function sectionHtml(section: Section): string {
  const heading = section.heading ? element('h2', headingHtml(section, recordHref)) : '';
  return element('section', heading + sectionBodyHtml(section, { href: recordHref, level: 3 }), [['id', section.id ?? '']]);
}
