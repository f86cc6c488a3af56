import type { Element, ElementContent } from 'hast';
import { policyComponent } from '../model/record/components.ts';
import { noteLabel } from '../model/record/inline.ts';
import { noteId, noteReferenceId } from '../model/record/paragraphs.ts';
import type { Inline, LinkTarget, Mark } from '../model/record/record.ts';
import { attributeOf, attributesOf, nodeName, textOf, unexpected, type RecordReading } from './record-element.ts';

const MARKS: readonly Mark[] = ['em', 'strong', 'code', 'sub', 'sup'];

const RUNNING = new Set<string>([...MARKS, 'a', 'abbr', 'br', 'dfn', 'span']);

/** Whether a node of the record is running text; if not, it is a block. */
export function isRunningText(node: ElementContent): boolean {
  return node.type === 'text' || (node.type === 'element' && RUNNING.has(node.tagName));
}

/** Running text of a frozen file. Throws for anything that the writer does not write. */
export function recordInline(nodes: readonly ElementContent[], reading: RecordReading): readonly Inline[] {
  return nodes.map((node) => {
    if (node.type === 'text') return node.value;
    if (node.type === 'element') return oneInline(node, reading);
    throw unexpected(node, `${nodeName(node)} cannot stand in running text`);
  });
}

function oneInline(element: Element, reading: RecordReading): Inline {
  const name = element.tagName;
  const reference = name === 'sup' ? noteReference(element, reading) : undefined;
  if (reference) return reference;
  const mark = MARKS.find((known) => known === name);
  if (mark) {
    attributesOf(element);
    return { kind: 'mark', mark, children: recordInline(element.children, reading) };
  }
  switch (name) {
    case 'br':
      attributesOf(element);
      return { kind: 'break' };
    case 'a':
      return link(element, reading);
    case 'abbr': {
      const title = attributeOf(element, attributesOf(element, ['title']), 'title');
      return { kind: 'abbreviation', title, children: recordInline(element.children, reading) };
    }
    case 'span':
      return language(element, reading);
    case 'dfn':
      return { kind: 'component', name: recordComponent(element, 'inline'), children: recordInline(element.children, reading) };
    default:
      throw unexpected(element, `the element <${name}> is not part of running text`);
  }
}

/** Name of a component, which must be one that this release knows, as the element it is written as. */
export function recordComponent(element: Element, holds: 'block' | 'inline'): string {
  const written = element.properties['dataComponent'];
  const component = typeof written === 'string' ? policyComponent(written) : undefined;
  if (component?.element !== element.tagName || component.holds !== holds) {
    throw unexpected(element, `<${element.tagName}> is no component that this release knows (${String(written ?? 'without a name')})`);
  }
  const attributes = attributesOf(element, ['data-component', ...Object.keys(component.fixed)]);
  for (const [key, value] of Object.entries(component.fixed)) {
    if (attributes.get(key) !== value) throw unexpected(element, `the component ${component.name} must carry ${key}="${value}"`);
  }
  return component.name;
}

function language(element: Element, reading: RecordReading): Inline {
  const attributes = attributesOf(element, ['lang', 'dir']);
  const dir = attributes.get('dir');
  if (dir !== undefined && dir !== 'ltr' && dir !== 'rtl') throw unexpected(element, `"${dir}" is no direction of writing`);
  return { kind: 'language', lang: attributeOf(element, attributes, 'lang'), dir, children: recordInline(element.children, reading) };
}

function link(element: Element, reading: RecordReading): Inline {
  const attributes = attributesOf(element, ['href', 'data-policy', 'title']);
  const target = linkTarget(element, attributeOf(element, attributes, 'href'), attributes.get('data-policy'));
  return { kind: 'link', target, title: attributes.get('title'), children: recordInline(element.children, reading) };
}

function linkTarget(element: Element, href: string, policy: string | undefined): LinkTarget {
  if (policy === undefined) return href.startsWith('#') ? { kind: 'within', id: href.slice(1) } : { kind: 'address', href };
  const [path, id] = href.split('#', 2);
  if (path !== `../../${policy}/`) throw unexpected(element, `the link "${href}" does not lead to the policy "${policy}"`);
  return { kind: 'policy', policy, id };
}

function noteReference(element: Element, reading: RecordReading): Inline | undefined {
  const [anchor] = element.children;
  if (anchor?.type !== 'element' || anchor.properties['role'] !== 'doc-noteref') return undefined;
  attributesOf(element);
  const attributes = attributesOf(anchor, ['href', 'id', 'role']);
  const label = /\.n(\d+)$/u.exec(attributes.get('href') ?? '')?.[1] ?? '';
  const id = attributes.get('id');
  const isWhole =
    element.children.length === 1 && textOf(anchor) === noteLabel(label) && attributes.get('href') === `#${noteId(reading.top, label)}`;
  if (!isWhole || (id !== undefined && id !== noteReferenceId(reading.top, label)))
    throw unexpected(anchor, 'a reference to a footnote is damaged');
  reading.references.push({ label, isFirst: id !== undefined });
  return { kind: 'note', label };
}
