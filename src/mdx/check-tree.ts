import type { Node, Root } from 'mdast';
import { policyComponent } from '../model/record/components.ts';
import { badCharacter } from './characters.ts';
import { report, type Reading } from './context.ts';
import { hasChildren, isTag } from './node.ts';
import { codeLine } from './syntax-message.ts';

/** What no single reader of the text can see: what stands inside what, what is written twice, what nothing refers to. */
export function checkTree(tree: Root, reading: Reading): void {
  const seen: Seen = { referred: new Set(), footnotes: new Map() };
  visit(tree, [], seen, reading);
  for (const [identifier, node] of reading.definitions) {
    const label = node.label ?? identifier;
    if (label.startsWith('^')) {
      const message = `The name of a footnote may not hold a space. Write, for instance, [${label.replaceAll(/\s+/gu, '-')}] here and where it is referred to.`;
      report(reading, node, 'footnote-name', message);
    } else if (!seen.referred.has(identifier)) {
      const message = `This line gives an address to the words [${label}], and they stand nowhere, so no reader would see it. If it is text, write &#91; for its "["; otherwise remove it.`;
      report(reading, node, 'definition-unused', message);
    }
  }
}

interface Seen {
  /** Names of link definitions that some words refer to. */
  readonly referred: Set<string>;
  /** Line of each footnote's text, by its name. */
  readonly footnotes: Map<string, number>;
}

function visit(node: Node, around: readonly Node[], seen: Seen, reading: Reading): void {
  const word = reading.codeLines.get(node);
  if (word !== undefined) {
    report(reading, node, 'no-code', codeLine(word));
    // What else is wrong in it is of no interest if it is code, and shows itself once it is a sentence.
    visitInside(node, around, seen, { ...reading, findings: [] });
    return;
  }
  checkCharacters(node, reading);
  checkNesting(node, around, reading);
  if (node.type === 'text' && 'value' in node && typeof node.value === 'string') checkReferences(node, node.value, reading);
  if (isNamed(node)) {
    if (node.type === 'footnoteDefinition') checkFootnote(node, seen, reading);
    else if (node.type !== 'definition') seen.referred.add(node.identifier);
  }
  visitInside(node, around, seen, reading);
}

function visitInside(node: Node, around: readonly Node[], seen: Seen, reading: Reading): void {
  if (hasChildren(node)) for (const child of node.children) visit(child, [...around, node], seen, reading);
}

/** Characters of the file are checked before; this finds those that are written as references, such as `&#8238;`. */
function checkCharacters(node: Node, reading: Reading): void {
  const texts = [
    'value' in node ? node.value : '',
    'url' in node ? node.url : '',
    'title' in node ? node.title : '',
    ...(isTag(node) ? node.attributes.map((attribute) => attribute.value) : []),
  ];
  const bad = texts.flatMap((text) => (typeof text === 'string' ? (badCharacter(text) ?? []) : []))[0];
  if (bad) report(reading, node, bad.rule, bad.message.replace('stands here', 'is written here as a reference (such as &#8238;)'));
}

function checkNesting(node: Node, around: readonly Node[], reading: Reading): void {
  const isInLink = around.some((outer) => outer.type === 'link' || outer.type === 'linkReference');
  if (isInLink && node.type === 'footnoteReference') {
    report(
      reading,
      node,
      'footnote-in-link',
      'A footnote cannot be referred to within the words of a link, as both lead somewhere. Put it after the link.',
    );
  }
  if (isInLink && (node.type === 'link' || node.type === 'linkReference')) {
    report(reading, node, 'link-in-link', 'A link cannot stand within the words of another. End the first one before it.');
  }
  const name = isTag(node) ? node.name : undefined;
  if (name && policyComponent(name) && around.some((outer) => isTag(outer) && outer.name === name)) {
    report(reading, node, 'tag-misplaced', `A <${name}> cannot stand inside another <${name}>. Close the first one before it.`);
  }
}

/** Markdown takes a reference to a footnote that has no text for words, and nobody means those. */
function checkReferences(node: Node, text: string, reading: Reading): void {
  const start = node.position?.start ?? { line: 1, column: 1 };
  for (const { 0: written, 1: name = '', index } of text.matchAll(/\[\^([^\]]{1,999})\]/gu)) {
    const before = text.slice(0, index).split('\n');
    const line = start.line + before.length - 1;
    const column = (before.at(-1) ?? '').length + (before.length > 1 ? 1 : start.column);
    const hint = /\s/u.test(name) ? ' Its name may not hold a space.' : '';
    const message = `The footnote ${written} has no text. Write a line that begins with [^${name.replaceAll(/\s+/gu, '-')}]: and says it.${hint}`;
    report(reading, { type: 'text', position: { start: { line, column }, end: start } }, 'footnote-missing', message);
  }
}

function checkFootnote(node: Node & { readonly identifier: string }, seen: Seen, reading: Reading): void {
  const line = seen.footnotes.get(node.identifier);
  if (line === undefined) seen.footnotes.set(node.identifier, node.position?.start.line ?? 1);
  else
    report(
      reading,
      node,
      'footnote-twice',
      `The footnote [^${node.identifier}] has a text already in line ${line}. Give one of the two another name.`,
    );
}

function isNamed(node: Node): node is Node & { readonly identifier: string } {
  return 'identifier' in node && typeof node.identifier === 'string';
}
