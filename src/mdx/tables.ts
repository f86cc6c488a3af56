import type { RootContent, Table as MdastTable } from 'mdast';
import { isWordless } from '../model/record/inline.ts';
import type { Block, Cell, Inline, Table } from '../model/record/record.ts';
import { report, type Reading } from './context.ts';
import { readInline } from './inline.ts';
import { innerTags } from './inner-tags.ts';
import { readParagraph } from './paragraph.ts';
import { tagAttributes, type Tag } from './tags.ts';

/** A Markdown table. A first row without words is no header: it is how Markdown writes a table that has none. */
export function readTable(node: MdastTable, caption: readonly Inline[] | undefined, reading: Reading): Table {
  const columns = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((row, rowIndex) => {
    const cells = row.children.map((cell, column): Cell => {
      return {
        header: rowIndex === 0 ? 'column' : undefined,
        align: alignment(node.align?.[column]),
        blocks: readParagraph(cell.children, reading),
      };
    });
    const beyond = row.children[columns];
    if (beyond) {
      const message = `This row has more cells than the ${columns} of the table's head, and Markdown would leave them out. Add cells to the head, or write &#124; for a "|" that is text.`;
      report(reading, beyond, 'table-malformed', message);
    }
    // Markdown fills a short row with empty cells.
    const missing = Array.from({ length: Math.max(0, columns - cells.length) }, (_, index): Cell => ({
      align: alignment(node.align?.[cells.length + index]),
      blocks: [],
    }));
    return [...cells, ...missing];
  });
  const [head = [], ...body] = rows;
  return { kind: 'table', caption, head: isEmpty(head) ? [] : [head], body };
}

function alignment(align: string | null | undefined): Cell['align'] {
  if (align === 'center') return 'center';
  return align === 'right' ? 'end' : undefined;
}

function isEmpty(row: readonly Cell[]): boolean {
  return row.every((cell) => cell.blocks.length === 0);
}

const ORDER: Readonly<Record<string, number>> = { caption: 0, thead: 1, tbody: 2, tr: 2 };

/** A table written in tags: for captions, row headers and cells that span or hold paragraphs. */
export function readHtmlTable(tag: Tag, inside: (nodes: readonly RootContent[]) => readonly Block[], reading: Reading): Table {
  let caption: readonly Inline[] | undefined;
  const head: (readonly Cell[])[] = [];
  const body: (readonly Cell[])[] = [];
  const readRow = (row: Tag): readonly Cell[] => {
    const found = reading.findings.length;
    const cells = innerTags(row, ['th', 'td'], reading).map((cell) => readCell(cell, inside, reading));
    if (cells.length === 0 && reading.findings.length === found)
      report(reading, row, 'table-malformed', 'This row has no cells. Write <td>…</td> for each, or remove it.');
    return cells;
  };
  let reached = 0;
  for (const inner of innerTags(tag, ['caption', 'thead', 'tbody', 'tr'], reading)) {
    tagAttributes(inner, reading);
    const place = ORDER[inner.name ?? ''] ?? 0;
    if (place < reached)
      report(
        reading,
        inner,
        'table-malformed',
        `This <${inner.name}> stands too late. A table has at most one <caption>, then at most one <thead>, then its other rows.`,
      );
    // A table has one caption and one head, so the next part must come later; of its other rows there may be more.
    reached = Math.min(place + 1, 2);
    if (inner.name === 'caption') caption = readInline(inner.children, reading);
    else if (inner.name === 'tr') body.push(readRow(inner));
    else (inner.name === 'thead' ? head : body).push(...innerTags(inner, ['tr'], reading).map(readRow));
  }
  if (head.length + body.length === 0)
    report(reading, tag, 'table-malformed', 'This table has no rows. Write <tr>…</tr> for each, or remove it.');
  if (caption && isWordless(caption))
    report(reading, tag, 'table-malformed', 'The caption of this table has no words. Write them, or remove <caption>.');
  return { kind: 'table', caption, head, body };
}

function readCell(tag: Tag, inside: (nodes: readonly RootContent[]) => readonly Block[], reading: Reading): Cell {
  const attributes = tagAttributes(tag, reading);
  const scope = attributes['scope'] ?? 'col';
  if (!['col', 'row', 'colgroup', 'rowgroup'].includes(scope)) {
    report(
      reading,
      tag,
      'table-malformed',
      `scope="${scope}" does not say what this cell is the header of. Write scope="col" or scope="row".`,
    );
  }
  const isRow = scope.startsWith('row');
  const header = tag.name === 'th' ? (isRow ? 'row' : 'column') : undefined;
  return {
    header,
    columns: span(attributes['colspan'], tag, reading),
    rows: span(attributes['rowspan'], tag, reading),
    blocks: inside(tag.children),
  };
}

function span(value: string | undefined, tag: Tag, reading: Reading): number | undefined {
  if (value === undefined || value === '1') return undefined;
  if (/^[1-9]\d{0,2}$/u.test(value)) return Number(value);
  report(reading, tag, 'table-malformed', `A cell cannot span "${value}" columns or rows. Write a whole number, such as colspan="2".`);
  return undefined;
}
