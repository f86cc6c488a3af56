import { isAlias, isCollection, isScalar, visit, type Document, type YAMLError } from 'yaml';

export interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

/** The first thing in YAML that is not a plain setting, in words for people who have never heard of YAML. */
export function syntaxFault(document: Document.Parsed, yaml: string): SyntaxFault | undefined {
  const [error] = document.errors;
  if (error) return explain(error, document, yaml);
  if (yaml.startsWith('%')) return { offset: 0, message: 'A line that begins with "%" is none of the settings. Remove it.' };
  return specialKey(document) ?? lostWords(document, yaml);
}

const QUOTE = 'Put the value between quotation marks';
const FORM = 'Each setting stands on a line of its own as "name: value"';

function explain({ code, pos }: YAMLError, document: Document.Parsed, yaml: string): SyntaxFault {
  const [offset] = pos;
  const line = yaml.slice(offset).split('\n', 1)[0] ?? '';
  const at = (message: string, place = offset): SyntaxFault => ({ offset: place, message });
  switch (code) {
    case 'DUPLICATE_KEY':
      return at('This setting stands here twice. Keep one of the two lines.');
    case 'TAB_AS_INDENT':
      return at('A line begins with a tab. Begin it with spaces.');
    case 'BLOCK_AS_IMPLICIT_KEY':
      return at(`This value holds a colon. ${QUOTE}; if the next line is a setting of its own, begin it as far left as this one.`);
    case 'BAD_SCALAR_START':
      return at(`A value cannot begin with "${line.slice(0, 1)}". ${QUOTE}.`);
    case 'BAD_ALIAS':
      return at(signMessage(line.slice(0, 1)));
    case 'BAD_DQ_ESCAPE':
      return at(
        'Between double quotation marks a backslash changes what follows it. Write two of them, or put the value between single quotation marks.',
      );
    case 'MULTIPLE_DOCS':
      return at('A line of dashes or dots ends the settings, and more of them follow. Remove that line.');
    case 'MULTILINE_IMPLICIT_KEY':
      return at(`The line "${short(line)}" is no setting: it has no colon. ${FORM}.`);
    case 'RESOURCE_EXHAUSTION':
      return at('The settings are nested too deeply here. Use fewer levels.');
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
    case 'UNEXPECTED_TOKEN':
    default: {
      const open = unclosed(document, offset);
      if (open !== undefined)
        return at(`The ${yaml.charAt(open)} that opens this value is not closed. Write its partner where the value ends.`, open);
      if (code === 'MISSING_CHAR') return at(`The line "${short(line)}" is no setting: it has no colon. ${FORM}.`);
      if (code === 'BAD_INDENT')
        return at('This line begins in another column than the settings beside it. Give it as many spaces as they have.');
      return at(
        `The settings cannot be read from here on. ${FORM}; a value that holds a colon, quotation marks or begins with a sign goes between quotation marks.`,
      );
    }
  }
}

/** Where a quotation mark or bracket opens that the text up to `offset` does not close. */
function unclosed(document: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, (_, node) => {
    const range = isScalar(node) || isCollection(node) ? node.range : undefined;
    if (!range || range[1] !== offset) return;
    const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    if (isQuoted || (isCollection(node) && node.flow === true)) [found] = range;
  });
  return found;
}

/** A setting whose name is no word would have to be guessed at. */
function specialKey(document: Document.Parsed): SyntaxFault | undefined {
  let fault: SyntaxFault | undefined;
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value !== null && key.value !== '') return undefined;
      const offset = isScalar(key) || isCollection(key) ? (key.range?.[0] ?? 0) : 0;
      fault = { offset, message: `A setting has no name here. ${FORM}.` };
      return visit.BREAK;
    },
  });
  return fault;
}

/** "*", "&" and "!" before a value mean something to YAML, and the word they stand before would be lost. */
function lostWords(document: Document.Parsed, yaml: string): SyntaxFault | undefined {
  let fault: SyntaxFault | undefined;
  visit(document, (_, node) => {
    const isValue = isScalar(node) || isCollection(node);
    const sign = isAlias(node) ? '*' : isValue && node.anchor !== undefined ? '&' : isValue && node.tag !== undefined ? '!' : '';
    if (sign === '') return undefined;
    const start = isAlias(node) || isValue ? (node.range?.[0] ?? 0) : 0;
    const before = isAlias(node) ? -1 : yaml.slice(0, start).search(/[&!]\S*\s*$/u);
    fault = { offset: before < 0 ? start : before, message: signMessage(sign) };
    return visit.BREAK;
  });
  return fault;
}

function signMessage(sign: string): string {
  return `A value that begins with "${sign}" means something else here, and words would be lost. ${QUOTE}.`;
}

function short(line: string): string {
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
