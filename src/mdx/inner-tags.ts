import type { RootContent } from 'mdast';
import { report, type Reading } from './context.ts';
import { isTag } from './node.ts';
import { tagHolds, type Tag } from './tags.ts';

/** The tags directly inside a list or table, checked; anything else that stands there is a finding, as no reader would know where it belongs. */
export function innerTags(tag: Tag, names: readonly string[], reading: Reading): readonly Tag[] {
  return flatten(tag.children).filter((child): child is Tag => {
    if (isTag(child) && names.includes(child.name ?? '')) {
      tagHolds(child, reading);
      return true;
    }
    const found = isTag(child) ? `<${child.name ?? ''}>` : 'text';
    report(
      reading,
      child,
      'tag-misplaced',
      `Directly inside <${tag.name ?? ''}> only ${names.map((name) => `<${name}>`).join(' and ')} may stand, not ${found}. Put it inside one of them.`,
    );
    return false;
  });
}

/** MDX wraps tags that share a line in a paragraph; inside a list or table written in tags it means nothing. */
function flatten(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph') return flatten(node.children);
    return node.type === 'text' && node.value.trim() === '' ? [] : [node];
  });
}
