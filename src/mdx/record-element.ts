import type { Doctype, Element, ElementContent, RootContent } from 'hast';
import type { NextParagraph } from '../model/record/paragraphs.ts';

/** What the readers of a frozen section share; the same as its writer knows. */
export interface RecordReading {
  /** Id of the top-level section, which the anchors of its footnotes carry. */
  readonly top: string;
  /** Section whose id the blocks' anchors carry. */
  readonly owner: string;
  /** Absent inside table cells and footnotes, whose blocks have no anchors. */
  readonly next?: NextParagraph | undefined;
  /** References to footnotes in reading order, and whether each is where the footnote leads back to. */
  readonly references: { readonly label: string; readonly isFirst: boolean }[];
}

/** A frozen file is written by the tool alone: whatever stands in it unexpectedly means that it was changed or is not ours. */
export function unexpected(node: RootContent, what: string): Error {
  const line = node.position?.start.line;
  return new Error(`This record.html cannot be read: ${what}${line === undefined ? '' : ` in line ${line}`}.`);
}

/** What a node is, for a message: `<video>`, `the words "…"`, `a comment`. */
export function nodeName(node: ElementContent | Doctype): string {
  if (node.type === 'element') return `the element <${node.tagName}>`;
  return node.type === 'text' ? `the words "${node.value.trim().slice(0, 40)}"` : `a ${node.type}`;
}

/** The attributes as written; one that is not named in `known` throws. */
export function attributesOf(element: Element, known: readonly string[] = []): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [property, value] of Object.entries(element.properties)) {
    const name = attributeName(property);
    if (!known.includes(name)) throw unexpected(element, `the attribute "${name}" is not expected on <${element.tagName}>`);
    attributes.set(name, Array.isArray(value) ? value.join(' ') : String(value));
  }
  return attributes;
}

/** An attribute that the writer always writes. */
export function attributeOf(element: Element, attributes: ReadonlyMap<string, string>, name: string): string {
  const value = attributes.get(name);
  if (value === undefined) throw unexpected(element, `<${element.tagName}> has no attribute "${name}"`);
  return value;
}

/** The tree's own spelling of attributes back to HTML's: `dataPolicy` is `data-policy`, `colSpan` is `colspan`. */
function attributeName(property: string): string {
  if (property === 'className') return 'class';
  if (/^data[A-Z]/u.test(property)) return property.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  return property.toLowerCase();
}

/** The elements directly inside, where no words may stand; white space only where the writer puts it between lines. */
export function elementsOf(nodes: readonly (ElementContent | Doctype)[], mayHoldSpace = false): readonly Element[] {
  return nodes.flatMap((node) => {
    if (node.type === 'element') return [node];
    if (mayHoldSpace && isSpace(node)) return [];
    throw unexpected(node, `${nodeName(node)} cannot stand here`);
  });
}

/** An element that holds words only. */
export function textOf(element: Element): string {
  return element.children
    .map((node) => {
      if (node.type === 'text') return node.value;
      throw unexpected(node, `${nodeName(node)} cannot stand inside <${element.tagName}>`);
    })
    .join('');
}

function isSpace(node: ElementContent | Doctype): boolean {
  return node.type === 'text' && /^[ \n]*$/u.test(node.value);
}
