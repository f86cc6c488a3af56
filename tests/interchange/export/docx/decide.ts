import { readZip } from '../../../../src/interchange/import/docx/zip.ts';
import { flatSections } from '../../../../src/model/redline/flat.ts';
import { rowsOf, type Row } from '../../../../src/model/redline/rows.ts';
import type { Token } from '../../../../src/model/redline/token.ts';
import { tokensOf } from '../../../../src/model/redline/tokens.ts';
import { foldWords } from '../../../../src/model/record/fold.ts';
import type { PolicyRecord } from '../../../../src/model/record/record.ts';

/** The words of a Word file's text after all its tracked changes were accepted or rejected, by nothing but cutting its XML. */
export function wordsAfter(bytes: Uint8Array, choice: 'accept' | 'reject'): readonly string[] {
  const xml = partOf(bytes, 'word/document.xml').replace(/^[\s\S]*<w:body>/u, '');
  const [goes, stays] = choice === 'accept' ? ['del', 'ins'] : ['ins', 'del'];
  const decided = xml
    .replaceAll(new RegExp(`<w:${goes} [^>]*[^/>]>[\\s\\S]*?</w:${goes}>`, 'gu'), '')
    .replaceAll(new RegExp(`<w:${stays} [^>]*[^/>]>|</w:${stays}>`, 'gu'), '');
  // A paragraph whose end went runs on into the next.
  const ends = new RegExp(`<w:pPr>(?:(?!</w:pPr>)[\\s\\S])*<w:${goes} [^>]*/>`, 'u');
  const paragraphs = decided.split('</w:p>').map((paragraph) => {
    const text = paragraph.replaceAll(/<w:br\/>/gu, ' ').replaceAll(/<[^>]*>/gu, '');
    return text + (ends.test(paragraph) ? '' : ' ');
  });
  // The title of the policy stands above the text.
  return split(unescaped(paragraphs.join(''))).slice(1);
}

export function partOf(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(readZip(bytes).read(name));
}

/** The words of a text without footnotes and the labels of lists, which a Word file holds elsewhere. */
export function wordsOf(record: PolicyRecord): readonly string[] {
  const lines = flatSections(record)
    .filter(({ kind }) => kind === 'section')
    .flatMap(({ label, heading, rows }) => [`${label ?? ''} ${textOf(heading)}`, ...rows.map(rowText)]);
  return split(lines.join(' '));
}

function rowText({ role, tokens, table, path, label = '' }: Row): string {
  // Word counts from 0 on; where a list begins below, the labels are words.
  const isBelow = role === 'item' && / -/u.test(path.findLast(({ type }) => type === 'list')?.facts ?? '');
  if (!table) return `${isBelow ? label : ''} ${textOf(tokens)}`;
  const cells = [...table.head, ...table.body].flat().flatMap((cell) => rowsOf(cell.blocks, 'en').map(rowText));
  return [textOf(tokensOf(table.caption ?? [], 'en')), ...cells].join(' ');
}

function textOf(tokens: readonly Token[]): string {
  const pieces = tokens.flatMap((token) => [...token.space, ...token.pieces]);
  return pieces.map((piece) => (piece.atom === 'note' ? '' : piece.text)).join('');
}

function split(text: string): readonly string[] {
  return foldWords(text)
    .split(' ')
    .filter((word) => word !== '');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
