import type { Definition, FootnoteDefinition, Node, Root } from 'mdast';
import type { Finding, Severity } from '../model/finding.ts';

/** What the readers of one text share while they walk it: where findings go, and what is referred to from afar. */
export interface Reading {
  readonly file: string;
  readonly findings: Finding[];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** Numbers of the footnotes referred to so far, by identifier, in order of their first reference. */
  readonly noteNumbers: Map<string, string>;
  /** Links within the text, checked when all its sections are known. */
  readonly linksWithin: { readonly id: string; readonly node: Node }[];
  /** Links to other policies, checked when all policies are known. */
  readonly linksToPolicies: PolicyLink[];
}

/** A link from one policy's text to another policy's, with its place. */
export interface PolicyLink {
  readonly policy: string;
  readonly id?: string | undefined;
  readonly line: number;
  readonly column: number;
}

/** Deeper nesting than any real text has; it keeps a hostile one from exhausting the stack of everything that walks the tree. */
const DEEPEST = 100;

/** Begins to read a tree; `undefined` in place of it, with one finding, when it is nested too deeply to be walked. */
export function startReading(tree: Root, file: string): Reading | { readonly finding: Finding } {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  // Not recursive: the depth is what is being measured.
  const waiting: { node: Node; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { node, depth } = entry;
    if (depth > DEEPEST) return { finding: tooDeep(node, file) };
    // The first definition of a name counts, as in Markdown; nodes come out last to first.
    if (isDefinition(node)) definitions.set(node.identifier, node);
    if (isFootnote(node)) footnotes.set(node.identifier, node);
    if (hasChildren(node)) for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
  return { file, findings: [], definitions, footnotes, noteNumbers: new Map(), linksWithin: [], linksToPolicies: [] };
}

function tooDeep(node: Node, file: string): Finding {
  const { line, column } = node.position?.start ?? {};
  const message = `Lists, quotes or emphasis are nested more than ${DEEPEST} deep here. Use fewer levels.`;
  return { rule: 'nested-too-deeply', severity: 'error', place: { file, line, column }, message };
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

/** Whether a node of the tree holds others. */
export function hasChildren(node: Node): node is Node & { children: readonly Node[] } {
  return 'children' in node && Array.isArray(node.children);
}

function isDefinition(node: Node): node is Definition {
  return node.type === 'definition';
}

function isFootnote(node: Node): node is FootnoteDefinition {
  return node.type === 'footnoteDefinition';
}
