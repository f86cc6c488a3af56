import type { Finding } from '../../model/finding.ts';
import { element, escapeText } from '../../model/record/markup.ts';
import type { LinkTarget } from '../../model/record/record.ts';
import { redlineHeadHtml, redlineHtml } from '../../model/redline/html/redline-html.ts';
import type { Redline } from '../../model/redline/redline.ts';
import type { Review } from '../../model/review/review.ts';
import { TOLD, whatChanged } from '../../model/rules/publish/change-words.ts';
import { redlineWords } from '../../strings/redline.ts';
import { hrefFrom } from '../redline-page.ts';
import { sheetHtml } from '../sheet.ts';
import { reviewPoints, type ReviewPoint } from './review-words.ts';

export interface ReviewPage {
  readonly siteUrl: string;
  /** Of the policy. */
  readonly title: string;
  /** The lines to paste; absent while errors stand against them. */
  readonly approval?: string | undefined;
  /** Against the version that it would supersede; absent for a first one. */
  readonly redline?: Redline | undefined;
  readonly css: string;
}

/**
 * Everything that somebody needs to approve a draft, as one file: what is to be decided, what the notice says, what the check found, and the
 * redline. In English around the text, as the check is. Same input, same bytes.
 */
export function reviewPage(review: Review, { siteUrl, title, approval, redline, css }: ReviewPage): string {
  return sheetHtml({
    lang: 'en',
    dir: 'ltr',
    title: `${title}: draft ${review.version} for approval`,
    css,
    body: [
      '<div class="review">',
      element('dl', reviewPoints(review).map(pointHtml).join(''), [['class', 'review-points']]),
      ...noticeHtml(review),
      ...findingsHtml(review),
      ...approvalHtml(review, approval),
      ...(redline ? [element('h2', escapeText(`Every change, compared with ${review.previous ?? ''}`))] : []),
      '</div>',
      ...(redline ? redlinePart(redline, siteUrl) : []),
    ],
  });
}

/** In place of a review, where a text or what it rests on cannot be read: what is to be put right. */
export function unreadPage(name: string, findings: readonly Finding[], css: string): string {
  const [policy = '', version = ''] = name.split('/');
  const body = ['<div class="review">', ...findingsHtml({ policy, version, findings }), '</div>'];
  return sheetHtml({ lang: 'en', dir: 'ltr', title: `${name} cannot be looked at yet`, css, body });
}

const STATES: Readonly<Record<ReviewPoint['state'], string>> = { fine: 'in order', look: 'look at this', wrong: 'not in order' };

function pointHtml({ about, state, text }: ReviewPoint): string {
  return (
    element('dt', escapeText(about)) + element('dd', `${element('strong', STATES[state], [['data-state', state]])} ${escapeText(text)}`)
  );
}

function noticeHtml({ summary, changes, sections, previous }: Review): readonly string[] {
  const told = changes.map(({ sections: ids, what, impact, choices }) => {
    const more = [
      ...(impact === undefined ? [] : [`What it means for people: ${impact}`]),
      ...(choices === undefined ? [] : [`What they can do: ${choices}`]),
    ];
    const lines = [what, ...more].map((words) => element('p', escapeText(words)));
    return element('li', `${element('p', element('strong', escapeText(ids.join(', '))))}${lines.join('')}`);
  });
  const differ = sections.map((section) => {
    const name = section.heading === undefined ? section.id : `${section.heading} (${section.id})`;
    return element('li', escapeText(`${name}: ${whatChanged(section)}; ${TOLD[section.told]}`));
  });
  return [
    element('h2', 'What readers are told'),
    element('p', escapeText(summary ?? 'Nothing yet: there is no summary.')),
    ...(told.length > 0 ? [element('ul', told.join(''))] : []),
    ...(previous === undefined ? [] : [element('h2', escapeText(`What differs from ${previous}`))]),
    ...(differ.length > 0 ? [element('ul', differ.join(''))] : previous === undefined ? [] : [element('p', 'Nothing.')]),
  ];
}

function findingsHtml({ policy, version, findings }: Pick<Review, 'policy' | 'version' | 'findings'>): readonly string[] {
  if (findings.length === 0) return [];
  const items = findings.map(({ severity, place, message, rule }) => {
    const file = place.file === `policies/${policy}/${version}/policy.mdx` ? [] : [place.file];
    const where = [...file, ...(place.line === undefined ? [] : [`line ${place.line}`])].join(', ');
    return element(
      'li',
      `${element('strong', escapeText(`${severity}${where === '' ? '' : `, ${where}`}:`))} ${escapeText(`${message} (${rule})`)}`,
    );
  });
  return [element('h2', 'What the check found'), element('ul', items.join(''))];
}

function approvalHtml({ version }: Review, approval: string | undefined): readonly string[] {
  const heading = element('h2', 'To approve');
  if (approval === undefined) return [heading, element('p', 'It cannot be approved before the errors above are put right.')];
  const how = `Paste these lines between the dashes at the head of ${version}/policy.mdx. They approve exactly these words; whoever changes one afterwards has to ask again.`;
  return [heading, element('p', escapeText(how)), element('pre', element('code', escapeText(approval)))];
}

function redlinePart(redline: Redline, siteUrl: string): readonly string[] {
  const { lang, dir } = redline.fresh;
  const words = redlineWords(lang);
  const href = (target: LinkTarget): string => hrefFrom(target, siteUrl);
  return [
    `<div lang="${escapeText(lang)}" dir="${dir}">`,
    redlineHeadHtml(redline, words),
    '<article class="redline prose">',
    ...redlineHtml(redline, { words, href }),
    '</article>',
    '</div>',
  ];
}
