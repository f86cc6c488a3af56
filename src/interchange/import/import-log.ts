import type { Nodes } from 'hast';
import type { DropReason, Remark } from './receipt.ts';

/** What an import writes down while it works: decisions, faults of the text, and every node it leaves out with the reason. */
export interface ImportLog {
  readonly guesses: Remark[];
  readonly oddities: Remark[];
  readonly dropped: Map<Nodes, DropReason>;
}

export function startLog(): ImportLog {
  return { guesses: [], oddities: [], dropped: new Map() };
}

/** Leaves out a node with all it holds. What was left out before keeps its first reason. */
export function drop(node: Nodes, reason: DropReason, log: ImportLog): void {
  if (log.dropped.has(node)) return;
  log.dropped.set(node, reason);
  if ('children' in node) for (const child of node.children) drop(child, reason, log);
}

export function guess(log: ImportLog, rule: string, line: number, message: string): void {
  log.guesses.push({ rule, line, message });
}

export function oddity(log: ImportLog, rule: string, line: number, message: string): void {
  log.oddities.push({ rule, line, message });
}

/** By line, then as written down. Input is not changed. */
export function inOrder(remarks: readonly Remark[]): readonly Remark[] {
  return remarks.toSorted((a, b) => a.line - b.line);
}

/** The first words of a passage, to point at it in a message. */
export function excerpt(text: string, mostWords = 12): string {
  const words = text.trim().split(/\s+/u);
  return words.length > mostWords ? `${words.slice(0, mostWords).join(' ')} …` : words.join(' ');
}
