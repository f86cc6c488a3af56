import { allSections, type LinkTarget } from '../../../model/record/record.ts';
import type { Redline } from '../../../model/redline/redline.ts';
import { Footnotes } from './footnotes.ts';
import { ListPairs, type ListNumbers } from './list-numbers.ts';
import { redlineLines } from './redline-lines.ts';
import { stableDocx } from './stable-docx.ts';
import { writeLines, type LineWriting } from './write-lines.ts';
import type { Docx } from './write-runs.ts';

export interface RedlineDocx {
  /** Of the policy; it stands above the text and is no change. */
  readonly title: string;
  /** What is compared, for the properties of the file: `2016-05-26 -> 2024-01-01`. */
  readonly compared: string;
  readonly href: (target: LinkTarget) => string;
}

/** A role, and the first day that a Word file can have: nobody made these changes at any hour, they are computed. */
const AUTHOR = 'Codicil';
const DAY = '2000-01-01T00:00:00Z';

/**
 * A redline as a Word file with real tracked changes: with all of them accepted it says the new text, with all rejected the old
 * one, word for word. What moved is deleted and inserted. Same texts, same bytes.
 */
export async function redlineDocx(redline: Redline, { title, compared, href }: RedlineDocx, docx: Docx): Promise<Uint8Array> {
  const notes = new Footnotes(redline);
  const lists = new ListPairs();
  let marks = 0;
  const writing: LineWriting = {
    docx,
    href,
    lists,
    noteOf: (label, side, line) => notes.numberOf(label, side, line),
    anchors: new Set(allSections(redline.fresh).flatMap(({ id, heading }) => (id !== undefined && heading ? [id] : []))),
    nextMark: () => ({ id: ++marks, author: AUTHOR, date: DAY }),
    lang: redline.fresh.lang,
    isRightToLeft: redline.fresh.dir === 'rtl',
  };
  const children = writeLines(redlineLines(redline), writing);
  const footnotes = [...notes.lines].map(([number, lines]) => {
    const blocks = writeLines(lines, writing);
    return [String(number), { children: blocks.filter((block) => block instanceof docx.Paragraph) }] as const;
  });
  const { lang } = redline.fresh;
  const document = new docx.Document({
    title,
    description: compared,
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: lang, eastAsia: lang, bidirectional: lang } },
          paragraph: { spacing: { after: 120 } },
        },
      },
      paragraphStyles: [
        { id: 'HTMLPreformatted', name: 'HTML Preformatted', basedOn: 'Normal', run: { font: 'Courier New' } },
        { id: 'Quote', name: 'Quote', basedOn: 'Normal', paragraph: { indent: { left: 425, right: 425 } } },
      ],
    },
    numbering: { config: lists.all.map((list) => definition(list, docx)) },
    footnotes: Object.fromEntries(footnotes),
    sections: [{ children: [new docx.Paragraph({ style: 'Title', children: [new docx.TextRun(title)] }), ...children] }],
  });
  return stableDocx(await docx.Packer.toBuffer(document), DAY);
}

function definition({ name, level, order }: ListNumbers, { LevelFormat, AlignmentType }: Docx) {
  const formats = {
    '1': LevelFormat.DECIMAL,
    a: LevelFormat.LOWER_LETTER,
    A: LevelFormat.UPPER_LETTER,
    i: LevelFormat.LOWER_ROMAN,
    I: LevelFormat.UPPER_ROMAN,
  };
  const counted = order && { format: formats[order.marker], text: `%${level + 1}.`, start: Math.max(0, order.start) };
  return { reference: name, levels: [{ level, alignment: AlignmentType.LEFT, ...(counted ?? { format: LevelFormat.BULLET, text: '•' }) }] };
}
