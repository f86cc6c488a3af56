import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/mdx/read-record.ts';
import { recordDocument } from '../../src/model/record/document.ts';
import { examples, record, title } from '../model/record/arbitrary.ts';
import { recordOf } from './parse.ts';

describe('record.html', () => {
  test('every record is read back as it was written', () => {
    fc.assert(
      fc.property(record, title, (original, name) => {
        expect(readRecord(recordDocument(original, name))).toEqual({ title: name, record: original });
      }),
      examples(80),
    );
  });
});

const text = readFileSync(new URL('../fixtures/every-kind/policy.mdx', import.meta.url), 'utf8');
const html = recordDocument(recordOf(text, { retired: { link1: 'cookies' } }), 'Terms');

describe('a record.html that this release did not write', () => {
  test('is read when nothing was changed', () => {
    expect(readRecord(html).title).toBe('Terms');
  });

  test.each([
    ['a later format', 'name="record" content="1"', 'name="record" content="2"', 'record format has the number "2"'],
    ['no format', '<meta name="record" content="1">', '', 'record format has the number ""'],
    ['a later canonical text', 'name="canon" content="1"', 'name="canon" content="2"', 'canonical text has the number "2"'],
    ['another title above the text', '<h1>Terms</h1>', '<h1>Other</h1>', 'title and its first heading differ'],
    ['an unknown entry in the head', '</head>', '<meta name="robots" content="noindex"></head>', '"robots"'],
    ['a style', '</head>', '<style>p{}</style></head>', 'the element <style>'],
    ['a script', '</article>', '</article><script></script>', 'other than a title and the text'],
    ['a comment', '<article>', '<article><!-- x -->', 'a comment cannot stand here'],
    ['words outside a block', '<article>', '<article>x', 'the words "x"'],
    ['an unknown block', '<blockquote>', '<details>', 'the element <details>'],
    ['an unknown mark', '<strong>In short:</strong>', '<b>In short:</b>', 'the element <b>'],
    ['an unknown attribute', '<p id="who-we-are.2">', '<p id="who-we-are.2" onclick="x">', '"onclick"'],
    ['an unknown class', '<p id="who-we-are.2">', '<p id="who-we-are.2" class="x">', '"class"'],
    ['an unknown component', 'data-component="InShort"', 'data-component="Outlook"', 'Outlook'],
    ['a component in another element', '<dfn data-component="Definition">', '<dfn data-component="Note">', 'no component'],
    ['a note that does not say so', ' role="note"', '', 'role="note"'],
    ['a section without an id', '<section id="cookies">', '<section>', 'no attribute "id"'],
    ['another anchor', 'id="who-we-are.2"', 'id="who-we-are.3"', '"who-we-are.3" where "who-we-are.2" is expected'],
    ['a missing anchor', '<p id="who-we-are.2">', '<p>', '"who-we-are.2" is expected'],
    ['another number of an item', 'value="3"', 'value="7"', 'wrong number'],
    ['an unknown way to count', 'type="a"', 'type="square"', 'counts in a way'],
    ['an unknown header', 'scope="row"', 'scope="rowgroup"', 'scope="rowgroup"'],
    ['an unknown alignment', 'data-align="center"', 'data-align="justify"', '"justify"'],
    ['an unknown direction', 'dir="rtl"', 'dir="auto"', '"auto"'],
    [
      'a link that leads to another policy than it says',
      'data-policy="terms"',
      'data-policy="privacy"',
      'does not lead to the policy "privacy"',
    ],
    ['a footnote that does not lead back', 'href="#cookies.r1"', 'href="#cookies"', 'does not lead back'],
    ['a footnote under another number', '<div id="cookies.n1"', '<div id="cookies.n7"', 'damaged'],
    ['a footnote of another section', '<div id="cookies.n1"', '<div id="who-we-are.n1"', 'damaged'],
    ['a reference to a footnote of another section', 'href="#cookies.n1"', 'href="#preamble.n1"', 'damaged'],
    ['a reference that is not the first one', ' id="cookies.r1"', '', 'lead back to its first reference'],
    ['struck words', '<strong>In short:</strong>', '<s>In short:</s>', 'the element <s>'],
  ])('%s is refused by name', (_, written, changed, message) => {
    expect(html).toContain(written);
    expect(() => readRecord(html.replace(written, changed))).toThrow(message);
  });

  test('the message names the line', () => {
    expect(() => readRecord(html.replace('<blockquote>', '<video>'))).toThrow(/ in line \d+\.$/u);
  });

  test('an empty file is refused', () => {
    expect(() => readRecord('')).toThrow('cannot be read');
  });
});
