import type { Finding } from '../../model/finding.ts';
import type { ImportInput, ImportResult } from './import-policy.ts';

/** The children of a page or text, whatever its format. */
interface Tree {
  readonly type: string;
  readonly children?: readonly Tree[] | undefined;
}

/** Deeper than any real text; it keeps a hostile one from exhausting the stack. */
const DEEPEST = 300;

/** Why nothing can be made of this file at all; `undefined` when it can be tried. */
export function fileFault(input: ImportInput): Finding | undefined {
  const { text, fileName } = input;
  const fault = (rule: string, message: string): Finding => ({ rule, severity: 'error', place: { file: fileName }, message });
  if (text.trim() === '') return fault('source-empty', 'The file is empty. Give the file that holds the text of the policy.');
  const lostCount = text.split('\uFFFD').length - 1;
  if (text.includes('\u0000') || lostCount * 100 > text.length) {
    return fault('source-not-text', 'The file is not text: save the policy as Markdown or HTML, in the encoding UTF-8.');
  }
  return undefined;
}

export function depthFault(tree: Tree, fileName: string): Finding | undefined {
  const waiting: { node: Tree; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { node, depth } = entry;
    if (depth > DEEPEST) {
      const message = `Parts of the file are nested more than ${DEEPEST} deep. No policy is built so: check that it is the right file.`;
      return { rule: 'nested-too-deeply', severity: 'error', place: { file: fileName }, message };
    }
    for (const child of node.children ?? []) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

/** The result for a file that nothing was made of. */
export function unreadable(input: ImportInput, finding: Finding): ImportResult {
  return {
    title: input.title ?? '',
    body: '',
    retired: {},
    provenance: {},
    receipt: {
      file: input.fileName,
      title: input.title ?? '',
      sectionCount: 0,
      subsectionCount: 0,
      listItemCount: 0,
      sourceWordCount: 0,
      recordWordCount: 0,
      lost: [],
      added: [],
      moved: [],
      guesses: [],
      oddities: [],
    },
    findings: [finding],
  };
}
