import type { Emphasis, PhrasingContent, Strong } from 'mdast';

type Mark = Emphasis | Strong;

/**
 * Running text as Markdown can write it: white space is one space, none at either end or around line breaks, marks begin and
 * end with a letter, neighbours of one kind are one, empty marks vanish. Words stay as they are. Input is not changed.
 */
export function tidyPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return trim(squeeze(merge(nodes.flatMap((node) => tidyOne(node, new Set())))));
}

function tidyOne(node: PhrasingContent, open: ReadonlySet<string>): readonly PhrasingContent[] {
  if (isMark(node)) {
    // A mark inside the same mark says nothing more.
    const inner = merge(node.children.flatMap((child) => tidyOne(child, new Set([...open, node.type]))));
    return open.has(node.type) ? inner : outside(node, inner);
  }
  if (node.type === 'link') {
    const children = merge(node.children.flatMap((child) => tidyOne(child, open)));
    const [before, core, after] = peel(children);
    return core.length === 0 ? children : [...before, { ...node, children: core }, ...after];
  }
  if (node.type === 'mdxJsxTextElement') {
    if (node.name === 'br') return [node];
    // MDX takes a closing tag at the beginning of a line for one that stands between paragraphs.
    const [before, core, after] = peel(merge(node.children.flatMap((child) => tidyOne(child, open))));
    return core.length === 0 ? [...before, ...after] : [...before, { ...node, children: core }, ...after];
  }
  return node.type === 'text' ? [{ type: 'text', value: node.value.replace(/[ \t\n\r\f]+/gu, ' ') }] : [node];
}

/** Spaces and line breaks at the edge of a mark go outside it. */
function outside(node: Mark, children: PhrasingContent[]): readonly PhrasingContent[] {
  const [before, core, after] = peel(children);
  return core.length === 0 ? children : [...before, { ...node, children: core }, ...after];
}

function peel(children: PhrasingContent[]): readonly [PhrasingContent[], PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  const core = [...children];
  for (let first = core[0]; first; first = core[0]) {
    const space = first.type === 'text' ? (/^[\s\u200B]+/u.exec(first.value)?.[0] ?? '') : '';
    if (space === '' && first.type !== 'break') break;
    core.shift();
    before.push(first.type === 'break' ? first : { type: 'text', value: space });
    if (first.type === 'text' && first.value.length > space.length) core.unshift({ type: 'text', value: first.value.slice(space.length) });
    if (first.type === 'text' && first.value.length > space.length) break;
  }
  for (let last = core.at(-1); last; last = core.at(-1)) {
    const space = last.type === 'text' ? (/[\s\u200B]+$/u.exec(last.value)?.[0] ?? '') : '';
    if (space === '' && last.type !== 'break') break;
    core.pop();
    after.unshift(last.type === 'break' ? last : { type: 'text', value: space });
    const rest = last.type === 'text' ? last.value.slice(0, last.value.length - space.length) : '';
    if (rest !== '') {
      core.push({ type: 'text', value: rest });
      break;
    }
  }
  return [before, core, after];
}

/** Joins neighbouring texts and neighbouring marks of one kind: `**a****b**` is not what Markdown reads as two bold words. */
function merge(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && node.value === '') continue;
    if (last?.type === 'text' && node.type === 'text') {
      result[result.length - 1] = { type: 'text', value: last.value + node.value };
    } else if (last?.type === 'inlineCode' && node.type === 'inlineCode') {
      result[result.length - 1] = { type: 'inlineCode', value: last.value + node.value };
    } else if (last && isMark(last) && isMark(node) && last.type === node.type) {
      result[result.length - 1] = { ...last, children: merge([...last.children, ...node.children]) };
    } else {
      result.push(node);
    }
  }
  return result;
}

/** One space at most between words, also across marks; none beside a line break. */
function squeeze(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const state = { isSpace: true };
  const inside = (list: readonly PhrasingContent[]): PhrasingContent[] =>
    list.flatMap((node): readonly PhrasingContent[] => {
      if (node.type === 'text') {
        const value = (state.isSpace ? node.value.replace(/^ +/u, '') : node.value).replace(/ +/gu, ' ');
        if (value !== '') state.isSpace = value.endsWith(' ');
        return value === '' ? [] : [{ type: 'text', value }];
      }
      if (node.type === 'break') state.isSpace = true;
      else if (!('children' in node)) state.isSpace = false;
      return 'children' in node && node.children.length > 0 ? [{ ...node, children: inside(node.children) }] : [node];
    });
  const result = inside(nodes);
  return result.map((node, index) =>
    node.type === 'text' && result[index + 1]?.type === 'break' ? { type: 'text', value: node.value.trimEnd() } : node,
  );
}

function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result = [...nodes];
  for (let first = result[0]; first?.type === 'break'; first = result[0]) result.shift();
  for (let last = result.at(-1); last; last = result.at(-1)) {
    const value = last.type === 'text' ? last.value.replace(/ +$/u, '') : undefined;
    if (last.type !== 'break' && value === undefined) break;
    result.pop();
    if (value !== undefined && value !== '') {
      result.push({ type: 'text', value });
      break;
    }
  }
  return result;
}

function isMark(node: PhrasingContent): node is Mark {
  return node.type === 'emphasis' || node.type === 'strong';
}
