import { describe, expect, test } from 'vitest';
import { html, markdown } from './fixtures.ts';

describe('an old anchor', () => {
  test('leads to its section under a new name', () => {
    expect(html('<main><h2 id="sec_7">Fees</h2><p>x</p></main>').retired).toEqual({ sec_7: 'fees' });
  });

  test('is not kept when it is the id of the section', () => {
    expect(html('<main><h2 id="fees">Fees</h2><p>x</p></main>').retired).toEqual({});
  });

  test('of one section is never taken as the id of another', () => {
    const { body, retired } = html('<main><h2>Fees</h2><p>x</p><h2 id="fees">Fines</h2><p>y</p></main>');
    expect(body).toContain('## Fees [#fees-2]');
    expect(retired).toEqual({ fees: 'fines' });
  });

  test('of a box that holds one section leads there; of a box around several it is the page’s own', () => {
    const page =
      '<main><div id="all"><section id="f"><h2>Fees</h2><p>x</p></section><section><h2>Fines</h2><p>y</p></section></div></main>';
    expect(html(page).retired).toEqual({ f: 'fees' });
  });

  test('before the first heading leads to the opening words', () => {
    const page = '<main><p id="start">Hello.</p><h2>Fees</h2><p>See <a href="#start">above</a>.</p></main>';
    expect(html(page).retired).toEqual({ start: 'preamble' });
    expect(html(page).body).toContain('[above](#preamble)');
  });

  test('in a text without headings leads to the whole text', () => {
    expect(html('<main><p><a name="x"></a>Words, <a href="#x">again</a>.</p></main>').retired).toEqual({ x: 'text' });
  });

  test('that stands twice is named and leads to the first', () => {
    const { retired, receipt } = html('<main><h2 id="q">Fees</h2><p>x</p><h2 id="q">Fines</h2><p>y</p></main>');
    expect(retired).toEqual({ q: 'fees' });
    expect(receipt.oddities.map((oddity) => oddity.rule)).toEqual(['anchor-twice']);
  });

  test('written in percent signs is found', () => {
    const page = '<main><h2 id="gebühren">Gebühren</h2><p>x, <a href="#geb%C3%BChren">y</a></p></main>';
    expect(html(page).body).toContain('[y](#gebuhren)');
  });
});

describe('an id that the source itself writes', () => {
  test('becomes the section’s own', () => {
    expect(markdown('## Fees {: #money }\n\nx').body).toContain('## Fees [#money]');
  });

  test('that cannot be an id becomes an old anchor', () => {
    expect(markdown('## Fees {: #Money_Due }\n\nx')).toMatchObject({ retired: { Money_Due: 'fees' } });
  });
});
