import type { Review } from '../../model/review/review.ts';
import { TOLD, whatChanged } from '../../model/rules/publish/change-words.ts';
import { reviewPoints, type ReviewPoint } from './review-words.ts';

export interface ReviewComment {
  readonly title: string;
  readonly approval?: string | undefined;
  /** The redline in plain signs, a line each; absent for a first version. */
  readonly redline?: string | undefined;
}

/** Hosts cut a comment at 65,536 characters. */
const MOST_CHARACTERS = 60_000;
const STATES: Readonly<Record<ReviewPoint['state'], string>> = { fine: '✅', look: '👀', wrong: '❌' };

/**
 * A review as the comment of a proposal. Words of the texts stand in code, where no host makes a mention, a reference, a link or markup
 * of them. At most 60,000 characters; where the redline is longer, it says so. Same input, same bytes.
 */
export function reviewMarkdown(review: Review, { title, approval, redline }: ReviewComment): string {
  const { version, previous, summary, changes, sections, findings } = review;
  const parts = [
    `### ${code(title)}: draft ${code(version)} for approval`,
    reviewPoints(review)
      .map(({ about, state, text }) => `- ${STATES[state]} **${about}:** ${prose(text)}`)
      .join('\n'),
    `#### What readers are told\n\n${block([summary ?? 'Nothing yet: there is no summary.', ...changes.map(changeText)].join('\n\n'))}`,
    ...(previous === undefined || sections.length === 0
      ? []
      : [`#### What differs from ${code(previous)}\n\n${sections.map(sectionLine).join('\n')}`]),
    approval === undefined
      ? '#### To approve\n\nIt cannot be approved before the errors above are put right.'
      : `#### To approve\n\nPaste these lines between the dashes at the head of the draft. They approve exactly these words.\n\n${block(approval, 'yaml')}`,
    ...(findings.length === 0 ? [] : [findingsPart(findings)]),
  ];
  const text = `${parts.join('\n\n')}\n`;
  const marked = redline === undefined ? '' : `\n${folded(`Every change, compared with ${previous ?? ''}`, block(redline))}\n`;
  if (text.length + marked.length <= MOST_CHARACTERS) return text + marked;
  const short = shortened(text, MOST_CHARACTERS - 200);
  const where = 'Not everything fits here. The review page has all of it.';
  return `${short}\n${where}\n`;
}

/** In place of a review, where a text or what it rests on cannot be read: what is to be put right. */
export function unreadMarkdown(name: string, findings: Review['findings']): string {
  return `### ${code(name)} cannot be looked at yet\n\n${findingsPart(findings)}\n`;
}

function findingsPart(findings: Review['findings']): string {
  const lines = block(findings.map(findingText).join('\n'));
  return folded(
    'What the check found',
    lines.length <= MOST_CHARACTERS / 2
      ? lines
      : `${block(lines.slice(0, MOST_CHARACTERS / 2))}\n\nThere is more; the check prints all of it.`,
  );
}

function changeText({ sections, what, impact, choices }: Review['changes'][number]): string {
  return [
    `${sections.join(', ')}: ${what}`,
    ...(impact === undefined ? [] : [`  What it means for people: ${impact}`]),
    ...(choices === undefined ? [] : [`  What they can do: ${choices}`]),
  ].join('\n');
}

function sectionLine(section: Review['sections'][number]): string {
  return `- ${code(section.heading ?? section.id)} (${code(section.id)}): ${whatChanged(section)}; ${TOLD[section.told]}`;
}

function findingText({ severity, place, message, rule }: Review['findings'][number]): string {
  return `${place.file}${place.line === undefined ? '' : `:${place.line}`}: ${severity}: ${message} (${rule})`;
}

/** Words in a line, with every sign that a host could take for markup, a mention, a reference or an address made harmless. */
function prose(words: string): string {
  return words
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\`*_[\]<>&|~]/gu, String.raw`\$&`)
    .replaceAll(/[@#]|:\/\/|www\./giu, `$&${WORD_JOINER}`);
}

const WORD_JOINER = '\u2060';

/** Words in a line as code: as many backticks around them as none within reaches. */
function code(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

function block(text: string, lang = 'text'): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${lang}\n${text.trimEnd()}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
}

function folded(summary: string, inner: string): string {
  return `<details><summary>${summary.replaceAll(/[<>&]/gu, '')}</summary>\n\n${inner}\n\n</details>`;
}

/** The beginning of a text, cut before a part of it begins, so that no block is left open. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const parts = text.split(/\n\n(?=#### |<details>)/u);
  let short = '';
  for (const part of parts) {
    if (short.length + part.length + 2 > most) break;
    short += `${short === '' ? '' : '\n\n'}${part}`;
  }
  return `${short}\n`;
}
