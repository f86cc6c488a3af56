import type { Element, Nodes } from 'hast';
import type { PhrasingContent } from 'mdast';
import { attribute, elementsOf, isElement, isWordless, textOf } from './html-names.ts';
import { excerpt, guess } from './import-log.ts';
import { insideComponent, lineHere, noteAnchor, position, textTag, type Reading } from './reading.ts';
import { wordsOf } from './words-of.ts';

/** Running text with its white space as in the source, so that lines can still be told; see `tidyPhrasing`. */
export function readInline(nodes: readonly Nodes[], reading: Reading): readonly PhrasingContent[] {
  return nodes.flatMap((node) => oneInline(node, reading));
}

function oneInline(node: Nodes, reading: Reading): readonly PhrasingContent[] {
  if (reading.log.dropped.has(node)) return [];
  const line = lineHere(node, reading);
  if (node.type === 'text') return [from({ type: 'text', value: node.value, position: position(line) }, node, reading)];
  if (node.type !== 'element' || isWordless(node)) return [];
  const isAnchor = isElement(node, 'a') && attribute(node, 'href') === undefined;
  noteAnchor(node, isAnchor || attribute(node, 'name') !== undefined, reading);
  return readElement(node, reading);
}

function readElement(element: Element, reading: Reading): readonly PhrasingContent[] {
  const children = (): PhrasingContent[] => [...readInline(element.children, reading)];
  switch (element.tagName) {
    case 'b':
    case 'strong':
      return [{ type: 'strong', children: children() }];
    case 'cite':
    case 'em':
    case 'i':
    case 'mark':
    case 'u':
    case 'var':
      return [{ type: 'emphasis', children: children() }];
    case 'del':
    case 's':
    case 'strike':
      return struck(element, children(), reading);
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return element.children.every((child) => child.type === 'text') ? inlineCode(element, reading) : children();
    case 'br':
      return [{ type: 'break' }];
    case 'a':
      return link(element, children(), reading);
    case 'sub':
    case 'sup':
      return [textTag(element.tagName, {}, children())];
    case 'dfn': {
      const { result, isNested } = insideComponent('Definition', reading, children);
      return isNested ? result : [textTag('Definition', {}, result)];
    }
    case 'abbr':
    case 'acronym':
      return abbreviation(element, children());
    case 'q':
      return [from({ type: 'text', value: '“' }, element, reading), ...children(), { type: 'text', value: '”' }];
    case 'note-reference':
      return [from({ type: 'footnoteReference', identifier: attribute(element, 'name') ?? '' }, element, reading)];
    case 'wbr':
      return [];
    default:
      return styled(element, children());
  }
}

function from<Words extends PhrasingContent>(words: Words, node: Nodes, reading: Reading): Words {
  reading.origins.set(words, [node]);
  return words;
}

function inlineCode(element: Element, reading: Reading): readonly PhrasingContent[] {
  const value = textOf(element).replace(/\s+/gu, ' ');
  return value.trim() === '' ? [{ type: 'text', value }] : [from({ type: 'inlineCode', value }, element, reading)];
}

/** The same text with every line break, however deep in marks, replaced. */
export function replaceBreaks(nodes: readonly PhrasingContent[], by: () => PhrasingContent): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'break') return by();
    return 'children' in node ? Object.assign({}, node, { children: replaceBreaks(node.children, by) }) : node;
  });
}

function link(element: Element, children: PhrasingContent[], reading: Reading): readonly PhrasingContent[] {
  const url = attribute(element, 'href');
  if (url === undefined) return children;
  const title = attribute(element, 'title');
  if (elementsOf(element).some((inner) => inner.tagName === 'note-reference')) {
    const line = lineHere(element, reading);
    guess(
      reading.log,
      'link-around-footnote',
      line,
      `A link to "${url}" had a footnote inside it, and both lead somewhere. The words and the footnote stay, without the link.`,
    );
    return children;
  }
  return [{ type: 'link', url, title: title ?? null, children, position: position(lineHere(element, reading)) }];
}

/** Struck words stay words: whether they still apply, nobody but the people of the policy can say. */
function struck(element: Element, children: PhrasingContent[], reading: Reading): readonly PhrasingContent[] {
  const words = wordsOf(children);
  const message = `The words "${excerpt(words)}" are struck through in the source. They stand without the line: decide whether they apply.`;
  if (words !== '') guess(reading.log, 'struck-through', lineHere(element, reading), message);
  return children;
}

function abbreviation(element: Element, children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const title = attribute(element, 'title')?.trim() ?? '';
  return title === '' ? children : [textTag('abbr', { title }, children)];
}

/** A `<span>` counts when it says the language of its words, or is bold or italic by its style alone, as word processors write it. */
function styled(element: Element, children: PhrasingContent[]): readonly PhrasingContent[] {
  const style = attribute(element, 'style') ?? '';
  const lang = attribute(element, 'lang')?.trim() ?? '';
  const dir = attribute(element, 'dir');
  if (element.tagName === 'span' && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(lang)) {
    return [textTag('span', { lang, ...(dir === 'rtl' || dir === 'ltr' ? { dir } : {}) }, children)];
  }
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style)) return [{ type: 'strong', children }];
  if (/font-style\s*:\s*italic/iu.test(style)) return [{ type: 'emphasis', children }];
  return children;
}
