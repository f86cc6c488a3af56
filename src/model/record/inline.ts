import type { Inline } from './record.ts';

/** The words of running text as they stand, without marks; a line break is a space, a footnote's reference is `[1]`. */
export function wordsOf(children: readonly Inline[]): string {
  return children.map(wordsOfOne).join('');
}

function wordsOfOne(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'break':
      return ' ';
    case 'note':
      return noteLabel(inline.label);
    default:
      return wordsOf(inline.children);
  }
}

/** How a footnote is referred to and begins: brackets, so that "2" after a word can never be read as a power or a clause. */
export function noteLabel(label: string): string {
  return `[${label}]`;
}

/**
 * Running text in one shape: white space of the source (line ends, tabs, runs of spaces) is one space, none at either end or
 * around a line break, neighbouring words are one string, empty marks vanish. No-break spaces and every other character stay
 * as written. Input is not changed; tidying twice changes nothing more.
 */
export function tidyInline(children: readonly Inline[]): readonly Inline[] {
  return trimEnd(collapse(children, { space: true }));
}

// HTML's own white space only: U+00A0 and its like are the author's choice and stay in the record.
const SPACES = /[ \t\n\r\f]+/gu;

function collapse(children: readonly Inline[], state: { space: boolean }): readonly Inline[] {
  const result: Inline[] = [];
  for (const child of children) {
    if (typeof child === 'string') {
      let text = child.replace(SPACES, ' ');
      if (state.space && text.startsWith(' ')) text = text.slice(1);
      if (text === '') continue;
      state.space = text.endsWith(' ');
      push(result, text);
    } else if (child.kind === 'break') {
      result.splice(0, result.length, ...trimEnd(result), child);
      state.space = true;
    } else if (child.kind === 'note') {
      state.space = false;
      result.push(child);
    } else {
      const inner = collapse(child.children, state);
      if (inner.length > 0) result.push({ ...child, ...tidyTitle(child), children: inner });
    }
  }
  return result;
}

/** A title is one line as well; HTML would read other line ends than were written. */
function tidyTitle(inline: Inline): { readonly title?: string } {
  const title = typeof inline !== 'string' && 'title' in inline ? inline.title : undefined;
  return title === undefined ? {} : { title: title.replace(SPACES, ' ').trim() };
}

function push(result: Inline[], text: string): void {
  const last = result.at(-1);
  if (typeof last === 'string') result[result.length - 1] = last + text;
  else result.push(text);
}

function trimEnd(children: readonly Inline[]): readonly Inline[] {
  const last = children.at(-1);
  if (last === undefined) return children;
  const before = children.slice(0, -1);
  if (typeof last === 'string') {
    const text = last.replace(/ $/u, '');
    return text === '' ? trimEnd(before) : [...before, text];
  }
  if (last.kind === 'break') return trimEnd(before);
  if (last.kind === 'note') return children;
  const inner = trimEnd(last.children);
  return inner.length === 0 ? trimEnd(before) : [...before, { ...last, children: inner }];
}
