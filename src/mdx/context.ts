import type { Definition, FootnoteDefinition, Node, Root } from 'mdast';
import type { Finding, Severity } from '../model/finding.ts';
import { codeLines } from './code-lines.ts';
import { directionOf } from './direction.ts';
import { hasChildren } from './node.ts';

export interface SourceText {
  /** Markdown after the frontmatter, with as many empty lines before it as the frontmatter had, so that line numbers are those of the file. */
  readonly body: string;
  /** Name of the file for findings. */
  readonly file: string;
  /** BCP 47 tag of the text's language. */
  readonly lang: string;
}

/** What the readers of one text share while they walk it: where findings go, and what is referred to from afar. */
export interface Reading {
  readonly file: string;
  readonly findings: Finding[];
  /** Direction of the words around: of the text, or of a part in another language. */
  readonly dir: 'ltr' | 'rtl';
  /** Id of the top-level section that is being read. */
  readonly section: string;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** Numbers of the footnotes that this section has referred to so far, by identifier, in order of their first reference. */
  readonly noteNumbers: Map<string, string>;
  /** The top-level section that each footnote belongs to: the first that refers to it. */
  readonly noteSections: Map<string, string>;
  /** Links within the text, checked when all its sections are known. */
  readonly linksWithin: { readonly id: string; readonly node: Node }[];
  /** Links to other policies, checked when all policies are known. */
  readonly linksToPolicies: PolicyLink[];
  /** Paragraphs that Astro would take for code, each with its first word. */
  readonly codeLines: ReadonlyMap<Node, string>;
}

/** A link from one policy's text to another policy's, with its place. */
export interface PolicyLink {
  readonly policy: string;
  readonly id?: string | undefined;
  readonly line: number;
  readonly column: number;
}

/** Begins to read a tree. */
export function startReading(tree: Root, { body, file, lang }: SourceText): Reading {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const waiting: Node[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    // The first definition of a name counts, as in Markdown; nodes come out last to first.
    if (isDefinition(node)) definitions.set(node.identifier, node);
    if (isFootnote(node)) footnotes.set(node.identifier, node);
    if (hasChildren(node)) for (const child of node.children) waiting.push(child);
  }
  return {
    file,
    findings: [],
    dir: directionOf(lang),
    section: '',
    definitions,
    footnotes,
    noteNumbers: new Map(),
    noteSections: new Map(),
    linksWithin: [],
    linksToPolicies: [],
    codeLines: codeLines(tree, body),
  };
}

/** Notes a finding at the node's first character. */
export function report(reading: Reading, node: Node, rule: string, message: string, severity: Severity = 'error'): void {
  reading.findings.push({
    rule,
    severity,
    place: { file: reading.file, line: node.position?.start.line, column: node.position?.start.column },
    message,
  });
}

function isDefinition(node: Node): node is Definition {
  return node.type === 'definition';
}

function isFootnote(node: Node): node is FootnoteDefinition {
  return node.type === 'footnoteDefinition';
}
