import { unexplained, wordCount, type Passage, type Receipt, type Remark, type WordGroup, type WordReason } from './receipt.ts';

const REASONS: Readonly<Record<WordReason, string>> = {
  'archive-note': 'note of the archive about the page (kept as provenance)',
  'attribute-list': 'marks of the writing tool, {: … } or [#…]',
  'back-to-top': 'links back to the top of the page',
  comment: 'hidden comments, which no reader saw',
  'contents-list': 'list of contents that repeats the headings (the site makes its own)',
  control: 'buttons and fields of the page',
  embedded: 'pictures, films or frames put into the page',
  field: 'codes of fields, which Word does not show',
  hidden: 'parts that are hidden from readers',
  image: 'words that describe a picture',
  outside: 'page around the policy',
  'page-margin': 'headers and footers of the printed pages',
  'review-comment': 'comments of reviewers',
  'site-frame': 'menu, header or footer of the site',
  'text-box': 'text boxes, which stand beside the text',
  title: 'title (kept beside the text)',
  'tracked-change': 'tracked changes that were decided against',
  moved: 'the same words in another place, such as a footnote in the section that refers to it',
  unexplained: 'NOT EXPLAINED: a fault of the import; please report it with the file',
};

/** The receipt as plain text for people. Same input, same text; ends with a line end. */
export function receiptText(receipt: Receipt): string {
  const unit = receipt.unit ?? 'line';
  return [
    `Receipt for ${receipt.file}`,
    '',
    `Title: ${receipt.title}`,
    `${counted(receipt.sectionCount, 'section')}, ${counted(receipt.subsectionCount, 'sub-section')}, ${counted(receipt.listItemCount, 'list item')}`,
    `${counted(receipt.sourceWordCount, 'word')} in the source, ${receipt.recordWordCount} in the draft`,
    '',
    ...groupLines('Words lost', receipt.lost, unit),
    ...groupLines('Words added', receipt.added, unit),
    ...(receipt.moved.length > 0 ? groupLines('Words moved', receipt.moved, unit) : []),
    ...remarkLines('Guesses', receipt.guesses, unit),
    ...remarkLines('Oddities, left as they are', receipt.oddities, unit),
  ].join('\n');
}

function groupLines(heading: string, groups: readonly WordGroup[], unit: string): readonly string[] {
  const total = wordCount(groups);
  const faults = wordCount(unexplained(groups));
  const summary = total === 0 ? 'none' : `${total}${faults === 0 ? '' : `, ${faults} of them NOT EXPLAINED`}`;
  const lines = groups.flatMap((group) => [
    `  ${REASONS[group.reason]}: ${counted(group.wordCount, 'word')}`,
    ...group.passages.map((passage) => `    ${passageText(passage, unit)}`),
  ]);
  return [`${heading}: ${summary}`, ...lines, ''];
}

function passageText(passage: Passage, unit: string): string {
  return `${unit} ${passage.line}: ${passage.text}`;
}

function remarkLines(heading: string, remarks: readonly Remark[], unit: string): readonly string[] {
  if (remarks.length === 0) return [`${heading}: none`, ''];
  return [`${heading}: ${remarks.length}`, ...remarks.map((remark) => `  ${unit} ${remark.line}: ${remark.message}`), ''];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
