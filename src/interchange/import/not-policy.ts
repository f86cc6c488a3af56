import type { Element, Nodes, Root } from 'hast';
import { drop, type ImportLog } from './import-log.ts';
import { attribute, elementsOf, isElement } from './html-names.ts';
import type { DropReason } from './receipt.ts';

const FRAME_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'alertdialog', 'menu', 'menubar']);

/** Menus and the like: they belong to the site, wherever they stand. A header inside an article is the policy's own. */
export function isSiteFrame(element: Element): boolean {
  return isElement(element, 'nav', 'footer', 'aside', 'dialog', 'menu') || FRAME_ROLES.has(attribute(element, 'role') ?? '');
}

const CONTROLS = ['button', 'input', 'select', 'textarea', 'datalist', 'option', 'output', 'progress', 'meter'];
const EMBEDDED = ['iframe', 'svg', 'canvas', 'video', 'audio', 'object', 'embed', 'math', 'map', 'applet'];

/**
 * Marks what is no part of the policy: everything outside `root`, and inside it menus, hidden parts, fields, pictures.
 * `kept` are hidden panels and the buttons that open them.
 */
export function dropNotPolicy(tree: Root, root: Root | Element, kept: ReadonlySet<Element>, log: ImportLog): void {
  const own = ownHeaders(root);
  for (const element of elementsOf(root)) {
    if (element === root) continue;
    const isBanner = isElement(element, 'header') && !own.has(element);
    const reason = kept.has(element) ? undefined : isBanner ? 'site-frame' : reasonOf(element);
    if (reason) drop(element, reason, log);
  }
  if (root !== tree) dropOutside(tree, root, log);
}

/** Headers that head an article or section rather than the site. */
function ownHeaders(root: Root | Element): ReadonlySet<Element> {
  const parts = elementsOf(root).filter((element) => isElement(element, 'article', 'main', 'section'));
  return new Set(parts.flatMap((part) => elementsOf(part)).filter((element) => isElement(element, 'header')));
}

function dropOutside(node: Nodes, root: Root | Element, log: ImportLog): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child === root) continue;
    if (isElement(child) && elementsOf(child).some((element) => element === root)) dropOutside(child, root, log);
    else drop(child, 'outside', log);
  }
}

function reasonOf(element: Element): DropReason | undefined {
  if (isSiteFrame(element)) return 'site-frame';
  if (isHidden(element)) return 'hidden';
  if (isElement(element, ...CONTROLS)) return 'control';
  if (isElement(element, ...EMBEDDED)) return 'embedded';
  if (isElement(element, 'img', 'picture')) return 'image';
  return undefined;
}

function isHidden(element: Element): boolean {
  const { hidden, ariaHidden } = element.properties;
  const isSwitchedOff = hidden !== undefined && hidden !== null && hidden !== false;
  const style = attribute(element, 'style') ?? '';
  return isSwitchedOff || ariaHidden === 'true' || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style);
}
