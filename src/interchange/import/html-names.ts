import type { Element, Nodes } from 'hast';

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav note-text ol optgroup p pre search section summary table tbody td
  tfoot th thead tr ul`.split(/\s+/u),
);

const INLINES = `a abbr acronym audio b base bdi bdo big blink br button canvas cite code col colgroup data datalist del dfn em embed
  font form frame frameset head i iframe img input ins kbd label link map mark marquee math meta meter nobr noframes noscript
  note-reference object optgroup option output param picture plaintext progress q rb rp rt rtc ruby s samp script select slot small
  source span strike strong style sub sup svg template textarea time title track tt u var video wbr xmp`.split(/\s+/u);

const KNOWN = new Set([...BLOCKS, ...INLINES, 'area', 'basefont', 'bgsound', 'applet', 'path', 'g', 'listing']);

/** Elements whose text no reader sees as words. */
const WORDLESS = new Set(['head', 'noscript', 'script', 'style', 'template', 'title', 'noframes']);

export function isKnownElement(name: string): boolean {
  return KNOWN.has(name.toLowerCase());
}

/** Whether text before and after this element stands on different lines of the page. */
export function isBlockName(name: string): boolean {
  return BLOCKS.has(name);
}

export function isWordless(element: Element): boolean {
  return WORDLESS.has(element.tagName);
}

export function isElement<Name extends string>(node: Nodes | undefined, ...names: readonly Name[]): node is Element & { tagName: Name } {
  return node?.type === 'element' && (names.length === 0 || names.some((name) => name === node.tagName));
}

/** An attribute as text; lists of names are joined by spaces. `undefined` when it is absent or a mere switch. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.join(' ') : undefined;
}

/** Level of a heading element, or of one by its role; `undefined` for any other. */
export function headingDepth(element: Element): number | undefined {
  const match = /^h([1-6])$/u.exec(element.tagName);
  if (match) return Number(match[1]);
  if (attribute(element, 'role') !== 'heading') return undefined;
  return Number(attribute(element, 'ariaLevel') ?? '2') || 2;
}

/** Every element of the tree in reading order, the node itself first. */
export function elementsOf(node: Nodes): readonly Element[] {
  const found: Element[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'element') found.push(next);
    if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return found;
}

/** All text inside, as it stands in the source. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  if (node.type === 'element' && isWordless(node)) return '';
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}
