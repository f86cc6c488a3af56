import { wordsOf } from '../model/record/inline.ts';
import { idFromHeading } from '../model/record/section-id.ts';
import { startReading } from './context.ts';
import { headingParts } from './heading-id.ts';
import { readInline } from './inline.ts';
import { parseSyntax } from './syntax.ts';

export interface MissingId {
  readonly line: number;
  /** Column behind the last word of the heading, where the id is to stand; closing signs (`## Title ##`) come after it. */
  readonly column: number;
  readonly id: string;
}

/** The top-level headings of a text that have no id yet, each with one made from its words; none when the text cannot be read. Never throws. */
export function missingIds(body: string, file: string): readonly MissingId[] {
  const syntax = parseSyntax(body, file);
  if ('finding' in syntax) return [];
  // Ids are Latin letters in every language, so the language of the text makes no difference.
  const reading = startReading(syntax.tree, { body, file, lang: 'en' });
  const headings = syntax.tree.children.filter((node) => node.type === 'heading');
  const shallowest = headings.reduce((least, heading) => Math.min(least, heading.depth), 6);
  const taken = new Set(headings.flatMap((heading) => headingParts(heading).id ?? []));
  const missing: MissingId[] = [];
  for (const [index, heading] of headings.entries()) {
    const { id, isBraced, children } = headingParts(heading);
    const line = heading.position?.start.line;
    const end = heading.children.at(-1)?.position?.end;
    // A heading that is underlined on the next line may be none: only its author can say.
    if (heading.depth !== shallowest || id !== undefined || isBraced || !end || line !== heading.position?.end.line) continue;
    const made = idFromHeading(wordsOf(readInline(children, reading)), index + 1, taken);
    taken.add(made);
    missing.push({ line: end.line, column: end.column, id: made });
  }
  return missing;
}
