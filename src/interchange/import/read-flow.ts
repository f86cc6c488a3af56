import type { Element, ElementContent, Nodes } from 'hast';
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { attribute, elementsOf, headingDepth, isBlockName, isElement, textOf } from './html-names.ts';
import { excerpt, guess } from './import-log.ts';
import { blockTag, insideComponent, isFlow, lineHere, noteAnchor, placed, position, type Inside, type Reading } from './reading.ts';
import { readInline, replaceBreaks } from './read-inline.ts';
import { readDefinitionList, readList } from './read-list.ts';
import { readTable } from './read-table.ts';
import { hasWords, seenLines, wordsOf } from './words-of.ts';

/** Blocks of the policy in reading order. Boxes that say nothing (`<div>`, `<section>`) vanish, bare text becomes paragraphs. */
export function readFlow(nodes: readonly Nodes[], inside: Inside, reading: Reading): readonly RootContent[] {
  const blocks: RootContent[] = [];
  let run: Nodes[] = [];
  const endRun = (): void => {
    if (run.length > 0) blocks.push(...paragraphs(run, reading));
    run = [];
  };
  for (const node of nodes) {
    if (reading.log.dropped.has(node)) continue;
    if (node.type === 'element' && isBlock(node, reading)) {
      endRun();
      blocks.push(...readBlock(node, inside, reading));
    } else if (node.type === 'element' && elementsOf(node).some((inner) => isBlock(inner, reading) && !reading.log.dropped.has(inner))) {
      endRun();
      blocks.push(...readFlow(distribute(node), inside, reading));
    } else {
      run.push(node);
    }
  }
  endRun();
  return blocks;
}

function isBlock(element: Element, reading: Reading): boolean {
  return (
    isBlockName(element.tagName) ||
    element.tagName === 'hr' ||
    reading.accordions.buttons.has(element) ||
    headingDepth(element) !== undefined
  );
}

/** `<b><p>…</p></b>` means `<p><b>…</b></p>`: the mark goes around the running text inside each block. */
function distribute(element: Element): readonly Nodes[] {
  const around = (child: ElementContent): ElementContent => {
    if (child.type === 'text') return child.value.trim() === '' ? child : { ...element, children: [child] };
    if (child.type !== 'element') return child;
    const isBlockInside = isBlockName(child.tagName) || elementsOf(child).some((inner) => isBlockName(inner.tagName));
    if (!isBlockInside) return { ...element, children: [child] };
    child.children = child.children.map((inner) => around(inner));
    return child;
  };
  return element.children.map((child) => around(child));
}

function readBlock(element: Element, inside: Inside, reading: Reading): readonly RootContent[] {
  const line = lineHere(element, reading);
  const button = reading.accordions.headings.get(element);
  const opening = button ? accordionHeading(button, element, inside, reading) : [];
  noteAnchor(element, headingDepth(element) !== undefined || beginsSection(element), reading);
  if (reading.accordions.buttons.has(element)) return [];
  return [...opening, ...readNamed(element, line, inside, reading)];
}

function readNamed(element: Element, line: number, inside: Inside, reading: Reading): readonly RootContent[] {
  const depth = headingDepth(element);
  if (depth !== undefined) return readHeading(element, depth, inside, reading);
  switch (element.tagName) {
    case 'hr':
    case 'caption':
      return [];
    case 'dir':
    case 'ol':
    case 'ul':
      return readList(element, readFlow, reading);
    case 'dl':
      return readDefinitionList(element, readFlow, reading);
    case 'table':
      return readTable(element, inside, readFlow, reading);
    case 'blockquote': {
      const children = readFlow(element.children, 'a quotation', reading).filter(isFlow);
      return children.length > 0 ? [from({ type: 'blockquote', children, position: position(line) }, element, reading)] : [];
    }
    case 'pre':
      return readPreformatted(element, line, reading);
    case 'address': {
      const { result: children, isNested } = insideComponent('Contact', reading, () =>
        readFlow(element.children, inside ?? 'a quotation', reading),
      );
      if (isNested) return children;
      return children.length > 0 ? [from(blockTag('Contact', {}, children, line), element, reading)] : [];
    }
    case 'details':
      return readDetails(element, inside, reading);
    case 'note-text':
      return readNote(element, line, inside, reading);
    default:
      return readFlow(element.children, inside, reading);
  }
}

function paragraphs(run: readonly Nodes[], reading: Reading): readonly RootContent[] {
  const parts: PhrasingContent[][] = [[]];
  const children = readInline(run, reading);
  for (const [index, child] of children.entries()) {
    // Two line breaks in a row are how pages without paragraphs divide them.
    if (child.type === 'break' && breaksAgain(children, index)) parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return parts
    .filter((part) => hasWords(part))
    .map((part): Paragraph => {
      const paragraph: Paragraph = { type: 'paragraph', children: part };
      paragraph.position = position(seenLines(paragraph)[0]?.line ?? reading.at.line);
      return placed(paragraph, [], reading);
    });
}

function breaksAgain(children: readonly PhrasingContent[], index: number): boolean {
  const worded = (child: PhrasingContent): boolean => child.type !== 'text' || child.value.trim() !== '';
  const isBreak = (child: PhrasingContent | undefined): boolean => child?.type === 'break';
  return isBreak(children.slice(index + 1).find(worded)) || isBreak(children.slice(0, index).findLast(worded));
}

function readHeading(element: Element, depth: number, inside: Inside, reading: Reading): readonly RootContent[] {
  const before = reading.anchors.length;
  const words = readInline(element.children, reading);
  for (const anchor of reading.anchors.splice(before)) reading.anchors.push({ ...anchor, isMeant: true });
  if (inside === undefined && hasWords(words)) reading.at.depth = depth;
  return heading(element, words, depth, inside, reading);
}

function heading(
  element: Element,
  words: readonly PhrasingContent[],
  depth: number,
  inside: Inside,
  reading: Reading,
): readonly RootContent[] {
  const line = lineHere(element, reading);
  if (!hasWords(words)) {
    guess(reading.log, 'heading-empty', line, 'A heading without words was left out.');
    return [];
  }
  const children = replaceBreaks(words, () => ({ type: 'text', value: ' ' }));
  if (inside !== undefined) {
    const message = `The heading "${excerpt(wordsOf(children))}" stands inside ${inside}, where no section can begin. It became a paragraph in bold.`;
    guess(reading.log, 'heading-inside', line, message);
    const bold: Paragraph = { type: 'paragraph', children: [{ type: 'strong', children }], position: position(line) };
    return [placed(bold, [], reading)];
  }
  const node: Heading = { type: 'heading', depth: 2, children, position: position(line) };
  reading.headings.set(node, { depth, place: reading.at.place, id: reading.writtenIds.get(element) });
  return [placed(node, [], reading)];
}

/** The level of a panel's heading: below the heading before it, above those it holds. */
function panelDepth(panel: Element, reading: Reading): number {
  const inner = elementsOf(panel).flatMap((element) => headingDepth(element) ?? []);
  return Math.min(reading.at.depth + 1, ...inner.map((depth) => depth - 0.5));
}

function accordionHeading(button: Element, panel: Element, inside: Inside, reading: Reading): readonly RootContent[] {
  namePanel(button, reading);
  return heading(button, readInline(button.children, reading), panelDepth(panel, reading), inside, reading);
}

function namePanel(label: Element, reading: Reading): void {
  const message = `"${excerpt(textOf(label))}" opens and closes a part of the page. It became the heading of a section; check where that section ends.`;
  guess(reading.log, 'accordion', lineHere(label, reading), message);
}

function readDetails(element: Element, inside: Inside, reading: Reading): readonly RootContent[] {
  const summary = element.children.find((child): child is Element => isElement(child, 'summary'));
  const rest = element.children.filter((child) => child !== summary);
  if (!summary || reading.log.dropped.has(summary)) return readFlow(rest, inside, reading);
  const title = elementsOf(summary).find((inner) => headingDepth(inner) !== undefined);
  const depth = title && headingDepth(title);
  namePanel(summary, reading);
  if (depth !== undefined) reading.at.depth = depth;
  const opening = heading(
    summary,
    readInline(summary.children, reading),
    depth ?? panelDepth({ ...element, children: rest }, reading),
    inside,
    reading,
  );
  return [...opening, ...readFlow(rest, inside, reading)];
}

function readPreformatted(element: Element, line: number, reading: Reading): readonly RootContent[] {
  const value = textOf(element).replace(/\n$/u, '');
  if (value.trim() === '') return [];
  return [placed({ type: 'code', value, position: position(line) }, [element], reading)];
}

function readNote(element: Element, line: number, inside: Inside, reading: Reading): readonly RootContent[] {
  const identifier = attribute(element, 'name') ?? '';
  if (!reading.noteNames.has(identifier)) {
    guess(reading.log, 'footnote-unused', line, `Nothing refers to the footnote "${identifier}". Its words stand at the end of the text.`);
    return readFlow(element.children, inside, reading);
  }
  const children = readFlow(element.children, 'a footnote', reading).filter(isFlow);
  return [from({ type: 'footnoteDefinition', identifier, children, position: position(line) }, element, reading)];
}

/** Whether a box holds one section: it begins with a heading and has no other of that level. */
function beginsSection(element: Element): boolean {
  const [first, ...others] = elementsOf(element).flatMap((inner) => headingDepth(inner) ?? []);
  return first !== undefined && others.every((depth) => depth > first);
}

function from<Block extends RootContent>(block: Block, element: Element, reading: Reading): Block {
  reading.origins.set(block, [element]);
  return block;
}
