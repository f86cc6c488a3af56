import { describe, expect, test } from 'vitest';
import { headingLikeness, markdownSlug } from '../../../src/interchange/import/heading-words.ts';
import { html, markdown } from './fixtures.ts';

describe('two headings', () => {
  test.each([
    ['DISCLOSURES OF YOUR DATA', 'Disclosure of your data'],
    ['4.2 Your rights', 'Our Rights'],
    ['Policies', 'The policy'],
    ["Visitors' rights", 'VISITORS’ RIGHTS'],
  ])('mean the same section: %s, %s', (a, b) => {
    expect(headingLikeness(a)).toBe(headingLikeness(b));
  });

  test.each([
    ['Cookies', 'Contact'],
    ['Your rights', 'Your rights under the law'],
    ['Access', 'Acces'],
  ])('mean different sections: %s, %s', (a, b) => {
    expect(headingLikeness(a)).not.toBe(headingLikeness(b));
  });

  test('have the anchors that Markdown sites give them', () => {
    expect(markdownSlug('4.2 What’s new & old')).toBe('42-whats-new--old');
  });
});

describe('a list of contents', () => {
  const text = '# Rules\n\n- [Hours](#hours)\n- [Fees](#fees)\n- [Boats](#boats)\n\n## Hours\n\nA.\n\n## Fees\n\nB.\n\n## Boats\n\nC.\n';

  test('is left out when every line is a heading', () => {
    expect(markdown(text).body.startsWith('## Hours')).toBe(true);
  });

  test('stays when one line says more', () => {
    const { body, receipt } = markdown(text.replace('[Fees](#fees)', '[Fees](#fees) and fines'));
    expect(body).toContain('and fines');
    expect(receipt.guesses.map((guess) => guess.rule)).toContain('contents-list-kept');
  });

  test('takes its own heading with it', () => {
    expect(markdown(text.replace('- [Hours]', '## Contents\n\n- [Hours]')).body.startsWith('## Hours')).toBe(true);
  });

  test('is a list of two lines for nobody', () => {
    const page = html('<main><h1>R</h1><ul><li>A</li><li>B</li></ul><h2>A</h2><p>a</p><h2>B</h2><p>b</p></main>');
    expect(page.body.startsWith('- A\n- B')).toBe(true);
  });
});
