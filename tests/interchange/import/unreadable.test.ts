import { describe, expect, test } from 'vitest';
import { html, markdown } from './fixtures.ts';

describe('a file that nothing can be made of', () => {
  test.each([
    ['is empty', '', 'source-empty'],
    ['holds only white space', ' \n\t\n', 'source-empty'],
    ['is binary', 'PK\u0003\u0004\u0000\u0000', 'source-not-text'],
    ['is in another encoding', 'caf\uFFFD cr\uFFFDme', 'source-not-text'],
    ['is nested without end', `${'<div>'.repeat(500)}words${'</div>'.repeat(500)}`, 'nested-too-deeply'],
  ])('gives one finding when it %s', (_, text, rule) => {
    for (const result of [html(text), markdown(text)]) {
      expect(result.findings.map((finding) => finding.rule)).toEqual([rule]);
      expect(result.body).toBe('');
    }
  });

  test.each(['> ', '- '])('gives one finding when "%s" is nested without end', (mark) => {
    expect(markdown(`${mark.repeat(500)}words`).findings.map((finding) => finding.rule)).toEqual(['nested-too-deeply']);
  });

  test('gives one finding when it holds no words of a policy', () => {
    expect(html('<main><h1></h1><img alt="A map"></main>').findings.map((finding) => finding.rule)).toEqual(['source-empty']);
  });
});

describe('a character that policy text may not hold', () => {
  test('is taken out and named when it is invisible', () => {
    const { body, receipt, findings } = markdown('# Title\n\nWe\u0007 keep \u202Eit\u202C.\n');
    expect(body).toBe('We keep it.\n');
    expect(receipt.guesses.map((guess) => [guess.rule, guess.line])).toEqual([['control-characters', 3]]);
    expect(findings).toEqual([]);
  });

  test('is an error when it stands for a lost one', () => {
    const text = `# Title\n\nThe caf\uFFFD is open from nine in the morning until nine in the evening, on every day of the week but Monday.\n`;
    expect(markdown(text).findings.map((finding) => finding.rule)).toEqual(['import-unreadable']);
  });
});
