import type { Finding } from '../model/finding.ts';

export interface SplitText {
  /** YAML between the two lines of dashes; begins at line 2 of the file. */
  readonly yaml: string;
  /** The text below, with empty lines in place of the frontmatter, so that its line numbers are those of the file. */
  readonly body: string;
}

/**
 * Parts a file into its frontmatter and its text; a finding when there is no frontmatter or its end is missing.
 *
 * `example` is a setting that such a file begins with, for the message.
 */
export function splitFrontmatter(text: string, file: string, example = 'effective: 2027-03-01'): SplitText | { readonly finding: Finding } {
  const head = `three dashes (---), then its settings, such as ${example}, then a line of three dashes again`;
  if (text.trim() === '') return fault(file, `The file is empty. Begin it with a line of ${head}, and write the text below.`);
  const lines = text.split('\n');
  if (lines[0]?.trimEnd() !== '---') return fault(file, `The file must begin with a line of ${head}.`);
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0)
    return fault(file, 'The settings at the head of the file have no end. Write a line of three dashes (---) after the last of them.');
  const body = [...lines.slice(0, end + 1).map(() => ''), ...lines.slice(end + 1)].join('\n');
  return { yaml: lines.slice(1, end).join('\n'), body };
}

function fault(file: string, message: string): { readonly finding: Finding } {
  return { finding: { rule: 'frontmatter-missing', severity: 'error', place: { file, line: 1, column: 1 }, message } };
}
