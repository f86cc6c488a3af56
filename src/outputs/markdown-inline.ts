import { wordsOf } from '../model/record/inline.ts';
import type { Inline, LinkTarget } from '../model/record/record.ts';

/** Where a link of a text leads, written out. */
export type LinkAddress = (target: LinkTarget) => string;

/** Running text as Markdown. What Markdown has no sign for is written in HTML, as Markdown allows. */
export function inlineMarkdown(children: readonly Inline[], link: LinkAddress): string {
  return children.map((child) => oneMarkdown(child, link)).join('');
}

function oneMarkdown(inline: Inline, link: LinkAddress): string {
  if (typeof inline === 'string') return escapeMarkdown(inline);
  switch (inline.kind) {
    case 'break':
      return '\\\n';
    case 'note':
      return `[^${inline.label}]`;
    case 'mark':
      return inline.mark === 'code'
        ? codeMarkdown(wordsOf(inline.children))
        : marked(inlineMarkdown(inline.children, link), MARKS[inline.mark]);
    case 'link':
      return `[${inlineMarkdown(inline.children, link)}](${destination(link(inline.target))})`;
    case 'abbreviation':
    case 'language':
    case 'component':
      return inlineMarkdown(inline.children, link);
  }
}

const MARKS = {
  em: ['*', '*'],
  strong: ['**', '**'],
  sub: ['<sub>', '</sub>'],
  sup: ['<sup>', '</sup>'],
} as const;

/** White space at the edge of a mark stands outside: a star beside a space marks nothing. */
function marked(text: string, [open, close]: readonly [string, string]): string {
  const words = text.trim();
  if (words === '') return text;
  const start = text.slice(0, text.indexOf(words));
  return `${start}${open}${words}${close}${text.slice(start.length + words.length)}`;
}

function codeMarkdown(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const room = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}

function destination(href: string): string {
  return /[\s()<>]/u.test(href) ? `<${href.replaceAll(/[<>]/gu, encodeURIComponent).replaceAll(/\s/gu, '%20')}>` : href;
}

/** Words that hold a sign of Markdown stay words. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>~]/gu, String.raw`\$&`).replaceAll(/&(?=#?\w+;)/gu, String.raw`\&`);
}
