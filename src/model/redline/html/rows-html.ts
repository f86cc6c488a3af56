import { fill } from '../../fill.ts';
import { componentTag } from '../../record/html-inline.ts';
import { noteLabel } from '../../record/inline.ts';
import { closeTag, element, escapeText, openTag, type AttributeList } from '../../record/markup.ts';
import { noteId } from '../../record/paragraphs.ts';
import type { RedlineRow } from '../marked.ts';
import type { Container, RowRole } from '../rows.ts';
import { said, segmentsHtml } from './inline-marks.ts';
import { tableHtml } from './table-html.ts';
import { changeId, type Writing } from './writing.ts';

/** The rows of a section as HTML: each in the lists, quotes and components that it stands in. */
export function rowsHtml(rows: readonly RedlineRow[], writing: Writing): string {
  let html = '';
  const open: { readonly node: object; readonly tag: string }[] = [];
  const closeTo = (depth: number): void => {
    while (open.length > depth) html += closeTag(open.pop()?.tag ?? '');
  };
  for (const row of rows) {
    let depth = 0;
    while (depth < open.length && open[depth]?.node === row.path[depth]?.node) depth++;
    closeTo(depth);
    // An item carries what happened to its own words, which come first in it.
    const isFirst = depth < row.path.length;
    const attributes = rowAttributes(row, writing);
    for (const container of row.path.slice(depth)) {
      const { tag, attributes: own } = containerTag(container, writing);
      html += openTag(tag, container === row.path.at(-1) && isBare(roleOf(row)) ? [...own, ...attributes] : own);
      open.push({ node: container.node, tag });
    }
    const label = isFirst && row.path.at(-1)?.type === 'note' ? `${noteLabel(row.path.at(-1)?.facts ?? '')} ` : '';
    html += rowHtml(row, { attributes, label, isInItem: isBare(roleOf(row)) && isFirst }, writing);
  }
  closeTo(0);
  return html;
}

/** Whether the words stand right in the item that they are the first of. */
function isBare(role: RowRole): boolean {
  return role === 'item' || role === 'detail';
}

function roleOf(row: RedlineRow): RowRole {
  return (row.fresh ?? row.old)?.role ?? 'paragraph';
}

function containerTag(container: Container, writing: Writing): { tag: string; attributes: AttributeList } {
  switch (container.type) {
    case 'list': {
      const [marker = '', start = '1'] = container.facts.split(' ');
      if (marker === '') return { tag: 'ul', attributes: [] };
      const attributes: AttributeList = [
        ...(start === '1' ? [] : ([['start', start]] as const)),
        ...(marker === '1' ? [] : ([['type', marker]] as const)),
      ];
      return { tag: 'ol', attributes };
    }
    case 'item':
      return { tag: 'li', attributes: container.value === undefined ? [] : [['value', String(container.value)]] };
    case 'definitions':
      return { tag: 'dl', attributes: [] };
    case 'detail':
      return { tag: 'dd', attributes: [] };
    case 'quote':
      return { tag: 'blockquote', attributes: [] };
    case 'component':
      return componentTag(container.facts);
    case 'note':
      return {
        tag: 'div',
        attributes: [
          ['id', noteId(writing.section, container.facts)],
          ['role', 'doc-footnote'],
        ],
      };
  }
}

function rowAttributes(row: RedlineRow, writing: Writing): AttributeList {
  const classes = [
    row.move
      ? row.state === 'removed'
        ? 'moved-away'
        : row.move === 'order'
          ? 'reordered'
          : 'moved'
      : row.state === 'kept'
        ? ''
        : row.state,
    ...row.kinds.filter((kind) => row.state === 'kept' && (kind === 'structure' || kind === 'renumbered' || kind === 'emphasis')),
  ].filter((name) => name !== '');
  return [...changeId(row.change, writing), ...(classes.length === 0 ? [] : ([['class', classes.join(' ')]] as const))];
}

interface RowFrame {
  readonly attributes: AttributeList;
  /** What stands before the words: the label of a footnote. */
  readonly label: string;
  /** The words stand right in the item that was opened for them, which carries the attributes. */
  readonly isInItem: boolean;
}

const ELEMENTS: Readonly<Record<RowRole, string>> = {
  paragraph: 'p',
  preformatted: 'pre',
  item: 'p',
  detail: 'p',
  term: 'dt',
  table: 'div',
};

function rowHtml(row: RedlineRow, { attributes, label, isInItem }: RowFrame, writing: Writing): string {
  const note = moveNote(row, writing);
  const role = roleOf(row);
  if (role === 'table') return note + tableHtml(row, attributes, { ...writing, rowsHtml });
  const oldLabel =
    row.oldLabel === undefined ? '' : `${element('del', said(writing.words.deleted) + escapeText(row.oldLabel), [['class', 'label']])} `;
  const words = segmentsHtml(row.segments, { ...writing, isGone: row.state === 'removed' });
  const isAway = row.move !== undefined && row.state === 'removed';
  const shown = isAway ? element('del', said(writing.words.deleted) + words, [['class', 'moved-words']]) : words;
  const content = label + note + oldLabel + shown;
  if (isInItem) return content;
  return element(ELEMENTS[role], content, attributes);
}

/** At either place of what has moved: where the other one is, with a link to it. */
function moveNote(row: RedlineRow, { words, moves }: Writing): string {
  const move = row.move && row.old && moves.get(row.old);
  if (!move) return '';
  const here = `_m${move.number}`;
  const isAway = row.state === 'removed';
  const [id, other] = isAway ? [`${here}-from`, here] : [here, `${here}-from`];
  const template = row.move === 'order' ? words.reordered : move.isWithin ? words.movedWithin : isAway ? words.movedTo : words.movedFrom;
  const text = fill(template, { section: isAway ? move.to : move.from });
  return `${element('a', escapeText(text), [
    ['class', 'moved-note'],
    ['id', id],
    ['href', `#${other}`],
  ])} `;
}
