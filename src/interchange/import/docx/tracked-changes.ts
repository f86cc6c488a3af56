import { flatText, leftOut, type Story } from './story.ts';
import { allInside, elementsIn, inside, xmlElement, type XmlElement, type XmlNode } from './xml.ts';

/** What to do with tracked changes. */
export type ChangesChoice = 'accept' | 'reject';

const CAME = ['w:ins', 'w:moveTo'];
const WENT = ['w:del', 'w:moveFrom'];
const CHANGES = [...CAME, ...WENT, 'w:cellIns', 'w:cellDel'];

/** What stands open in a document: where, and in which words. */
export interface OpenMatter {
  readonly changeCount: number;
  readonly commentCount: number;
  /** `Paragraph 4, "We keep your data …": deleted "30"`, one for each paragraph. */
  readonly places: readonly string[];
}

export function openMatter(stories: readonly Story[], numbers: ReadonlyMap<XmlElement, number>): OpenMatter {
  let changeCount = 0;
  const places: string[] = [];
  for (const { root, kind } of stories) {
    if (kind === 'comment') continue;
    const where = {
      text: '',
      footnote: ' of a footnote',
      endnote: ' of an endnote',
      margin: ' of a header or footer',
      'unused-note': ' of a footnote',
    }[kind];
    const inTables = allInside(root, 'w:trPr', 'w:tcPr').flatMap((properties) =>
      elementsIn(properties).filter(({ name }) => CHANGES.includes(name)),
    );
    changeCount += inTables.length;
    if (inTables.length > 0) places.push(`Rows or cells of a table${where} came or went`);
    for (const paragraph of allInside(root, 'w:p')) {
      const changes = allInside(paragraph, ...CHANGES);
      const comments = allInside(paragraph, 'w:commentReference');
      changeCount += changes.length;
      if (changes.length + comments.length === 0) continue;
      const said = [...changes.map(changeWords), ...(comments.length > 0 ? ['a comment'] : [])];
      places.push(
        `Paragraph ${numbers.get(paragraph) ?? 0}${where}, "${short(flatText(paragraph))}": ${[...new Set(said)].slice(0, 4).join(', ')}`,
      );
    }
  }
  return { changeCount, commentCount: stories.filter(({ kind }) => kind === 'comment').length, places };
}

function changeWords(change: XmlElement): string {
  const words = short(flatText(change));
  const verb = { 'w:ins': 'inserted', 'w:moveTo': 'moved here', 'w:del': 'deleted', 'w:moveFrom': 'moved away' }[change.name] ?? 'changed';
  return words === '' ? `${verb} a paragraph end` : `${verb} "${words}"`;
}

function short(text: string): string {
  const words = text.trim().split(/\s+/u);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}

/** Accepts or rejects every change. What goes is kept in its place as left out, so that its words are counted. Changes the tree. */
export function settleChanges(root: XmlElement, choice: ChangesChoice): void {
  const goes = choice === 'accept' ? WENT : CAME;
  const settle = (element: XmlElement): void => {
    restoreProperties(element, choice);
    element.children = element.children.flatMap((child): readonly XmlNode[] => {
      if (typeof child === 'string') return [child];
      settle(child);
      // In the properties of a paragraph or row these only say what became of it as a whole.
      if (element.name.endsWith('Pr')) return [child];
      if (goes.includes(child.name)) return child.children.length === 0 ? [] : [leftOut('tracked-change', child.children)];
      if (CHANGES.includes(child.name)) return child.children.map(live);
      if (child.name === 'w:tr' && isGone(inside(child, 'w:trPr'), goes)) return [gone('w:tr', child)];
      if (child.name === 'w:tc' && isGone(inside(child, 'w:tcPr'), [choice === 'accept' ? 'w:cellDel' : 'w:cellIns']))
        return [gone('w:tc', child)];
      return [child];
    });
    element.children = joined(withoutGoneRows(element.children), goes);
  };
  settle(root);
}

function isGone(properties: XmlElement | undefined, goes: readonly string[]): boolean {
  return properties !== undefined && elementsIn(properties).some(({ name }) => goes.includes(name));
}

/** Deleted words that stay are words again. */
function live(node: XmlNode): XmlNode {
  if (typeof node === 'string') return node;
  node.name = { 'w:delText': 'w:t', 'w:delInstrText': 'w:instrText' }[node.name] ?? node.name;
  node.children = node.children.map(live);
  return node;
}

/** Rejected changes of form give back what stood before. */
function restoreProperties(element: XmlElement, choice: ChangesChoice): void {
  const change = elementsIn(element).find(({ name }) => name === `${element.name}Change`);
  if (!change) return;
  const former = inside(change, element.name);
  const marks = elementsIn(element).filter(({ name }) => name === 'w:rPr' || CHANGES.includes(name));
  element.children = choice === 'accept' ? element.children.filter((child) => child !== change) : [...(former?.children ?? []), ...marks];
}

function gone(name: string, element: XmlElement): XmlElement {
  return xmlElement('gone', { name }, [leftOut('tracked-change', element.children)]);
}

/** Words of rows that went stand in a paragraph after the table, those of cells in the cell before. */
function withoutGoneRows(children: readonly XmlNode[]): XmlNode[] {
  return children.flatMap((child): readonly XmlNode[] => {
    if (typeof child === 'string' || (child.name !== 'w:tbl' && child.name !== 'w:tr')) return [child];
    const went = elementsIn(child).filter(({ name }) => name === 'gone');
    if (went.length === 0) return [child];
    child.children = child.children.filter((part) => typeof part === 'string' || part.name !== 'gone');
    const words = xmlElement(
      'w:p',
      {},
      went.flatMap((part) => part.children),
    );
    if (child.name === 'w:tbl') return elementsIn(child).some(({ name }) => name === 'w:tr') ? [child, words] : [words];
    const last = elementsIn(child).findLast(({ name }) => name === 'w:tc');
    last?.children.push(words);
    return last ? [child] : [xmlElement('gone', { name: 'w:tr' }, words.children)];
  });
}

/** A paragraph whose end went is one with the next, which keeps its own form. */
function joined(children: readonly XmlNode[], goes: readonly string[]): XmlNode[] {
  const kept: XmlNode[] = [];
  let carried: XmlNode[] = [];
  let last: XmlElement | undefined;
  for (const child of children) {
    if (typeof child === 'string' || child.name !== 'w:p') {
      if (last && typeof child !== 'string') {
        kept.push({ ...last, children: carried });
        [carried, last] = [[], undefined];
      }
      kept.push(child);
      continue;
    }
    const properties = elementsIn(child).filter(({ name }) => name === 'w:pPr');
    const own = child.children.filter((part) => typeof part === 'string' || part.name !== 'w:pPr');
    if (isGone(inside(child, 'w:pPr', 'w:rPr'), goes)) {
      carried.push(...own);
      last = child;
      continue;
    }
    if (last) child.children = [...properties, ...carried, ...own];
    [carried, last] = [[], undefined];
    kept.push(child);
  }
  return last ? [...kept, { ...last, children: carried }] : kept;
}
