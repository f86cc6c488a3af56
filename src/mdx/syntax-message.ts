/** What the parser says of text that is not MDX; `ruleId` is stable, the reason is for programmers. */
export interface SyntaxFault {
  readonly reason: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly ruleId?: string | undefined;
}

export interface SyntaxExplanation {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Says in a lawyer's words what is wrong, at the character that caused it, and how to write it instead. */
export function explainSyntax(text: string, fault: SyntaxFault): SyntaxExplanation {
  if (fault.ruleId === 'end-tag-mismatch') return mismatch(fault);
  if (fault.ruleId === 'acorn') return code(text, fault);
  if (fault.ruleId === 'unexpected-closing-slash') {
    const at = lookBack(text, fault, '<');
    return { ...at, message: `The closing tag ${tagAt(text, at)} closes nothing. Remove it, or write the opening tag before it.` };
  }
  if (fault.reason.includes('closing brace')) {
    return { ...lookBack(text, fault, '{'), message: `A brace "{" has no partner. ${BRACES}` };
  }
  return angle(text, fault);
}

const BRACES =
  'Braces mark program code in MDX, which policy text may not contain. To print a brace, write &#123; for "{" and &#125; for "}".';

function mismatch(fault: SyntaxFault): SyntaxExplanation {
  const name = /`<\/?([^>`]*)>`/u.exec(fault.reason)?.[1] ?? '';
  const opened = /\((\d+):(\d+)/u.exec(fault.reason);
  const at = { line: Number(opened?.[1] ?? fault.line ?? 1), column: Number(opened?.[2] ?? fault.column ?? 1) };
  if (/^br\b/iu.test(name)) return { ...at, message: 'The line break <br> must close itself: write <br/>.' };
  if (fault.reason.startsWith('Unexpected closing tag')) {
    const found = /closing tag `(<[^`]*>)`, expected corresponding closing tag for `(<[^`]*>)`/u.exec(fault.reason);
    return {
      line: fault.line ?? at.line,
      column: fault.column ?? at.column,
      message: `The closing tag ${found?.[1] ?? ''} does not fit the opening tag ${found?.[2] ?? ''} of line ${at.line}. Write the same name in both.`,
    };
  }
  return {
    ...at,
    message: `The tag <${name}> is opened here and not closed before its paragraph, list item or the text ends. Write </${name}> where it ends; if it holds whole paragraphs, each of the two tags stands on a line of its own.`,
  };
}

function code(text: string, fault: SyntaxFault): SyntaxExplanation {
  const line = fault.line ?? 1;
  const word = /^\s*(import|export)\b/u.exec(lineOf(text, line))?.[1];
  if (word !== undefined) return { line, column: 1, message: codeLine(word) };
  const at = lookBack(text, fault, '{');
  const id = /^\{:?\s*#([^}\s]*)\s*\}/u.exec(lineOf(text, at.line).slice(at.column - 1))?.[1];
  if (id !== undefined) return { ...at, message: `The id of a section stands in square brackets. Write [#${id}] in place of the braces.` };
  return { ...at, message: `This text stands in braces. ${BRACES}` };
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
