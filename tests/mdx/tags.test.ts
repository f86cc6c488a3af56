import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../src/model/record/record.ts';
import { blocksOf, inlineOf, recordOf, rulesOf } from './parse.ts';

const paragraph = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children });

describe('tags within a line', () => {
  test.each<[string, string, Inline]>([
    [
      'an abbreviation',
      '<abbr title="General Data Protection Regulation">GDPR</abbr>',
      { kind: 'abbreviation', title: 'General Data Protection Regulation', children: ['GDPR'] },
    ],
    ['words in another language', '<span lang="fr">force majeure</span>', { kind: 'language', lang: 'fr', children: ['force majeure'] }],
    ['words that run the other way', '<span lang="ar">سلام</span>', { kind: 'language', lang: 'ar', dir: 'rtl', children: ['سلام'] }],
    [
      'words whose direction is written',
      '<span lang="fr" dir="ltr">force majeure</span>',
      { kind: 'language', lang: 'fr', dir: 'ltr', children: ['force majeure'] },
    ],
    [
      'a language within another',
      '<span lang="ar">سلام <span lang="fr">paix</span></span>',
      { kind: 'language', lang: 'ar', dir: 'rtl', children: ['سلام ', { kind: 'language', lang: 'fr', dir: 'ltr', children: ['paix'] }] },
    ],
    ['a lowered sign', '<sub>2</sub>', { kind: 'mark', mark: 'sub', children: ['2'] }],
    ['a raised sign', '<sup>2</sup>', { kind: 'mark', mark: 'sup', children: ['2'] }],
    ['a defined term', '<Definition>“Site”</Definition>', { kind: 'component', name: 'Definition', children: ['“Site”'] }],
    ['emphasis', '*x*', { kind: 'mark', mark: 'em', children: ['x'] }],
    ['strong emphasis', '**x**', { kind: 'mark', mark: 'strong', children: ['x'] }],
    ['code', '`x  <b>`', { kind: 'mark', mark: 'code', children: ['x <b>'] }],
  ])('%s', (_, text, expected) => {
    expect(inlineOf(`a ${text} b`)).toEqual(['a ', expected, ' b']);
  });

  test('in a text that runs right to left, such words have the other direction', () => {
    const [block] = recordOf('<span lang="en">Acme</span> <span lang="he">שלום</span>', { lang: 'ar' }).sections[0]?.blocks ?? [];
    expect(block?.kind === 'paragraph' && block.children).toMatchObject([{ lang: 'en', dir: 'ltr' }, ' ', { lang: 'he', dir: undefined }]);
  });

  test('two terms that share a line alone stay two words', () => {
    const [first, between, second] = inlineOf('<Definition>We</Definition> <Definition>You</Definition>');
    expect([first, between, second]).toMatchObject([{ children: ['We'] }, ' ', { children: ['You'] }]);
  });

  test('paragraphs within a term are parted by a space', () => {
    expect(inlineOf('<Definition>\nOne\n\nTwo\n</Definition>')).toMatchObject([{ children: ['One Two'] }]);
  });

  test('a title that runs over two lines is one line', () => {
    expect(inlineOf('<abbr title="One\n  two">x</abbr>')[0]).toMatchObject({ title: 'One two' });
  });
});

describe('components', () => {
  test.each(['Note', 'InShort', 'Contact'])('<%s> holds paragraphs and lists', (name) => {
    const expected = [{ kind: 'component', name, blocks: [paragraph('One'), { kind: 'list', items: [[paragraph('Two')]] }] }];
    expect(blocksOf(`<${name}>\n\nOne\n\n- Two\n\n</${name}>`)).toEqual(expected);
  });

  test.each([
    ['on one line', '<Note>One *two*</Note>'],
    ['on three lines', '<Note>\nOne *two*\n</Note>'],
    ['with empty lines', '<Note>\n\nOne *two*\n\n</Note>'],
    ['indented', '<Note>\n  One *two*\n</Note>'],
  ])('a note is the same %s', (_, text) => {
    const blocks = [paragraph('One ', { kind: 'mark', mark: 'em', children: ['two'] })];
    expect(blocksOf(text)).toEqual([{ kind: 'component', name: 'Note', blocks }]);
  });

  test('two notes on one line are two notes', () => {
    expect(blocksOf('<Note>One</Note> <Note>Two</Note>').length).toBe(2);
  });

  test('a note may hold a summary', () => {
    expect(blocksOf('<Note>\n\n<InShort>One</InShort>\n\n</Note>')).toMatchObject([{ name: 'Note', blocks: [{ name: 'InShort' }] }]);
  });

  test.each([
    ['a note in a note', '<Note>\n\n<Note>One</Note>\n\n</Note>', ['tag-misplaced']],
    ['a note in a sentence', 'One <Note>two</Note> three', ['tag-misplaced']],
    ['an empty note', '<Note></Note>', ['component-empty']],
    ['a note that holds only a break', '<Note><br/></Note>', ['component-empty']],
    ['a note that holds only a no-break space', '<Note>&nbsp;</Note>', ['component-empty']],
    ['an attribute of a note', '<Note id="x">One</Note>', ['attribute-not-allowed']],
    ['an abbreviation without its words', '<abbr>GDPR</abbr>', ['attribute-missing']],
    ['words in no language', '<span lang="French">x</span>', ['attribute-value']],
    ['words in no direction', '<span lang="ar" dir="right">x</span>', ['attribute-value']],
    ['a style', '<span lang="fr" style="color:red">x</span>', ['attribute-not-allowed']],
    ['words within a line break', 'One<br>two</br>', ['tag-misplaced']],
    ['a list item outside a list', '<li>One</li>', ['tag-misplaced']],
  ])('%s is refused', (_, text, rules) => {
    expect(rulesOf(text)).toEqual(rules);
  });
});

describe('preformatted text', () => {
  test('keeps its lines and spaces', () => {
    expect(blocksOf('```\n\n  one\n\n two\n```')).toEqual([{ kind: 'preformatted', text: '\n  one\n\n two' }]);
  });

  test('without words is none', () => {
    expect(blocksOf('One\n\n```\n  \n```')).toEqual([paragraph('One')]);
  });

  test('indented words are a paragraph', () => {
    expect(blocksOf('    One')).toEqual([paragraph('One')]);
  });
});
