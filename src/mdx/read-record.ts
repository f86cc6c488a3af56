import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { CANON } from '../model/record/canonical.ts';
import { noteLabel } from '../model/record/inline.ts';
import { noteId, noteReferenceId, paragraphNumbers } from '../model/record/paragraphs.ts';
import { RECORD_FORMAT, type Block, type Inline, type Note, type PolicyRecord, type Section } from '../model/record/record.ts';
import { checkAnchor, recordBlocks } from './record-blocks.ts';
import { attributeOf, attributesOf, elementsOf, nodeName, textOf, unexpected, type RecordReading } from './record-element.ts';
import { recordInline } from './record-inline.ts';

const parser = unified().use(rehypeParse, { fragment: false }).freeze();

/**
 * A frozen `record.html` back to the title and record it was written from: the inverse of `recordDocument`.
 *
 * @throws when anything stands in it that format 1 does not know, or when it is of a later format: then the file was changed, or
 * a later release wrote it.
 */
export function readRecord(html: string): { readonly title: string; readonly record: PolicyRecord } {
  const tree: Root = parser.parse(html);
  const [root, ...others] = tree.children.filter((node) => node.type !== 'doctype');
  if (root?.type !== 'element' || others.length > 0) throw new Error('This record.html cannot be read: it is not one HTML document.');
  const attributes = attributesOf(root, ['lang', 'dir']);
  const dir = attributes.get('dir');
  if (dir !== 'ltr' && dir !== 'rtl') throw unexpected(root, 'the text has no direction of writing');
  const [head, body] = elementsOf(root.children, true);
  const title = readHead(head, root);
  const sections = readBody(body, root, title);
  return { title, record: { format: RECORD_FORMAT, lang: attributeOf(root, attributes, 'lang'), dir, sections } };
}

function readHead(head: Element | undefined, root: Element): string {
  if (!head) throw unexpected(root, 'it has no head');
  const named = new Map<string, string>();
  let title: string | undefined;
  for (const element of elementsOf(head.children, true)) {
    if (element.tagName === 'title' && title === undefined) {
      attributesOf(element);
      title = textOf(element);
    } else if (element.tagName === 'meta') {
      const attributes = attributesOf(element, ['charset', 'name', 'content']);
      const name = attributes.get('name') ?? 'charset';
      if (!['charset', 'viewport', 'record', 'canon'].includes(name))
        throw unexpected(element, `the entry "${name}" in its head is not expected`);
      named.set(name, attributes.get('content') ?? '');
    } else {
      throw unexpected(element, `${nodeName(element)} cannot stand in its head`);
    }
  }
  checkNumber(head, 'record format', named.get('record'), RECORD_FORMAT);
  checkNumber(head, 'canonical text', named.get('canon'), CANON);
  if (title === undefined) throw unexpected(head, 'it has no title');
  return title;
}

function checkNumber(head: Element, what: string, written: string | undefined, known: number): void {
  if (written !== undefined && /^[1-9]\d*$/u.test(written) && Number(written) <= known) return;
  throw unexpected(head, `its ${what} has the number "${written ?? ''}", and this release knows numbers up to ${known}`);
}

function readBody(body: Element | undefined, root: Element, title: string): readonly Section[] {
  if (!body) throw unexpected(root, 'it has no body');
  attributesOf(body);
  const [heading, article, other] = elementsOf(body.children, true);
  if (heading?.tagName !== 'h1' || article?.tagName !== 'article' || other) {
    throw unexpected(other ?? heading ?? body, 'its body holds something other than a title and the text');
  }
  attributesOf(heading);
  attributesOf(article);
  if (textOf(heading) !== title) throw unexpected(heading, 'its title and its first heading differ');
  return elementsOf(article.children, true).map((element) => readTopSection(element));
}

function readTopSection(element: Element): Section {
  const references: RecordReading['references'] = [];
  const top = attributeOf(element, attributesOf(element, ['id']), 'id');
  const section = readSection(element, 2, { top, owner: top, next: paragraphNumbers(), references });
  const known = new Set(section.notes.map((note) => note.label));
  const ahead = new Set(known);
  for (const { label, isFirst } of references) {
    if (!known.has(label)) throw unexpected(element, `the footnote ${noteLabel(label)} is referred to and does not stand in its section`);
    if (ahead.delete(label) !== isFirst)
      throw unexpected(element, `the footnote ${noteLabel(label)} does not lead back to its first reference`);
  }
  if (section.notes.some((note, index) => note.label !== String(index + 1)))
    throw unexpected(element, 'its footnotes are not counted from 1');
  return section;
}

function readSection(element: Element, level: number, parent: RecordReading): Section {
  if (element.tagName !== 'section') throw unexpected(element, `${nodeName(element)} cannot stand where a section is expected`);
  const id = attributesOf(element, ['id']).get('id');
  const reading = { ...parent, owner: id ?? parent.owner };
  const elements = elementsOf(element.children);
  const first = elements[0]?.tagName === `h${Math.min(level, 6)}` ? elements[0] : undefined;
  const heading = first && readHeading(first, id, reading);
  const rest = divide(first ? elements.slice(1) : elements);
  return {
    id,
    heading,
    aliases: rest.aliases.map((alias) => attributeOf(alias, attributesOf(alias, ['id']), 'id')),
    blocks: recordBlocks(rest.blocks, reading),
    sections: rest.sections.map((inner) => readSection(inner, level + 1, reading)),
    notes: rest.notes.map((note) => readNote(note, { ...reading, next: undefined })),
  };
}

function readHeading(element: Element, id: string | undefined, reading: RecordReading): readonly Inline[] {
  const anchor = attributesOf(element, ['id']).get('id');
  if (id === undefined) checkAnchor(element, anchor, reading);
  else if (anchor !== undefined) throw unexpected(element, `the heading has the anchor "${anchor}", and its section has one already`);
  return recordInline(element.children, reading);
}

const PARTS = ['aliases', 'blocks', 'sections', 'notes'] as const;

/** Old anchors, blocks, sub-sections and footnotes stand in this order. */
function divide(elements: readonly Element[]): Readonly<Record<(typeof PARTS)[number], readonly Element[]>> {
  const parts = { aliases: [], blocks: [], sections: [], notes: [] } as Record<(typeof PARTS)[number], Element[]>;
  let reached = 0;
  for (const element of elements) {
    const part = partOf(element);
    const place = PARTS.indexOf(part);
    if (place < reached) throw unexpected(element, `${nodeName(element)} stands in a wrong order`);
    reached = place;
    parts[part].push(element);
  }
  return parts;
}

function partOf(element: Element): (typeof PARTS)[number] {
  if (element.tagName === 'a' && element.children.length === 0) return 'aliases';
  if (element.tagName === 'section') return 'sections';
  return element.properties['role'] === 'doc-footnote' ? 'notes' : 'blocks';
}

function readNote(element: Element, reading: RecordReading): Note {
  const id = attributesOf(element, ['id', 'role']).get('id') ?? '';
  const [first, ...rest] = elementsOf(element.children);
  const [back, ...words] = first?.tagName === 'p' ? first.children : [];
  const label = /\.n(\d+)$/u.exec(id)?.[1] ?? '';
  if (!first || back?.type !== 'element' || textOf(back) !== noteLabel(label) || id !== noteId(reading.top, label)) {
    throw unexpected(element, `the footnote "${id}" is damaged`);
  }
  attributesOf(first);
  const attributes = attributesOf(back, ['href', 'role']);
  if (attributes.get('href') !== `#${noteReferenceId(reading.top, label)}` || attributes.get('role') !== 'doc-backlink') {
    throw unexpected(back, `the footnote "${id}" does not lead back`);
  }
  const begins: readonly Block[] = words.length === 0 ? [] : [{ kind: 'paragraph', children: recordInline(withoutSpace(words), reading) }];
  return { label, blocks: [...begins, ...recordBlocks(rest, reading)] };
}

/** The one space that parts a footnote's label from its words. */
function withoutSpace(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text' || !first.value.startsWith(' ')) return nodes;
  return first.value === ' ' ? rest : [{ ...first, value: first.value.slice(1) }, ...rest];
}
