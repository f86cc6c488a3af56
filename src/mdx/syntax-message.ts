import { codeWord } from './code-lines.ts';
import type { ReadTag, TagState } from './tag-watch.ts';

/** What the parser says of text that is not MDX; `ruleId` and `source` are stable, the reason is for programmers. */
export interface SyntaxFault {
  readonly reason: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly ruleId?: string | undefined;
  /** The package that found it. */
  readonly source?: string | undefined;
}

export interface SyntaxExplanation {
  /** `mdx-syntax` when absent. */
  readonly rule?: string | undefined;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Says in a lawyer's words what is wrong, at the character that caused it, and how to write it instead. */
export function explainSyntax(text: string, fault: SyntaxFault, tags: TagState): SyntaxExplanation {
  const code = codeBefore(text, fault);
  if (code) return code;
  if (fault.ruleId === 'end-tag-mismatch') return mismatch(fault, tags);
  if (fault.ruleId === 'unexpected-closing-slash') {
    const at = placeOf(tags.last) ?? lookBack(text, fault, '<');
    return { ...at, message: `The closing tag ${tagAt(text, at)} closes nothing. Remove it, or write the opening tag before it.` };
  }
  if (fault.source?.includes('expression')) {
    const message =
      'A brace "{" has no partner. Braces mark program code in MDX, which policy text may not contain. To print a brace, write &#123; for "{" and &#125; for "}".';
    return { ...openBrace(text, fault), message };
  }
  return angle(text, fault);
}

/** A real program's line seldom ends well for a parser without JavaScript: whatever it gave up at, the line is what is wrong. */
function codeBefore(text: string, fault: SyntaxFault): SyntaxExplanation | undefined {
  const lines = text.split('\n').slice(0, fault.line);
  const first = lines.findLastIndex((line) => line.trim() === '') + 1;
  const word = codeWord(lines[first] ?? '');
  return word === undefined ? undefined : { rule: 'no-code', line: first + 1, column: 1, message: codeLine(word) };
}

function mismatch(fault: SyntaxFault, { open, last, isAtLast }: TagState): SyntaxExplanation {
  const at = placeOf(open) ?? { line: fault.line ?? 1, column: fault.column ?? 1 };
  const name = open?.name ?? '';
  if (name.toLowerCase() === 'br') return { ...at, message: 'The line break <br> must close itself: write <br/>.' };
  if (!isAtLast) {
    return {
      ...at,
      message: `The tag <${name}> is opened here and not closed before its paragraph, list item or the text ends. Write </${name}> where it ends; if it holds whole paragraphs, each of the two tags stands on a line of its own.`,
    };
  }
  const closing = `The closing tag </${last?.name ?? ''}>`;
  return {
    ...(placeOf(last) ?? at),
    message:
      last?.name === open?.name
        ? `${closing} stands outside the paragraph, list item or quote that its opening tag of line ${at.line} stands in. Put each of the two on a line of its own, and both inside or both outside.`
        : `${closing} does not fit the opening tag <${name}> of line ${at.line}. Write the same name in both.`,
  };
}

function placeOf(tag: ReadTag | undefined): { readonly line: number; readonly column: number } | undefined {
  return tag && { line: tag.start.line, column: tag.start.column };
}

/** The message about a line that MDX takes for a program's `import` or `export`. */
export function codeLine(word: string): string {
  return `A line that begins with "${word} " is program code in MDX, which policy text may not contain. If it is a sentence, put another word first, or write its first letter as &#${word.charCodeAt(0)}; so that it prints the same.`;
}

function angle(text: string, fault: SyntaxFault): SyntaxExplanation {
  const at = lookBack(text, fault, '<');
  const rest = lineOf(text, at.line).slice(at.column - 1);
  const address = /^<((?:https?:|mailto:)?[^\s<>]*[@/][^\s<>]*)>/u.exec(rest)?.[1];
  if (rest.startsWith('<!--')) {
    return {
      ...at,
      message: 'A hidden comment <!-- … --> cannot stand in policy text: whatever is published is published whole. Remove it.',
    };
  }
  if (address !== undefined && !address.startsWith('/')) {
    const href = address.includes('@') && !address.startsWith('mailto:') ? `mailto:${address}` : address;
    return { ...at, message: `An address in angle brackets is not a link in MDX. Write [${address.replace(/^mailto:/u, '')}](${href}).` };
  }
  if (/^<[A-Za-z/]/u.test(rest)) {
    return {
      ...at,
      message:
        'A tag begins with this "<" and is not written to its end. Finish it, such as <Note>, with attributes in the form name="value"; for the sign itself write &lt;.',
    };
  }
  return { ...at, message: 'A "<" that does not begin a tag must be written as &lt;.' };
}

function tagAt(text: string, at: { line: number; column: number }): string {
  return /^<[^>]*>/u.exec(lineOf(text, at.line).slice(at.column - 1))?.[0] ?? '';
}

function lineOf(text: string, line: number): string {
  return text.split('\n')[line - 1] ?? '';
}

/** The last brace before the parser gave up that no other one closes. */
function openBrace(text: string, fault: SyntaxFault): { line: number; column: number } {
  const lines = text.split('\n').slice(0, fault.line ?? 1);
  let closed = 0;
  for (const [index, line] of [...lines.entries()].toReversed()) {
    const end = index === lines.length - 1 ? (fault.column ?? line.length) : line.length;
    for (let column = end; column > 0; column--) {
      const sign = line[column - 1];
      if (sign === '}') closed++;
      else if (sign === '{' && closed-- === 0) return { line: index + 1, column };
    }
  }
  return { line: fault.line ?? 1, column: fault.column ?? 1 };
}

/** The last such character at or before where the parser gave up: that is where the mistake was made. */
function lookBack(text: string, fault: SyntaxFault, character: string): { line: number; column: number } {
  const lines = text.split('\n').slice(0, fault.line ?? 1);
  const last = lines.length - 1;
  for (let index = last; index >= 0; index--) {
    const line = lines[index] ?? '';
    const column = (index === last ? line.slice(0, fault.column ?? line.length) : line).lastIndexOf(character);
    if (column >= 0) return { line: index + 1, column: column + 1 };
  }
  return { line: fault.line ?? 1, column: fault.column ?? 1 };
}
