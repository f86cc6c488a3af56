import type { Finding } from '../model/finding.ts';

// Far beyond any real policy (the longest known has 343 kB), and near enough that what remains is read within seconds: the time
// to read Markdown grows faster than its length where one block is all signs, lists stand in lists, or every line is a block.
const MOST_LINES = 50_000;
const MOST_INDENT = 400;
const MOST_QUOTES = 200;
const MOST_CHARACTERS = 500_000;
const MOST_SIGNS = 10_000;

/** A text that would take unreasonably long to read; `undefined` for every ordinary one. */
export function tooComplex(text: string, file: string): Finding | undefined {
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) return refuse(file, MOST_LINES + 1, `The text has more than ${MOST_LINES} lines.`);
  let signs = 0;
  let characters = 0;
  for (const [index, line] of lines.entries()) {
    if (line.search(/\S/u) > MOST_INDENT) {
      return refuse(file, index + 1, `This line is indented by more than ${MOST_INDENT} characters.`);
    }
    if ((/^[\s>]*/u.exec(line)?.[0].match(/>/gu)?.length ?? 0) > MOST_QUOTES) {
      return refuse(file, index + 1, `This line stands in more than ${MOST_QUOTES} quotes.`);
    }
    signs = line.trim() === '' ? 0 : signs + (line.match(/[*_~`[\]!]/gu)?.length ?? 0);
    characters = line.trim() === '' ? 0 : characters + line.length;
    if (characters > MOST_CHARACTERS) {
      return refuse(file, index + 1, `This paragraph holds more than ${MOST_CHARACTERS} characters.`);
    }
    if (signs > MOST_SIGNS) {
      return refuse(file, index + 1, `This paragraph holds more than ${MOST_SIGNS} signs such as * _ \` or [.`);
    }
  }
  return undefined;
}

function refuse(file: string, line: number, what: string): Finding {
  const message = `${what} That is no policy that somebody could read; check how the file was made.`;
  return { rule: 'text-too-complex', severity: 'error', place: { file, line, column: 1 }, message };
}
