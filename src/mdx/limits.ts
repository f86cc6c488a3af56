import type { Node, Root } from 'mdast';
import type { Finding } from '../model/finding.ts';
import { hasChildren } from './node.ts';

// Far beyond any real policy (the longest known has 343 kB), and near enough that what remains is read within seconds: the time
// to read Markdown grows faster than its length where one block is all signs, lists stand in lists, or every line is a block.
const MOST_LINES = 50_000;
const MOST_INDENT = 400;
const MOST_QUOTES = 200;
const MOST_CELLS = 1000;
const MOST_UNDERLINES = 2000;
const MOST_CHARACTERS = 500_000;
const MOST_SIGNS = 10_000;
const MOST_BRACES = 2000;
const MOST_OPEN = 1000;

/** Deeper nesting than any real text has; it keeps a hostile one from exhausting the stack of everything that walks the tree. */
const DEEPEST = 100;

/** A text that would take unreasonably long to read; `undefined` for every ordinary one. */
export function tooComplex(text: string, file: string): Finding | undefined {
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) return refuse(file, MOST_LINES + 1, `The text has more than ${MOST_LINES} lines.`);
  const underlines = lines.filter((line) => /^\s*(?:=+|-+)\s*$/u.test(line)).length;
  if (underlines > MOST_UNDERLINES) return refuse(file, 1, `The text has more than ${MOST_UNDERLINES} lines that hold only === or ---.`);
  const tags = nesting(/(?<close><\/)|(?<alone>\/>)|<[\w>]/gu);
  let paragraph = startParagraph();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') paragraph = startParagraph();
    const fault =
      lineFault(line) ?? paragraph(line) ?? (tags(line) ? `Here more than ${MOST_OPEN} tags stand inside each other.` : undefined);
    if (fault !== undefined) return refuse(file, index + 1, fault);
  }
  return undefined;
}

function lineFault(line: string): string | undefined {
  if (line.search(/\S/u) > MOST_INDENT) return `This line is indented by more than ${MOST_INDENT} characters.`;
  if (count(/^[\s>]*/u.exec(line)?.[0] ?? '', />/gu) > MOST_QUOTES) return `This line stands in more than ${MOST_QUOTES} quotes.`;
  return count(line, /\|/gu) > MOST_CELLS ? `This line has more than ${MOST_CELLS} cells of a table.` : undefined;
}

/** Counts through the lines of a paragraph, and says when they are too many of something. */
function startParagraph(): (line: string) => string | undefined {
  const brackets = nesting(/(?<close>\])|\[/gu);
  let characters = 0;
  let signs = 0;
  let braces = 0;
  return (line) => {
    characters += line.length;
    signs += count(line, /[*_~`[\]!]/gu);
    braces += count(line, /[{}]/gu);
    if (characters > MOST_CHARACTERS) return `This paragraph holds more than ${MOST_CHARACTERS} characters.`;
    if (signs > MOST_SIGNS) return `This paragraph holds more than ${MOST_SIGNS} signs such as * _ \` or [.`;
    if (braces > MOST_BRACES) return `This paragraph holds more than ${MOST_BRACES} braces.`;
    return brackets(line) ? `Here more than ${MOST_OPEN} square brackets stand inside each other.` : undefined;
  };
}

/** Whether signs that open and close stand too deep inside each other. Many that are never closed are no nesting. */
function nesting(signs: RegExp): (line: string) => boolean {
  let open = 0;
  let closedDeep = 0;
  return (line) => {
    for (const { groups } of line.matchAll(signs)) {
      if (groups?.['close'] && open > MOST_OPEN) closedDeep++;
      open = groups?.['close'] || groups?.['alone'] ? Math.max(open - 1, 0) : open + 1;
    }
    return closedDeep > MOST_OPEN;
  };
}

function count(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0;
}

/** A tree that is nested too deeply to be walked; `undefined` for every ordinary one. */
export function nestedTooDeeply(tree: Root, file: string): Finding | undefined {
  // Not recursive: the depth is what is being measured.
  const waiting: { readonly node: Node; readonly depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { node, depth } = entry;
    if (depth > DEEPEST) {
      const { line, column } = node.position?.start ?? {};
      const message = `Lists, quotes, tags or emphasis are nested more than ${DEEPEST} deep here. Use fewer levels.`;
      return { rule: 'nested-too-deeply', severity: 'error', place: { file, line, column }, message };
    }
    if (hasChildren(node)) for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

function refuse(file: string, line: number, what: string): Finding {
  const message = `${what} That is no policy that somebody could read; check how the file was made.`;
  return { rule: 'text-too-complex', severity: 'error', place: { file, line, column: 1 }, message };
}
