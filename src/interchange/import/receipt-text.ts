import { unexplained, wordCount, type Passage, type Receipt, type Remark, type WordGroup, type WordReason } from './receipt.ts';

const REASONS: Readonly<Record<WordReason, string>> = {
  'archive-note': 'note of the archive about the page (kept as provenance)',
  'attribute-list': 'marks of the writing tool in braces {: … }',
  'back-to-top': 'links back to the top of the page',
  comment: 'hidden comments, which no reader saw',
  'contents-list': 'list of contents that repeats the headings (the site makes its own)',
  control: 'buttons and fields of the page',
  embedded: 'pictures, films or frames put into the page',
  hidden: 'parts that the page hides from readers',
  image: 'words that describe a picture',
  outside: 'page around the policy',
  'site-frame': 'menu, header or footer of the site',
  title: 'title (kept beside the text)',
  moved: 'the same words in another place, such as a footnote in the section that refers to it',
  unexplained: 'NOT EXPLAINED: a fault of the import; please report it with the file',
};

/** The receipt as plain text for people. Same input, same text; ends with a line end. */
export function receiptText(receipt: Receipt): string {
  return [
    `Receipt for ${receipt.file}`,
    '',
    `Title: ${receipt.title}`,
    `${counted(receipt.sectionCount, 'section')}, ${counted(receipt.subsectionCount, 'sub-section')}, ${counted(receipt.listItemCount, 'list item')}`,
    `${counted(receipt.sourceWordCount, 'word')} in the source, ${receipt.recordWordCount} in the draft`,
    '',
    ...groupLines('Words lost', receipt.lost),
    ...groupLines('Words added', receipt.added),
    ...(receipt.moved.length > 0 ? groupLines('Words moved', receipt.moved) : []),
    ...remarkLines('Guesses', receipt.guesses),
    ...remarkLines('Oddities, left as they are', receipt.oddities),
  ].join('\n');
}

function groupLines(heading: string, groups: readonly WordGroup[]): readonly string[] {
  const total = wordCount(groups);
  const faults = wordCount(unexplained(groups));
  const summary = total === 0 ? 'none' : `${total}${faults === 0 ? '' : `, ${faults} of them NOT EXPLAINED`}`;
  const lines = groups.flatMap((group) => [
    `  ${REASONS[group.reason]}: ${counted(group.wordCount, 'word')}`,
    ...group.passages.map((passage) => `    ${passageText(passage)}`),
  ]);
  return [`${heading}: ${summary}`, ...lines, ''];
}

function passageText(passage: Passage): string {
  return `line ${passage.line}: ${passage.text}`;
}

function remarkLines(heading: string, remarks: readonly Remark[]): readonly string[] {
  if (remarks.length === 0) return [`${heading}: none`, ''];
  return [`${heading}: ${remarks.length}`, ...remarks.map((remark) => `  line ${remark.line}: ${remark.message}`), ''];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
