import { foldWords } from './fold.ts';
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

/** Whether running text says nothing: spaces of any kind and signs without width are no words. */
export function isWordless(children: readonly Inline[]): boolean {
  return foldWords(wordsOf(children)) === '';
}

/**
 * Running text in one shape: white space of the source (line ends, tabs, runs of spaces) is one space, none at either end or
 * around a line break, no line break at either end, neighbouring words are one string, marks without words vanish. No-break
 * spaces and every other character stay as written. Input is not changed; tidying twice changes nothing more.
 */
export function tidyInline(children: readonly Inline[]): readonly Inline[] {
  const result = collapse(children, { space: true, isEmpty: true });
  trimTail(result);
  return result;
}

/** What stands before the next child, however deep in marks: a space or line break, or nothing at all. */
interface Before {
  space: boolean;
  isEmpty: boolean;
}

// HTML's own white space only: U+00A0 and its like are the author's choice and stay in the record.
const SPACES = /[ \t\n\r\f]+/gu;

function collapse(children: readonly Inline[], state: Before): Inline[] {
  const result: Inline[] = [];
  for (const child of children) {
    if (typeof child === 'string') {
      let text = child.replace(SPACES, ' ');
      if (state.space && text.startsWith(' ')) text = text.slice(1);
      if (text === '') continue;
      state.space = text.endsWith(' ');
      state.isEmpty = false;
      push(result, text);
    } else if (child.kind === 'break') {
      if (!state.isEmpty) push(result, child);
      state.space = true;
    } else if (child.kind === 'note') {
      state.space = false;
      state.isEmpty = false;
      push(result, child);
    } else {
      const inner = collapse(child.children, state);
      const pieces = isWordless(inner) ? inner : [{ ...child, ...tidyTitle(child), children: inner }];
      for (const piece of pieces) push(result, piece);
    }
  }
  return result;
}

/** A title is one line as well; HTML would read other line ends than were written. */
function tidyTitle(inline: Inline): { readonly title?: string } {
  const title = typeof inline !== 'string' && 'title' in inline ? inline.title : undefined;
  return title === undefined ? {} : { title: title.replace(SPACES, ' ').trim() };
}

function push(result: Inline[], piece: Inline): void {
  if (beginsWithBreak(piece)) trimTail(result);
  const last = result.at(-1);
  if (typeof last === 'string' && typeof piece === 'string') result[result.length - 1] = last + piece;
  else result.push(piece);
}

function beginsWithBreak(inline: Inline | undefined): boolean {
  if (inline === undefined || typeof inline === 'string') return false;
  return inline.kind === 'break' || ('children' in inline && beginsWithBreak(inline.children[0]));
}

/** Takes a space and line breaks off the end, however deep in marks. In place: a hostile text may hold very many breaks. */
function trimTail(result: Inline[]): void {
  for (let last = result.pop(); last !== undefined; last = result.pop()) {
    const kept = trimmed(last);
    if (kept === undefined) continue;
    result.push(kept);
    return;
  }
}

function trimmed(inline: Inline): Inline | undefined {
  if (typeof inline === 'string') return inline.replace(/ $/u, '') || undefined;
  if (inline.kind === 'break') return undefined;
  if (inline.kind === 'note') return inline;
  const children = [...inline.children];
  trimTail(children);
  return children.length === 0 ? undefined : { ...inline, children };
}
