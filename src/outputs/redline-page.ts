import type { CalendarDate } from '../model/calendar-date.ts';
import { fill } from '../model/fill.ts';
import { element, escapeText } from '../model/record/markup.ts';
import type { LinkTarget } from '../model/record/record.ts';
import { redlineHeadHtml, redlineHtml } from '../model/redline/html/redline-html.ts';
import type { Redline } from '../model/redline/redline.ts';
import { fingerprint, type Digests } from '../model/version.ts';
import { redlineWords } from '../strings/redline.ts';
import { wordsFor } from '../strings/strings.ts';
import { addresses, basePath } from '../urls.ts';
import { dayInWords } from '../view/days.ts';
import { sheetHtml } from './sheet.ts';

interface Side {
  readonly version: string;
  readonly status: 'draft' | 'published';
  readonly effectiveFrom: CalendarDate;
  readonly digests: Digests;
}

export interface RedlinePage {
  /** Address of the site, to which links to other policies lead. */
  readonly siteUrl: string;
  readonly title: string;
  readonly earlier: Side;
  readonly later: Side;
  /** Everything that the page needs to look like one of the site. */
  readonly css: string;
}

/**
 * A redline as one file that can be sent to somebody outside: it asks for nothing from anywhere, needs no script, and says of which
 * two texts it is. On paper every section is open. Same input, same bytes.
 */
export function redlinePage(compared: Redline, { siteUrl, title, earlier, later, css }: RedlinePage): string {
  const { lang, dir } = compared.fresh;
  const words = redlineWords(lang);
  const name = fill(words.documentTitle, { title, from: earlier.version, to: later.version });
  const href = (target: LinkTarget): string => hrefFrom(target, siteUrl);
  return sheetHtml({
    lang,
    dir,
    title: name,
    css,
    body: [
      element('ul', [earlier, later].map((side) => element('li', escapeText(sideWords(side, lang)))).join(''), [['class', 'redline-list']]),
      redlineHeadHtml(compared, words),
      '<article class="redline prose">',
      ...redlineHtml(compared, { words, href }),
      '</article>',
    ],
  });
}

function sideWords({ version, status, effectiveFrom, digests }: Side, lang: string): string {
  const { strings, lang: spoken } = wordsFor(lang);
  const day = fill(status === 'draft' ? strings.draftPlanned : strings.rangeOpen, { day: dayInWords(effectiveFrom, spoken) });
  return [fill(strings.version, { version }), day, fill(strings.fingerprint, { fingerprint: fingerprint(digests) })].join(' · ');
}

/** Where a link of a text leads from outside the site. */
export function hrefFrom(target: LinkTarget, siteUrl: string): string {
  if (target.kind === 'within') return `#${target.id}`;
  if (target.kind === 'address') return target.href;
  const page = new URL(addresses(basePath(siteUrl)).policy(target.policy), siteUrl).href;
  return target.id === undefined ? page : `${page}#${target.id}`;
}
