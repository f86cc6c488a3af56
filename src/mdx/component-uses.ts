import type { Node } from 'mdast';
import type { Finding } from '../model/finding.ts';
import { hasChildren, isTag } from './node.ts';
import { parsePage } from './page-syntax.ts';
import type { Tag } from './tags.ts';

/** One use of a component in a page, with those attributes that are plain text. */
export interface ComponentUse {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether the page imports or makes it itself. */
  readonly isDeclared: boolean;
  readonly line: number;
  readonly column: number;
}

/** Finds the components in the MDX of an ordinary page, in reading order; a finding when the page is not MDX. HTML's own tags are none. */
export function componentUses(body: string, file: string): readonly ComponentUse[] | { readonly finding: Finding } {
  const syntax = parsePage(body, file);
  if ('finding' in syntax) return syntax;
  const uses: ComponentUse[] = [];
  const code = syntax.tree.children.flatMap((node) => (node.type === 'mdxjsEsm' ? [node.value] : [])).join('\n');
  const declared = new Set(code.split(/[^\w$]+/u));
  const walk = (node: Node): void => {
    if (isTag(node) && /^[A-Z]|\./u.test(node.name ?? '')) uses.push(useOf(node, declared));
    if (hasChildren(node)) node.children.forEach(walk);
  };
  walk(syntax.tree);
  return uses;
}

function useOf(tag: Tag, declared: ReadonlySet<string>): ComponentUse {
  const attributes = Object.fromEntries(
    tag.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string' ? [[attribute.name, attribute.value]] : [],
    ),
  );
  const start = tag.position?.start;
  const name = tag.name ?? '';
  const isDeclared = declared.has(name.split('.')[0] ?? '');
  return { name, attributes, isDeclared, line: start?.line ?? 1, column: start?.column ?? 1 };
}
