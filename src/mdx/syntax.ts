import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Finding } from '../model/finding.ts';
import { explainSyntax, type SyntaxFault } from './syntax-message.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

export type Syntax = { readonly tree: Root } | { readonly finding: Finding };

/**
 * The one parser of policy text: CommonMark, GFM and MDX's tags. Nothing is run: MDX code becomes nodes, which are refused later.
 *
 * Text that is not MDX gives one finding at its line: behind a broken tag nobody can say what was meant. Never throws for a
 * content mistake.
 */
export function parseSyntax(text: string, file: string): Syntax {
  try {
    return { tree: processor.parse(text) };
  } catch (error) {
    if (!isSyntaxFault(error)) throw error;
    const { line, column, message } = explainSyntax(text, error);
    return { finding: { rule: 'mdx-syntax', severity: 'error', place: { file, line, column }, message } };
  }
}

function isSyntaxFault(error: unknown): error is SyntaxFault {
  return error instanceof Error && 'reason' in error && 'ruleId' in error;
}
