import { writeZip } from '../../../../src/interchange/import/docx/write-zip.ts';
import { importDocx, type ChangesChoice } from '../../../../src/interchange/import/import-docx.ts';
import type { ImportResult } from '../../../../src/interchange/import/import-policy.ts';
import { unexplained } from '../../../../src/interchange/import/receipt.ts';
import { parsePolicy } from '../../../../src/mdx/parse-policy.ts';
import { canonicalLines } from '../../../../src/model/record/canonical.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OTHERS =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Parts {
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly links?: Readonly<Record<string, string>>;
}

/** The parts of a Word file with this body, as Word writes them. */
export function partsOf(body: string, more: Parts = {}): Map<string, string> {
  const part = (name: string, inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${W} ${R} ${OTHERS}>${inner}</w:${name}>`;
  const others = (['numbering', 'styles', 'footnotes', 'endnotes', 'comments', 'header'] as const).filter(
    (name) => more[name] !== undefined,
  );
  const relations = [
    ...others.map((name) => `<Relationship Id="${name}" Type="${RELATIONS}/${name}" Target="${name}.xml"/>`),
    ...Object.entries(more.links ?? {}).map(
      ([id, href]) => `<Relationship Id="${id}" Type="${RELATIONS}/hyperlink" Target="${href}" TargetMode="External"/>`,
    ),
  ];
  const rels = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const roots: Readonly<Record<string, string>> = { header: 'hdr' };
  return new Map([
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ['_rels/.rels', rels(`<Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`)],
    ['word/document.xml', part('document', `<w:body>${body}<w:sectPr/></w:body>`)],
    ['word/_rels/document.xml.rels', rels(relations.join(''))],
    ...others.map((name) => [`word/${name}.xml`, part(roots[name] ?? name, more[name] ?? '')] as const),
  ]);
}

export function docxOf(body: string, more: Parts = {}): Uint8Array {
  return writeZip(partsOf(body, more));
}

export function importBytes(bytes: Uint8Array, changes?: ChangesChoice): Promise<ImportResult> {
  return importDocx({ bytes, fileName: 'policy.docx', lang: 'en', changes });
}

export function importBody(body: string, more: Parts = {}, changes?: ChangesChoice): Promise<ImportResult> {
  return importBytes(docxOf(body, more), changes);
}

/** The canonical text that a draft gives, without section ids. */
export function linesOf({ body, retired }: ImportResult): readonly string[] {
  const { record } = parsePolicy({ body, file: 'policy.mdx', lang: 'en', retired });
  return record ? canonicalLines(record).map(({ text }) => text) : ['unreadable'];
}

/** Words that the import lost, added or moved and cannot explain; empty when all is well. */
export function faultsOf({ receipt, findings }: ImportResult): unknown {
  return [...unexplained(receipt.lost), ...receipt.added, ...receipt.moved, ...findings];
}

/** What was left out, by reason. */
export function leftOut({ receipt }: ImportResult): Readonly<Record<string, string>> {
  return Object.fromEntries(receipt.lost.map(({ reason, passages }) => [reason, passages.map(({ text }) => text).join(' / ')]));
}

export const rules = ({ receipt }: ImportResult): readonly string[] => receipt.guesses.map(({ rule }) => rule);

export const t = (text: string, marks = ''): string => `<w:r><w:rPr>${marks}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph; `inner` is words, or the runs themselves. */
export const p = (inner: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner.startsWith('<') || inner === '' ? inner : t(inner)}</w:p>`;
export const styled = (style: string, inner: string, properties = ''): string => p(inner, `<w:pStyle w:val="${style}"/>${properties}`);
export const counted = (list: number, level: number, inner: string, properties = ''): string =>
  p(inner, `${properties}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const bold = (text: string): string => t(text, '<w:b/>');

const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
/** Word's own styles, under ids as a German Word gives them, and one that a firm made from them. */
export const STYLES = [
  style('Titel', 'Title'),
  ...[1, 2, 3, 4].map((level) => style(`berschrift${level}`, `heading ${level}`, `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>`)),
  style('Clause', 'Firm Clause', '<w:basedOn w:val="berschrift2"/>'),
  style('Zitat', 'Quote'),
  style('TOC1', 'toc 1'),
].join('');
export const h = (level: number, inner: string, properties = ''): string => styled(`berschrift${level}`, inner, properties);

export interface LevelOf {
  readonly format: string;
  readonly text: string;
  readonly more?: string;
}

export const levels = (id: number, ...all: readonly LevelOf[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${all
    .map(
      ({ format, text, more = '' }, level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`,
    )
    .join('')}</w:abstractNum>`;
export const num = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
