import mammoth from 'mammoth';
import type { DocxFile } from './open-docx.ts';
import type { Prepared } from './prepare.ts';
import { LEFT_OUT_REASONS } from './story.ts';
import { writeXml, xmlElement, type XmlElement } from './xml.ts';
import { writeZip } from './write-zip.ts';

/**
 * A prepared document as HTML, made by mammoth from a small Word file that holds nothing but the prepared text: no style,
 * picture, setting or address of the file that somebody sent ever reaches it.
 */
export async function docxHtml(prepared: Prepared, docx: DocxFile): Promise<string> {
  const { value: html } = await mammoth.convertToHtml(
    { buffer: writeZip(partsOf(prepared, docx)) },
    {
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      ignoreEmptyParagraphs: false,
      styleMap: [
        'b => strong',
        'i => em',
        'u => u',
        'strike => s',
        ...LEFT_OUT_REASONS.map((reason) => `r[style-name='left-out-${reason}'] => span.left-out-${reason}`),
        ...[...prepared.languages].map((lang) => `r[style-name='lang-${lang}'] => span.lang-${lang}`),
      ],
    },
  );
  return html;
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function partsOf({ stories, languages }: Prepared, { links }: DocxFile): ReadonlyMap<string, string> {
  const of = (...kinds: readonly string[]): readonly XmlElement[] =>
    stories.filter(({ story }) => kinds.includes(story.kind)).flatMap(({ blocks }) => blocks);
  const notes = (kind: 'footnote' | 'endnote'): XmlElement[] =>
    stories
      .filter(({ story }) => story.kind === kind)
      .map(({ story, blocks }) => xmlElement(`w:${kind}`, { 'w:id': story.id ?? '' }, [...blocks]));
  const body = xmlElement('w:body', {}, [...of('text'), ...of('margin', 'comment', 'unused-note')]);
  const names = [...LEFT_OUT_REASONS.map((reason) => `left-out-${reason}`), ...[...languages].map((lang) => `lang-${lang}`)];
  const styles = names.map((name) =>
    xmlElement('w:style', { 'w:type': 'character', 'w:styleId': name }, [xmlElement('w:name', { 'w:val': name })]),
  );
  return new Map([
    ['[Content_Types].xml', part(xmlElement('Types', { xmlns: `${PACKAGE}/content-types` }))],
    ['_rels/.rels', relations([relation('document', 'officeDocument', 'word/document.xml')])],
    ['word/document.xml', part(rooted('w:document', [body]))],
    ['word/styles.xml', part(rooted('w:styles', styles))],
    ['word/footnotes.xml', part(rooted('w:footnotes', notes('footnote')))],
    ['word/endnotes.xml', part(rooted('w:endnotes', notes('endnote')))],
    [
      'word/_rels/document.xml.rels',
      relations([
        ...['styles', 'footnotes', 'endnotes'].map((name) => relation(`part-${name}`, name, `${name}.xml`)),
        ...linkRelations(links.document),
      ]),
    ],
    ['word/_rels/footnotes.xml.rels', relations(linkRelations(links.footnotes))],
    ['word/_rels/endnotes.xml.rels', relations(linkRelations(links.endnotes))],
  ]);
}

function linkRelations(links: ReadonlyMap<string, string>): readonly XmlElement[] {
  return [...links].map(([id, target]) => relation(id, 'hyperlink', target));
}

function relation(id: string, type: string, target: string): XmlElement {
  const outside: Readonly<Record<string, string>> = type === 'hyperlink' ? { TargetMode: 'External' } : {};
  return xmlElement('Relationship', { Id: id, Type: `${RELATIONS}/${type}`, Target: target, ...outside });
}

function relations(all: readonly XmlElement[]): string {
  return part(xmlElement('Relationships', { xmlns: `${PACKAGE}/relationships` }, [...all]));
}

function rooted(name: string, children: XmlElement[]): XmlElement {
  return xmlElement(name, { 'xmlns:w': MAIN, 'xmlns:r': RELATIONS }, children);
}

function part(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeXml(root)}`;
}
