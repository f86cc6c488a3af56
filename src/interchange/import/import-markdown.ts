import type { Nodes, Root } from 'mdast';
import { readAttributeLists, splitAttributeLists } from './attribute-lists.ts';
import { findAccordions } from './accordions.ts';
import { splitFrontMatter, type FrontMatter } from './front-matter.ts';
import { guess, startLog, type ImportLog } from './import-log.ts';
import { importPolicy, type ImportInput, type ImportResult } from './import-policy.ts';
import { isPseudoTag, markdownSource, parseMarkdown } from './markdown-source.ts';
import { markdownWords } from './markdown-words.ts';
import { dropNotPolicy } from './not-policy.ts';
import { plainText } from './source.ts';
import { pageTitle } from './title.ts';
import { depthFault, fileFault, unreadable } from './unreadable.ts';

/** A Markdown file to a draft and its receipt. Never throws for a fault of the file; same input, same result. */
export function importMarkdown(input: ImportInput): ImportResult {
  const fault = fileFault(input);
  if (fault) return unreadable(input, fault);
  const log = startLog();
  const front = splitFrontMatter(plainText(input.text, log));
  nameFrontMatter(front, log);
  const markdown = parseMarkdown(front.rest);
  const tooDeep = depthFault(markdown, input.fileName);
  if (tooDeep) return unreadable(input, tooDeep);
  const source = markdownSource(markdown);
  const pageTooDeep = depthFault(source.tree, input.fileName);
  if (pageTooDeep) return unreadable(input, pageTooDeep);
  const marks = splitAttributeLists(source.tree);
  const lists = readAttributeLists(marks, source, log);
  namePlaceholders(markdown, log);
  const accordions = findAccordions(source.tree);
  dropNotPolicy(source.tree, source.tree, accordions.kept, log);
  return importPolicy(input, {
    source,
    words: markdownWords(markdown),
    root: source.tree,
    log,
    accordions,
    lists,
    titles: { frontMatter: front.title, page: pageTitle(source.tree) },
    baseUrl: input.baseUrl,
    hasSlugs: true,
  });
}

function nameFrontMatter(front: FrontMatter, log: ImportLog): void {
  if (front.keys.length === 0) return;
  guess(
    log,
    'front-matter',
    1,
    `The lines between the hyphens at the top are for programs (${front.keys.join(', ')}). They are no part of the policy.`,
  );
}

/** Words that a program was to replace, or that look like tags: they stay as words, and a person must look at them. */
function namePlaceholders(markdown: Root, log: ImportLog): void {
  const visit = (node: Nodes): void => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'html' && isPseudoTag(node.value)) {
      guess(log, 'angle-brackets', line, `${node.value} is no tag that a page knows; it was kept as words.`);
    }
    if (node.type === 'listItem' && typeof node.checked === 'boolean') {
      guess(log, 'tick-box', line, `A tick box became the words ${node.checked ? '[x]' : '[ ]'}. Write what it stands for.`);
    }
    if (node.type === 'text') {
      for (const match of node.value.matchAll(/\{\{[^{}]*\}\}|\{%[^{}]*%\}/gu)) {
        const at = line + node.value.slice(0, match.index).split('\n').length - 1;
        guess(
          log,
          'placeholder',
          at,
          `${match[0]} was to be filled in by a program. It was kept as it stands: write the words that readers saw.`,
        );
      }
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(markdown);
}
