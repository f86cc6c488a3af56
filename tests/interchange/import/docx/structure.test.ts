import { describe, expect, test } from 'vitest';
import { bold, faultsOf, h, importBody, leftOut, linesOf, p, rules, styled, STYLES, t, type Parts } from './build-docx.ts';

const read = async (body: string, more: Parts = {}) => {
  const result = await importBody(body, { styles: STYLES, ...more });
  expect(faultsOf(result)).toEqual([]);
  return result;
};

describe('headings of a Word file', () => {
  test('are known by their level, in a Word of any language and in styles made from them', async () => {
    const { body } = await read(h(1, 'Scope') + p('Words.') + styled('Clause', 'Whom') + p('All.') + h(1, 'Data') + p('Little.'));
    expect(body.match(/^#+ .*$/gmu)).toEqual(['## Scope [#scope]', '### Whom [#whom]', '## Data [#data]']);
  });

  test('leave the title beside the text', async () => {
    const { title, receipt } = await read(styled('Titel', 'Privacy policy') + h(1, 'Scope') + p('Words.') + h(1, 'Data') + p('Little.'));
    expect([title, receipt.sectionCount]).toEqual(['Privacy policy', 2]);
  });

  test('that skip a level stand one level below, and say so', async () => {
    const result = await read(h(1, 'Scope') + h(3, 'Whom') + p('All.') + h(1, 'Data') + p('Little.'));
    expect(result.body).toContain('### Whom');
    expect(rules(result)).toContain('heading-skips-level');
  });

  test('that are repeated have ids of their own', async () => {
    const { body } = await read(h(1, 'Data') + p('Some.') + h(1, 'Data') + p('More.'));
    expect(body.match(/\[#[a-z0-9-]+\]/gu)).toEqual(['[#data]', '[#data-2]']);
  });

  test('can be bold lines, in a text that has no others', async () => {
    const result = await read(p(bold('Scope')) + p('Words.') + p(bold('Data')) + p('Little.'));
    expect([result.receipt.sectionCount, rules(result).filter((rule) => rule === 'bold-heading').length]).toEqual([2, 2]);
  });

  test('can be bold by their style alone', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Firm bold"/><w:rPr><w:b/></w:rPr></w:style>';
    const { receipt } = await read(styled('B', 'Scope') + p('Words.') + styled('B', 'Data') + p('Little.'), { styles });
    expect(receipt.sectionCount).toBe(2);
  });

  test('need not be: a text without any is one section', async () => {
    const { body, receipt } = await read(p('We keep little.') + p('We sell nothing.'));
    expect([receipt.sectionCount, body]).toEqual([0, 'We keep little.\n\nWe sell nothing.\n']);
  });
});

describe('words that look like code', () => {
  test.each([
    'import { a } from "b"',
    'export const a = 1',
    '{{ site.name }} and {% include x %}',
    'a &lt;b unclosed, &lt;/div&gt; and {: #id }',
    '&lt;!-- hidden --&gt; *not* _marked_ [x](y) # 1 &amp;amp;',
    '&lt;me@example.org&gt; https://example.org/a_b_c',
    '- no list',
    '1. no list',
  ])('stay words: %s', async (words) => {
    const result = await read(p(words));
    const seen = words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    expect(linesOf(result)).toEqual([seen]);
  });
});

describe('running text', () => {
  test('keeps what is bold, italic, raised, lowered, broken and struck', async () => {
    const runs = [
      t('We '),
      bold('never'),
      t(' sell '),
      t('any', '<w:i/>'),
      t(' data'),
      t('1', '<w:vertAlign w:val="superscript"/>'),
      t(' old', '<w:strike/>'),
    ];
    const result = await read(p(`${runs.join('')}<w:r><w:br/><w:t>next</w:t><w:tab/><w:t>line</w:t></w:r>`));
    expect(result.body).toBe('We **never** sell *any* data<sup>1</sup> old\\\nnext line\n');
    expect(rules(result)).toContain('struck-through');
  });

  test('is bold no more where a run switches the bold of its style off', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:rPr><w:b/></w:rPr></w:style>';
    const { body } = await read(styled('B', t('We keep ', '<w:b w:val="0"/>') + t('little')), { styles });
    expect(body).toBe('We keep **little**\n');
  });

  test('keeps links, to the web and to a place in the text', async () => {
    const link = (attributes: string, words: string): string => `<w:hyperlink ${attributes}>${t(words)}</w:hyperlink>`;
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:a@example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${t('us')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = [
      p(`${t('See ')}${link('r:id="rId9"', 'here')}${t(', ')}${link('w:anchor="_Ref1"', 'below')}${t(', or write to ')}${field}${t('.')}`),
      h(1, `<w:bookmarkStart w:id="1" w:name="_Ref1"/>${t('Data')}<w:bookmarkEnd w:id="1"/>`),
      p('Little.'),
      h(1, 'Rights'),
    ];
    const result = await read(body.join(''), { links: { rId9: 'https://example.org/a' } });
    expect(result.body).toContain('See [here](https://example.org/a), [below](#data), or write to [us](mailto:a@example.org).');
    expect(result.retired).toEqual({});
  });

  test('says which words are in another language', async () => {
    const lang = (value: string): string => `<w:lang w:val="${value}"/>`;
    const result = await read(p(t('We call it ', lang('en-GB')) + t('Datenschutz', lang('de-DE')) + t(' in our offices.', lang('en-US'))));
    expect(result.body).toContain('<span lang="de-DE">Datenschutz</span>');
    expect(rules(result)).toContain('language-of-parts');
  });

  test('keeps quotations, also of several paragraphs', async () => {
    const { body } = await read(p('It says:') + styled('Zitat', 'One.') + styled('Zitat', 'Two.'));
    expect(body).toBe('It says:\n\n> One.\n>\n> Two.\n');
  });
});

describe('footnotes and endnotes', () => {
  const note = (kind: string, id: number, words: string): string =>
    `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${t(words)}</w:p></w:${kind}>`;
  const reference = (kind: string, id: number): string =>
    `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;

  test('become footnotes in the order in which the text refers to them', async () => {
    const body = p(t('We keep data') + reference('footnote', 3) + t(' and more') + reference('endnote', 2) + t('.'));
    const result = await read(body, { footnotes: note('footnote', 3, 'For a year.'), endnotes: note('endnote', 2, 'See below.') });
    expect(linesOf(result)).toEqual(['We keep data[1] and more[2].', '[1] For a year.', '[2] See below.']);
  });

  test('to which nothing refers are left out and named', async () => {
    const result = await read(p('Words.'), { footnotes: note('footnote', 3, 'An old thought.') });
    expect(leftOut(result)).toEqual({ hidden: 'An old thought.' });
  });
});

describe('tables', () => {
  const cell = (words: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(words)}</w:tc>`;
  const row = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;

  test('keep their head and their cells', async () => {
    const { body } = await read(
      `<w:tbl>${row(cell('Data') + cell('Kept'), '<w:tblHeader/>')}${row(cell('Name') + cell('a year'))}</w:tbl>`,
    );
    expect(body).toBe('| Data | Kept |\n| - | - |\n| Name | a year |\n');
  });

  test('keep cells that run over columns and rows', async () => {
    const result = await read(
      `<w:tbl>${row(cell('All', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>')}${row(cell('Name', '<w:vMerge w:val="restart"/>') + cell('a year'))}${row(cell('', '<w:vMerge/>') + cell('or two'))}</w:tbl>`,
    );
    expect(result.body).toContain('<th colspan="2">');
    expect(result.body).toContain('<td rowspan="2">');
    expect(linesOf(result)).toEqual(['All', 'Name | a year', 'or two']);
  });

  test('lose no word that stands in a covered cell', async () => {
    const result = await read(
      `<w:tbl>${row(cell('Name', '<w:vMerge w:val="restart"/>') + cell('a'))}${row(cell('Hidden?', '<w:vMerge/>') + cell('b'))}</w:tbl>`,
    );
    expect(linesOf(result)).toEqual(['Name | a', 'Hidden? | b']);
  });

  test('take a first row that alone is bold for their head, and say so', async () => {
    const result = await read(`<w:tbl>${row(cell(bold('Data')) + cell(bold('Kept')))}${row(cell('Name') + cell('a year'))}</w:tbl>`);
    expect(result.body).toContain('| **Data** | **Kept** |\n| - | - |');
    expect(rules(result)).toContain('table-header');
  });
});

describe('what is no part of the text', () => {
  const box = (words: string): string => `<w:txbxContent>${p(words)}</w:txbxContent>`;

  test('is left out and named, word for word', async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>${t('a code')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${t('shown')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = [
      p(`${t('We keep ')}${t('secretly ', '<w:vanish/>')}${field}${t(' data.')}`),
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr descr=""/>${box('A box.')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('A box.')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${t('After it.')}`,
      ),
      p(`${t('A ')}<w:r><w:drawing><wp:inline><wp:docPr descr="Our logo"/></wp:inline></w:drawing></w:r>${t('picture.')}`),
      p(`<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>${t('is one more.')}`),
      styled('TOC1', 'Scope 3'),
    ];
    const result = await read(body.join(''), { header: p('Example Ltd, confidential') });
    expect(linesOf(result)).toEqual(['We keep shown data.', 'After it.', 'A picture.', 'is one more.']);
    expect(leftOut(result)).toEqual({
      'contents-list': 'Scope 3',
      embedded: 'x+1',
      field: 'a code',
      hidden: 'secretly',
      image: 'Our logo',
      'page-margin': 'Example Ltd, confidential',
      'text-box': 'A box.',
    });
    expect(rules(result)).toContain('field');
  });

  test('is counted among the words of the source', async () => {
    const { receipt } = await read(p(t('one two ') + t('three', '<w:vanish/>')), { header: p('four') });
    expect([receipt.sourceWordCount, receipt.recordWordCount, receipt.unit]).toEqual([4, 2, 'paragraph']);
  });

  test('is a sign of a font that is no letter', async () => {
    const sign = (font: string, char: string): string => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const result = await read(p(`${sign('Wingdings', 'F0FC')}${t(' yes ')}${sign('Webdings', 'E123')}${t('no')}`));
    expect([linesOf(result), rules(result)]).toEqual([['✓ yes no'], ['sign', 'title']]);
  });
});

test('words in content controls, smart tags and ruby count as any others', async () => {
  const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${t('kan')}</w:rt><w:rubyBase>${t('漢')}</w:rubyBase></w:ruby></w:r>`;
  const control = `<w:sdt><w:sdtPr/><w:sdtContent>${p('In a control.')}</w:sdtContent></w:sdt>`;
  const result = await read(control + p(`<w:smartTag>${t('Example Ltd')}</w:smartTag>${t(' is ours. ')}${ruby}`));
  expect(linesOf(result)).toEqual(['In a control.', 'Example Ltd is ours. 漢']);
  expect(leftOut(result)).toEqual({ embedded: 'kan' });
});
