import type { Nodes } from 'mdast';
import { parseSyntax } from '../../mdx/syntax.ts';

interface Edit {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/**
 * The same policy MDX with other section ids, in its headings and in the links to them; nothing else changes.
 *
 * Ids that are not named stay. Text that is not MDX comes back as it is.
 */
export function renameIds(body: string, ids: ReadonlyMap<string, string>): string {
  const syntax = parseSyntax(body, 'policy.mdx');
  if ('finding' in syntax) return body;
  const edits: Edit[] = [];
  const visit = (node: Nodes): void => {
    edits.push(...editOf(node, body, ids));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(syntax.tree);
  let text = body;
  for (const { at, from, to } of edits.toSorted((a, b) => b.at - a.at)) text = `${text.slice(0, at)}${to}${text.slice(at + from.length)}`;
  return text;
}

function editOf(node: Nodes, body: string, ids: ReadonlyMap<string, string>): readonly Edit[] {
  const end = node.position?.end.offset ?? 0;
  if (node.type === 'heading') {
    const written = /\[#([a-z0-9-]+)\]\s*$/u.exec(body.slice(node.position?.start.offset ?? 0, end));
    return written ? edit(ids, written[1] ?? '', end - written[0].length + 2) : [];
  }
  if (node.type !== 'link' || !node.url.startsWith('#')) return [];
  // Behind the words of the link, which may hold the same signs.
  const from = node.children.at(-1)?.position?.end.offset ?? node.position?.start.offset ?? 0;
  const at = body.slice(from, end).indexOf(`(${node.url}`);
  return at < 0 ? [] : edit(ids, node.url.slice(1), from + at + 2);
}

function edit(ids: ReadonlyMap<string, string>, from: string, at: number): readonly Edit[] {
  const to = ids.get(from);
  return to === undefined || to === from ? [] : [{ at, from, to }];
}
