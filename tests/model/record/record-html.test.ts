import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { canonicalLines, foldWords } from '../../../src/model/record/canonical.ts';
import { recordDocument } from '../../../src/model/record/document.ts';
import { itemLabel } from '../../../src/model/record/item-label.ts';
import { paragraphId } from '../../../src/model/record/paragraphs.ts';
import type { Marker, PolicyRecord } from '../../../src/model/record/record.ts';
import { examples, record } from './arbitrary.ts';

const parser = unified().use(rehypeParse).freeze();

/** The sections as a browser would see them, read without any knowledge of the record. */
function article(any: PolicyRecord): Element {
  const find = (node: Root | Element): Element | undefined => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const found = child.tagName === 'article' ? child : find(child);
      if (found) return found;
    }
    return undefined;
  };
  const found = find(parser.parse(recordDocument(any, 'Title')));
  if (!found) throw new Error('The document has no article.');
  return found;
}

function elements(node: Element): readonly Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : []));
}

const BLOCKS = /^(?:section|h\d|p|pre|blockquote|div|address|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|td|th)$/u;

/** Words with the labels that a browser would show before items, blocks and lines parted by a space. */
function shown(node: ElementContent, list?: Element): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  if (node.tagName === 'br') return ' ';
  const words = node.children.map((child) => shown(child, node)).join('');
  const label = node.tagName === 'li' && list?.tagName === 'ol' ? labelOf(node, list) : '';
  return BLOCKS.test(node.tagName) ? ` ${label} ${words} ` : words;
}

function labelOf(item: Element, list: Element): string {
  const type = list.properties['type'];
  const marker = (['a', 'A', 'i', 'I'] as const satisfies Marker[]).find((known) => known === type) ?? '1';
  return itemLabel({ start: Number(item.properties['value']), marker }, 0);
}

const withoutBars = (text: string): string => foldWords(text.replaceAll('|', ' '));

describe('record.html of any record', () => {
  test('shows the words of the canonical text, in the same order', () => {
    fc.assert(
      fc.property(record, (any) => {
        const canonical = canonicalLines(any).map((line) => line.text);
        expect(withoutBars(shown(article(any)))).toBe(withoutBars(canonical.join(' ')));
      }),
      examples(60),
    );
  });

  test('no two elements have the same id', () => {
    fc.assert(
      fc.property(record, (any) => {
        const ids = elements(article(any)).flatMap((element) => element.properties.id ?? []);
        expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
      }),
      examples(40),
    );
  });

  test('gives every block that has words the number it has in the canonical text', () => {
    fc.assert(
      fc.property(record, (any) => {
        const numbered = elements(article(any)).filter((element) => /\.\d+$/u.test(element.properties.id ?? ''));
        const written = numbered.filter((element) => hasWords(element)).map((element) => element.properties.id);
        const canonical = canonicalLines(any).flatMap(({ section, paragraph }) =>
          paragraph === undefined ? [] : [paragraphId(section, paragraph)],
        );
        expect(written).toEqual(canonical);
      }),
      examples(60),
    );
  });

  test('every link to a footnote and back leads to something', () => {
    fc.assert(
      fc.property(record, (any) => {
        const all = elements(article(any));
        const ids = new Set(all.map((element) => element.properties.id));
        const links = all.filter((element) => String(element.properties['role']).startsWith('doc-') && element.tagName === 'a');
        for (const link of links) expect(ids).toContain(String(link.properties.href).slice(1));
      }),
      examples(40),
    );
  });
});

/** An item of a counting list has its label; the cells of a row are parted by signs. */
function hasWords(element: Element): boolean {
  const isLabelled = element.properties['value'] !== undefined;
  const isRow = element.tagName === 'tr' && element.children.length > 1;
  const own = element.children.filter((child) => !(child.type === 'element' && /^(?:ul|ol)$/u.test(child.tagName)));
  return isLabelled || isRow || foldWords(own.map((child) => shown(child)).join('')) !== '';
}
