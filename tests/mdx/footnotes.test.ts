import { describe, expect, test } from 'vitest';
import { recordDocument } from '../../src/model/record/document.ts';
import { wordsOf } from '../../src/model/record/inline.ts';
import type { Note } from '../../src/model/record/record.ts';
import { findingsOf, recordOf, rulesOf } from './parse.ts';

const notesOf = (text: string): readonly (readonly string[])[] =>
  recordOf(text).sections.map((section) => section.notes.map((note) => `${note.label} ${wordsIn(note)}`));

function wordsIn(note: Note): string {
  return note.blocks.map((block) => (block.kind === 'paragraph' ? wordsOf(block.children) : block.kind)).join(' / ');
}

describe('footnotes', () => {
  test('are numbered in the order in which the text refers to them', () => {
    expect(notesOf('One[^b] two[^a]\n\n[^a]: A\n\n[^b]: B')).toEqual([['1 B', '2 A']]);
  });

  test('are numbered from 1 in every top-level section', () => {
    expect(notesOf('## X [#x]\n\nOne[^a]\n\n## Y [#y]\n\nTwo[^b]\n\n[^a]: A\n[^b]: B')).toEqual([['1 A'], ['1 B']]);
  });

  test('stand in the section that refers to them, and once', () => {
    expect(notesOf('## X [#x]\n\nOne[^a] two[^a]\n\n## Y [#y]\n\nThree\n\n[^a]: A')).toEqual([['1 A'], []]);
  });

  test.each([
    [
      'by a second section',
      '## X [#x]\n\nOne[^a]\n\n## Y [#y]\n\nTwo[^a]\n\n[^a]: A',
      /^7:4 .*\[\^a\] belongs to the section "x".*\[\^a-y\]/u,
    ],
    ['by a heading', '## X [#x]\n\nOne[^a]\n\n## Y[^a] [#y]\n\n[^a]: A', /^5:5 .*"x"/u],
    ['by a footnote of a second section', '## X [#x]\n\nOne[^a]\n\n## Y [#y]\n\nTwo[^b]\n\n[^a]: A\n\n[^b]: B[^a]', /^11:8 .*"x"/u],
    [
      'after the words before the first heading',
      'One[^a]\n\n## Y [#y]\n\nTwo[^a]\n\n[^a]: A',
      /^5:4 .*the words before the first heading/u,
    ],
  ])('may not be referred to again %s', (_, text, expected) => {
    const found = findingsOf(text);
    expect(found.length).toBe(1);
    expect(found[0]).toMatch(expected);
    expect(found[0]).toContain(' footnote-shared ');
  });

  test('of sections whose id is missing are their own', () => {
    expect(rulesOf('## X\n\nOne[^a]\n\n## Y\n\nTwo[^b]\n\n[^a]: A\n\n[^b]: B')).toEqual(['section-id-missing', 'section-id-missing']);
  });

  test('of a sub-section stand at the end of the top-level section', () => {
    const [section] = recordOf('## X [#x]\n\n### Y [#y]\n\nOne[^a]\n\n[^a]: A').sections;
    expect([section?.notes.length, section?.sections[0]?.notes.length]).toEqual([1, 0]);
  });

  test('may refer to further footnotes', () => {
    expect(notesOf('One[^a]\n\n[^a]: A[^b]\n\n[^b]: B')[0]?.length).toBe(2);
  });

  test('may hold several paragraphs and lists', () => {
    expect(notesOf('One[^a]\n\n[^a]: A\n\n    B\n\n    - C')).toEqual([['1 A / B / list']]);
  });

  test('that nothing refers to are an error at their text', () => {
    expect(findingsOf('One\n\n[^a]: A')[0]).toMatch(/^3:1 footnote-unused .*\[\^a\]/u);
  });

  test.each([
    ['a reference without a text', 'One[^a]', ['footnote-missing']],
    ['a name with a space', 'One\n\n[^a b]: https://example.org', ['footnote-name']],
    ['a text without words', 'One[^a]\n\n[^a]: &nbsp;', ['footnote-empty']],
    ['two texts of one name', 'One[^a]\n\n[^a]: A\n\n[^a]: B', ['footnote-twice']],
    ['a reference within a link', '[One[^a]](https://example.org)\n\n[^a]: A', ['footnote-in-link']],
  ])('%s', (_, text, rules) => {
    expect(rulesOf(text)).toEqual(rules);
  });
});

describe('footnotes in record.html', () => {
  const html = (text: string): string => recordDocument(recordOf(text), 'Title');

  test('lead back to the first reference, also from a sub-section', () => {
    const text = html('## X [#x]\n\nOne[^a] two[^a]\n\n### Y [#y]\n\nThree[^a]\n\n[^a]: A');
    expect(text.match(/href="#x\.n1"/gu)?.length).toBe(3);
    expect(text.match(/id="x\.r1"/gu)?.length).toBe(1);
    expect(text).toContain('<div id="x.n1" role="doc-footnote"><p><a href="#x.r1" role="doc-backlink">[1]</a> A</p></div>');
  });

  test('have the anchors of their section', () => {
    const text = html('## X [#x]\n\nOne[^a]\n\n## Y [#y]\n\nTwo[^b]\n\n[^a]: A\n\n[^b]: B');
    expect([...text.matchAll(/<div id="([^"]+)"/gu)].map((match) => match[1])).toEqual(['x.n1', 'y.n1']);
  });

  test('lead back to a heading that refers to them first', () => {
    const text = html('## X[^a] [#x]\n\nOne[^a]\n\n[^a]: A');
    expect(text.indexOf('id="x.r1"')).toBeLessThan(text.indexOf('</h2>'));
    expect(text.match(/id="x\.r1"/gu)?.length).toBe(1);
  });

  test('never have the anchor of a paragraph', () => {
    const text = html('## X [#x]\n\nOne[^a]\n\n[^a]: A');
    expect(text).toContain('<p id="x.1">');
    expect(text).toContain('<div id="x.n1"');
  });
});
