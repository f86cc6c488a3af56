import fc from 'fast-check';

export { fc };

const WORDS = [
  'we',
  'import ',
  'export ',
  '{a}',
  '&lt;b&gt;',
  '*',
  '_',
  '**',
  '`',
  '[x]',
  '(y)',
  '1.',
  '-',
  '#',
  '~',
  '|',
  '\\',
  '&amp;',
  '“A”',
  '日本',
  '\u00A0',
  '![',
  '](',
  '>',
  '{{ x }}',
  '<br>',
  '://',
  '===',
  '---',
  '{/*',
  '&#123;',
  "'",
  '\n',
  '&#x202e;',
];

const text = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', ''))
  .map(([words, gap]) => words.join(gap));

const MARKS = [
  'b',
  'i',
  'u',
  'strong',
  's',
  'code',
  'sub',
  'sup',
  'a href="#x"',
  'a href="https://museum.example/a(b)"',
  'abbr title="q &quot; r"',
  'span lang="fr"',
  'dfn',
  'small',
];

const running = fc.letrec<{ run: string }>((tie) => ({
  run: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.tuple(fc.constantFrom(...MARKS), tie('run')).map(([mark, inner]) => tagged(mark, inner)),
    fc.tuple(tie('run'), tie('run'), fc.constantFrom('', ' ')).map(([a, b, gap]) => a + gap + b),
  ),
})).run;

/** Pages with every kind of block and words that mean something to Markdown or MDX. */
export const page = fc.letrec<{ block: string }>((tie) => {
  const inside = fc.oneof({ maxDepth: 3 }, running, tie('block'));
  const boxes = fc.constantFrom('div', 'section', 'blockquote', 'figure', 'address', 'article');
  const items = fc.array(inside, { minLength: 1, maxLength: 3 }).map((all) => all.map((item) => tagged('li', item)).join(''));
  const cells = fc.array(fc.tuple(fc.constantFrom('td', 'th', 'td colspan="2"'), inside), { minLength: 1, maxLength: 3 });
  const row = cells.map((all) => tagged('tr', all.map(([cell, inner]) => tagged(cell, inner)).join('')));
  return {
    block: fc.oneof(
      { maxDepth: 4 },
      fc.tuple(fc.constantFrom('p', 'h1', 'h2', 'h3', 'pre'), running).map(([name, inner]) => tagged(name, inner)),
      fc.tuple(boxes, inside, inside).map(([name, a, b]) => tagged(name, a + b)),
      fc.tuple(fc.constantFrom('ul', 'ol', 'ol type="a"', 'ol start="4"'), items).map(([name, inner]) => tagged(name, inner)),
      fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => tagged('table', rows.join(''))),
      fc.tuple(running, inside).map(([term, detail]) => `<dl><dt>${term}</dt><dd>${detail}</dd></dl>`),
      fc.tuple(running, inside).map(([summary, inner]) => `<details><summary>${summary}</summary>${inner}</details>`),
    ),
  };
}).block;

function tagged(tag: string, inner: string): string {
  return `<${tag}>${inner}</${tag.split(' ')[0] ?? tag}>`;
}
