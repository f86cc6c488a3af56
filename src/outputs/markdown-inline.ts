import { wordsOf } from '../model/record/inline.ts';
import type { Inline, LinkTarget } from '../model/record/record.ts';

/** Where a link of a text leads, written out. */
export type LinkAddress = (target: LinkTarget) => string;

/** What stands right before and right after some words; nothing at the edge of a block. */
interface Around {
  readonly before: string;
  readonly after: string;
  /** Marks around them that are written as stars: the same ones again would end the first. */
  readonly marks?: readonly string[] | undefined;
}

/** Running text as Markdown. What Markdown has no sign for is written in HTML, as Markdown allows. */
export function inlineMarkdown(children: readonly Inline[], link: LinkAddress, around: Around = { before: '', after: '' }): string {
  let text = '';
  for (const [index, child] of children.entries()) {
    const next = children[index + 1];
    const after = next === undefined ? around.after : oneMarkdown(next, link, { before: '', after: '' });
    const own = oneMarkdown(child, link, { ...around, before: around.before + text, after: after === '' ? around.after : after });
    // Two runs of code in a row would be read as one.
    text += /(?<!\\)`$/u.test(text) && own.startsWith('`') ? `<!-- -->${own}` : own;
  }
  return text;
}

function oneMarkdown(inline: Inline, link: LinkAddress, around: Around): string {
  if (typeof inline === 'string') return escapeMarkdown(inline);
  switch (inline.kind) {
    case 'break':
      return '\\\n';
    case 'note':
      return `[^${inline.label}]`;
    case 'mark':
      return inline.mark === 'code'
        ? codeMarkdown(wordsOf(inline.children))
        : marked(inlineMarkdown(inline.children, link, insideOf(inline.mark, around)), inline.mark, around);
    case 'link':
      return `[${inlineMarkdown(inline.children, link, { ...around, before: '[', after: ']' })}](${destination(link(inline.target))})`;
    case 'abbreviation':
    case 'language':
    case 'component':
      return inlineMarkdown(inline.children, link, around);
  }
}

// Spaces and line breaks, which Markdown writes as a backslash at the end of a line.
const EDGES = /^((?:\\\n|\s)*)([\s\S]*?)((?:\\\n|\s)*)$/u;
const STARS = { em: '*', strong: '**', sub: undefined, sup: undefined } as const;

/**
 * Words with a mark. White space at its edge stands outside, since a star beside a space marks nothing; where stars would mark
 * nothing between a letter and a sign either (CommonMark 0.31, §6.2), or run into other stars, the mark is written in HTML.
 */
function marked(text: string, mark: keyof typeof STARS, around: Around): string {
  const [, start = '', words = '', end = ''] = EDGES.exec(text) ?? [];
  if (words === '') return text;
  const stars = STARS[mark];
  const canOpen = flanks(words.at(0) ?? '', (around.before + start).at(-1) ?? '');
  const canClose = flanks(words.at(-1) ?? '', (end + around.after).at(0) ?? '');
  if (stars !== undefined && !around.marks?.includes(mark) && canOpen && canClose) return `${start}${stars}${words}${stars}${end}`;
  return `${start}<${mark}>${words}</${mark}>${end}`;
}

function insideOf(mark: string, { marks = [] }: Around): Around {
  return { before: '*', after: '*', marks: [...marks, mark] };
}

/** Whether stars between the edge of some words and what stands outside are read as a mark. */
function flanks(inside: string, outside: string): boolean {
  if (outside === '*') return false;
  return !/[\p{P}\p{S}]/u.test(inside) || outside === '' || /[\s\p{P}\p{S}]/u.test(outside);
}

/** Preformatted words on one line. */
export function codeMarkdown(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // Markdown takes away one space at either edge when there are two.
  const room = text.startsWith('`') || text.endsWith('`') || /^ .*[^ ].* $/su.test(text) ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}

function destination(href: string): string {
  return /[\s()<>]/u.test(href) ? `<${href.replaceAll(/[<>]/gu, encodeURIComponent).replaceAll(/\s/gu, '%20')}>` : href;
}

/** Words that hold a sign of Markdown stay words. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>~]/gu, String.raw`\$&`).replaceAll(/&(?=#?\w+;)/gu, String.raw`\&`);
}
