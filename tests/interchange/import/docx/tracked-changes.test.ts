import { describe, expect, test } from 'vitest';
import { faultsOf, importBody, leftOut, linesOf, p, t, type Parts } from './build-docx.ts';

const who = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"';
const ins = (inner: string): string => `<w:ins ${who}>${inner}</w:ins>`;
const del = (words: string): string => `<w:del ${who}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
const endOf = (change: string): string => `<w:rPr><w:${change} ${who}/></w:rPr>`;

const EDITED = p(`${t('We keep it for ')}${del('30')}${ins(t('60'))}${t(' days.')}`);

const both = async (body: string, more: Parts = {}) => {
  const results = await Promise.all([importBody(body, more, 'accept'), importBody(body, more, 'reject')]);
  for (const result of results) expect(faultsOf(result)).toEqual([]);
  return results.map((result) => linesOf(result));
};

describe('a file with tracked changes', () => {
  test('is a question that names the places and says how to answer it in Word, in LibreOffice and here', async () => {
    const { findings, body } = await importBody(EDITED);
    expect(body).toBe('');
    expect(findings.map(({ rule, message }) => [rule, message.split('\n')])).toEqual([
      [
        'docx-undecided',
        [
          'The file holds 2 tracked changes, so it does not say which text is meant. Which is it?',
          '  Paragraph 1, "We keep it for 3060 days.": deleted "30", inserted "60"',
          'In Word: Review, Accept or Reject, All Changes; then Review, Delete, All Comments. In LibreOffice: Edit, Track Changes, Accept All or Reject All. Save and import again.',
          'Or decide here for all of them: --changes accept, or --changes reject. Comments are left out then, and the receipt names what went.',
        ],
      ],
    ]);
  });

  test.each([
    ['a footnote', { footnotes: `<w:footnote w:id="2">${p(del('gone'))}</w:footnote>` }],
    ['a header or footer', { header: p(ins(t('come'))) }],
  ])('is one too where they stand in %s', async (where, parts) => {
    const { findings } = await importBody(p('Words.'), parts);
    expect(findings[0]?.message).toContain('Paragraph 2 of a ');
    expect(findings[0]?.message).toContain(where.slice(2));
  });

  test('is one too where only a comment stands in it', async () => {
    const { findings } = await importBody(p(`${t('Words.')}<w:r><w:commentReference w:id="0"/></w:r>`), {
      comments: `<w:comment w:id="0">${p('Is this right?')}</w:comment>`,
    });
    expect(findings[0]?.message).toMatch(/^The file holds 1 comment, .*\n {2}Paragraph 1, "Words\.": a comment/u);
  });

  test('names no more than six places', async () => {
    const { findings } = await importBody(EDITED.repeat(9));
    expect(findings[0]?.message.match(/Paragraph \d/gu)).toHaveLength(6);
    expect(findings[0]?.message).toContain('and 3 other places');
  });
});

describe('changes that are decided here', () => {
  test('give the new text or the old, and name what went', async () => {
    expect(await both(EDITED)).toEqual([['We keep it for 60 days.'], ['We keep it for 30 days.']]);
    expect(leftOut(await importBody(EDITED, {}, 'accept'))).toEqual({ 'tracked-change': '30' });
    expect(leftOut(await importBody(EDITED, {}, 'reject'))).toEqual({ 'tracked-change': '60' });
  });

  test('join two paragraphs where the end of the first went', async () => {
    const joins = p(t('One '), endOf('del')) + p('two.');
    expect(await both(joins)).toEqual([['One two.'], ['One', 'two.']]);
    const parts = p(t('One '), endOf('ins')) + p('two.');
    expect(await both(parts)).toEqual([['One', 'two.'], ['One two.']]);
  });

  test('take whole paragraphs away without a trace', async () => {
    const body = p('First.') + p(del('Second.'), endOf('del')) + p(ins(t('Third.')), endOf('ins')) + p('Last.');
    expect(await both(body)).toEqual([
      ['First.', 'Third.', 'Last.'],
      ['First.', 'Second.', 'Last.'],
    ]);
  });

  test('follow what was moved', async () => {
    const from = p(
      `<w:moveFromRangeStart w:id="3" w:name="m"/><w:moveFrom ${who}>${t('Moved.')}</w:moveFrom><w:moveFromRangeEnd w:id="3"/>`,
      endOf('moveFrom'),
    );
    const to = p(`<w:moveTo ${who}>${t('Moved.')}</w:moveTo>`, endOf('moveTo'));
    expect(await both(from + p('Stays.') + to)).toEqual([
      ['Stays.', 'Moved.'],
      ['Moved.', 'Stays.'],
    ]);
  });

  test('take rows and whole tables away', async () => {
    const row = (words: string, change: string): string =>
      `<w:tr><w:trPr>${change}</w:trPr><w:tc>${p(words)}</w:tc><w:tc>${p('x')}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('stays', '')}${row('went', `<w:del ${who}/>`)}${row('came', `<w:ins ${who}/>`)}</w:tbl>${p('After.')}`;
    expect(await both(body)).toEqual([
      ['stays | x', 'came | x', 'After.'],
      ['stays | x', 'went | x', 'After.'],
    ]);
    expect(await both(`<w:tbl>${row('went', `<w:del ${who}/>`)}</w:tbl>${p('After.')}`)).toEqual([['After.'], ['went | x', 'After.']]);
  });

  test('give back the former form where they are rejected', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>';
    const turned = p('Data', `<w:pStyle w:val="H"/><w:pPrChange ${who}><w:pPr/></w:pPrChange>`);
    const body = EDITED + turned + p('Little.') + p('Scope', '<w:pStyle w:val="H"/>');
    const [accepted, rejected] = await Promise.all([importBody(body, { styles }, 'accept'), importBody(body, { styles }, 'reject')]);
    expect([accepted.receipt.sectionCount, rejected.receipt.sectionCount]).toEqual([2, 0]);
  });

  test('leave comments out, word for word named', async () => {
    const body = p(`${t('Words.')}<w:r><w:commentReference w:id="0"/></w:r>`);
    const result = await importBody(body, { comments: `<w:comment w:id="0">${p('Is this right?')}</w:comment>` }, 'accept');
    expect([linesOf(result), leftOut(result)]).toEqual([['Words.'], { 'review-comment': 'Is this right?' }]);
  });

  test('reach footnotes', async () => {
    const footnotes = `<w:footnote w:id="2">${p(`${del('Old')}${ins(t('New'))}${t(' note.')}`)}</w:footnote>`;
    const body = p(`${t('Words')}<w:r><w:footnoteReference w:id="2"/></w:r>${t('.')}`);
    expect(await both(body, { footnotes })).toEqual([
      ['Words[1].', '[1] New note.'],
      ['Words[1].', '[1] Old note.'],
    ]);
  });
});
