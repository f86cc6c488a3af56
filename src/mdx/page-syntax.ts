import remarkMdx from 'remark-mdx';
import type { Processor } from 'unified';
import { parseForm, type Form, type Syntax } from './syntax.ts';
import { explainSyntax } from './syntax-message.ts';

/** The MDX of an ordinary page, where code is allowed: imports, exports and expressions are nodes with their JavaScript checked. Runs nothing. */
export function parsePage(text: string, file: string): Syntax {
  return parseForm(text, file, PAGE);
}

const PAGE: Form = {
  plugins: (watch) => [
    remarkMdx,
    function watchedTags(this: Processor) {
      const data = this.data();
      // After remark-mdx: of two readers of a tag the later one counts.
      data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), watch.extension];
    },
  ],
  explain: (text, fault, tags) => {
    if (fault.ruleId !== 'acorn' && !fault.source?.includes('expression')) return explainSyntax(text, fault, tags);
    const message =
      'Program code was expected here, as in every pair of braces and every line that begins with "import" or "export", and this is none. Put the code right; to print a brace, write &#123; for "{" and &#125; for "}".';
    return { line: fault.line ?? 1, column: fault.column ?? 1, message };
  },
};
