import type { Root } from 'mdast';
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { mdxMd } from 'micromark-extension-mdx-md';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type PluggableList, type Processor } from 'unified';
import type { Finding } from '../model/finding.ts';
import { nestedTooDeeply, tooComplex } from './limits.ts';
import { explainSyntax, type SyntaxExplanation, type SyntaxFault } from './syntax-message.ts';
import { watchTags, type TagState, type TagWatch } from './tag-watch.ts';

export type Syntax = { readonly tree: Root } | { readonly finding: Finding };

/** A form of MDX: what it adds to Markdown, and how its faults are explained. */
export interface Form {
  readonly plugins: (watch: TagWatch) => PluggableList;
  readonly explain: (text: string, fault: SyntaxFault, tags: TagState) => SyntaxExplanation;
}

/**
 * The one parser of policy text: CommonMark, GFM and MDX's tags and braces.
 *
 * It knows no JavaScript: whatever stands in braces is a node, which is refused later, so that one run finds all of them. Lines
 * that Astro's MDX takes for `import` and `export` are paragraphs here; see `codeLines`.
 */
export function parseSyntax(text: string, file: string): Syntax {
  return parseForm(text, file, POLICY);
}

/**
 * A text that is not MDX gives one finding at its line: behind a broken tag nobody can say what was meant. So does one that
 * nobody could read within seconds. Runs nothing; never throws for a content mistake.
 */
export function parseForm(text: string, file: string, form: Form): Syntax {
  const refused = tooComplex(text, file);
  if (refused) return { finding: refused };
  const watch = watchTags();
  const processor = unified().use(remarkParse).use(remarkGfm).use(form.plugins(watch));
  try {
    const tree = processor.parse(text);
    const tooDeep = nestedTooDeeply(tree, file);
    return tooDeep ? { finding: tooDeep } : { tree };
  } catch (error) {
    if (!isSyntaxFault(error)) throw error;
    const { line, column, rule = 'mdx-syntax', message } = form.explain(text, error, watch.state());
    return { finding: { rule, severity: 'error', place: { file, line, column }, message } };
  }
}

const POLICY: Form = {
  plugins: (watch) => [
    function mdxWithoutCode(this: Processor) {
      const data = this.data();
      data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mdxExpression(), mdxJsx(), mdxMd()];
      data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mdxExpressionFromMarkdown(), watch.extension];
    },
  ],
  explain: explainSyntax,
};

function isSyntaxFault(error: unknown): error is SyntaxFault {
  return error instanceof Error && 'reason' in error && 'ruleId' in error;
}
