import { describe, expect, test } from 'vitest';
import type { Block, Inline, List, Table } from '../../../src/model/record/record.ts';
import { compared, comparedSections, kindsIn, rowsText } from './marked.ts';
import { FEES, MORE, paragraph, plain, RIGHTS, section, SHARING } from './texts.ts';

const list = (...items: string[]): List => ({ kind: 'list', items: items.map((item) => [paragraph(item)]) });
const counted = (...items: string[]): List => ({ ...list(...items), order: { start: 1, marker: '1' } });
const table = (...rows: string[][]): Table => ({
  kind: 'table',
  head: [],
  body: rows.map((row) => row.map((words) => ({ blocks: [paragraph(words)] }))),
});
const linked = (href: string): Inline => ({ kind: 'link', target: { kind: 'address', href }, children: ['here'] });

describe('a change that changes no word is reported all the same', () => {
  test.each<[string, Block, Block, string]>([
    [
      'a link that leads elsewhere',
      paragraph('Opt out ', linked('https://a.example')),
      paragraph('Opt out ', linked('https://b.example')),
      'link',
    ],
    ['a word in bold', paragraph('Not ever.'), paragraph({ kind: 'mark', mark: 'strong', children: ['Not'] }, ' ever.'), 'emphasis'],
    ['a list that counts by letters', counted('One thing'), { ...counted('One thing'), order: { start: 1, marker: 'a' } }, 'renumbered'],
    ['a paragraph that becomes an item', paragraph('We keep this for ever.'), list('We keep this for ever.'), 'structure'],
    [
      'a header cell',
      table(['Who', 'What']),
      { ...table(['Who', 'What']), body: [[{ header: 'row', blocks: [paragraph('Who')] }, { blocks: [paragraph('What')] }]] },
      'structure',
    ],
  ])('%s', (_, old, fresh, kind) => {
    expect(kindsIn(compared([old], [fresh]))).toEqual([kind]);
  });

  test('one list that becomes two', () => {
    expect(kindsIn(compared([list('First thing', 'Second thing')], [list('First thing'), list('Second thing')]))).toEqual(['structure']);
  });

  test('a sub-section that becomes a section', () => {
    const inner = plain('inner', RIGHTS);
    expect(kindsIn(comparedSections([section('outer', [], { sections: [inner] })], [section('outer', []), inner]))).toEqual(['level']);
  });
});

describe('paragraphs', () => {
  test('one that was divided has its words unmarked, and the place is named', () => {
    const found = compared([paragraph(`${FEES} ${RIGHTS}`)], [paragraph(FEES), paragraph(RIGHTS)]);
    expect([rowsText(found), kindsIn(found)]).toEqual([[FEES, RIGHTS], ['split']]);
  });

  test('two that became one have their words unmarked, and the place is named', () => {
    const found = compared([paragraph(FEES), paragraph(RIGHTS)], [paragraph(`${FEES} ${RIGHTS}`)]);
    expect([rowsText(found), kindsIn(found)]).toEqual([[FEES, RIGHTS], ['merged']]);
  });

  test('a word changed in a divided one is marked alone', () => {
    const found = compared([paragraph(`${FEES} ${RIGHTS}`)], [paragraph(FEES), paragraph(RIGHTS.replace('corrected', 'mended'))]);
    expect(rowsText(found)).toEqual([FEES, RIGHTS.replace(' corrected', '[ corrected]{ mended}')]);
  });

  test('one that came is marked as a whole, and nothing else', () => {
    expect(rowsText(compared([paragraph(FEES)], [paragraph(FEES), paragraph(RIGHTS)]))).toEqual([FEES, `+{${RIGHTS}}`]);
  });

  test('one that moved to another section stands unmarked at both its places, but for the word that changed', () => {
    const found = comparedSections(
      [plain('a', FEES, MORE), plain('b', RIGHTS), plain('c', SHARING)],
      [plain('a', FEES), plain('b', RIGHTS), plain('c', SHARING, MORE.replace('must', 'may'))],
    );
    expect(rowsText(found)).toEqual([
      FEES,
      `<${MORE}`,
      RIGHTS,
      SHARING,
      '>Whoever delivers a parcel[ must]{ may} delete the address after the delivery was confirmed by you.',
    ]);
    expect(kindsIn(found)).toEqual(['moved', 'modal']);
  });
});

describe('lists', () => {
  test('short items in another order are one change, and none of them is marked', () => {
    const found = compared([list('Texas', 'Ohio', 'New York', 'Maine')], [list('New York', 'Texas', 'Ohio', 'Maine')]);
    expect(kindsIn(found)).toEqual(['order']);
    expect(rowsText(found)).toEqual(['>New York', 'Texas', 'Ohio', '<New York', 'Maine']);
  });

  test('two short items that change places are one change', () => {
    expect(kindsIn(compared([list('Texas', 'Ohio')], [list('Ohio', 'Texas')]))).toEqual(['order']);
  });

  test('items that count otherwise after an inserted one are one change besides it', () => {
    const found = compared([counted(FEES, RIGHTS)], [counted(FEES, MORE, RIGHTS)]);
    expect(rowsText(found)).toEqual([FEES, `+{${MORE}}`, `[2.]{3.} ${RIGHTS}`]);
    expect(kindsIn(found)).toEqual(['added, modal', 'renumbered']);
  });
});

describe('tables', () => {
  const states = (rows: Table, others: Table) => compared([rows], [others]).sections[0]?.rows[0]?.table?.rows.map(({ state }) => state);

  test('a row that came is one change', () => {
    const [old, fresh] = [
      table(['Stripe', 'Payment'], ['Segment', 'Analytics']),
      table(['Stripe', 'Payment'], ['Zendesk', 'Support'], ['Segment', 'Analytics']),
    ];
    expect(states(old, fresh)).toEqual(['kept', 'added', 'kept']);
    expect(kindsIn(compared([old], [fresh]))).toEqual(['added']);
  });

  test('a column that came leaves the other cells unmarked', () => {
    const [old, fresh] = [
      table(['Stripe', 'Payment'], ['Segment', 'Analytics']),
      table(['Stripe', 'Payment', 'Ireland'], ['Segment', 'Analytics', 'France']),
    ];
    expect(states(old, fresh)).toEqual(['kept', 'kept']);
    expect(kindsIn(compared([old], [fresh]))).toEqual(['added', 'added']);
  });
});
