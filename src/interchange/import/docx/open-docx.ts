import { DocxFault } from './docx-fault.ts';
import { elementsIn, parseXml, value, type XmlElement } from './xml.ts';
import { readZip, type Parts } from './zip.ts';

/** The parts of a Word file that say something. */
export interface DocxFile {
  readonly document: XmlElement;
  readonly styles?: XmlElement | undefined;
  readonly numbering?: XmlElement | undefined;
  readonly footnotes?: XmlElement | undefined;
  readonly endnotes?: XmlElement | undefined;
  readonly comments?: XmlElement | undefined;
  /** Headers and footers of the pages, each once, in the order of the file's relationships. */
  readonly margins: readonly XmlElement[];
  /** Addresses of links, by the part that holds them and the name that it gives them. */
  readonly links: Readonly<Record<'document' | 'footnotes' | 'endnotes', ReadonlyMap<string, string>>>;
}

interface Relation {
  readonly id: string;
  /** The last part of the type's address: `styles`, `hyperlink`. */
  readonly type: string;
  readonly target: string;
  readonly isOutside: boolean;
}

/** Most bytes of a Word file, pictures included. */
export const MOST_DOCX_BYTES = 50_000_000;

/** @throws DocxFault when it is no Word file, or one that cannot be read safely. */
export function openDocx(bytes: Uint8Array): DocxFile {
  refuseOthers(bytes);
  const parts = readZip(bytes);
  const main = relations(parts, '').find(({ type }) => type === 'officeDocument');
  const path = main ? resolved('', main.target) : 'word/document.xml';
  const document = part(parts, path);
  if (document?.name !== 'w:document') {
    throw new DocxFault(
      'docx-damaged',
      'The file has no text of a Word document in it. Check that it is a .docx and not another kind of file.',
    );
  }
  const own = relations(parts, path);
  const related = (type: string): { path: string; root: XmlElement } | undefined => {
    const relation = own.find((one) => one.type === type && !one.isOutside);
    const target = relation && resolved(path, relation.target);
    const root = target === undefined ? undefined : part(parts, target);
    return target === undefined || !root ? undefined : { path: target, root };
  };
  const footnotes = related('footnotes');
  const endnotes = related('endnotes');
  const margins = own.filter(({ type, isOutside }) => (type === 'header' || type === 'footer') && !isOutside);
  return {
    document,
    styles: related('styles')?.root,
    numbering: related('numbering')?.root,
    footnotes: footnotes?.root,
    endnotes: endnotes?.root,
    comments: related('comments')?.root,
    margins: margins.flatMap(({ target }) => part(parts, resolved(path, target)) ?? []),
    links: {
      document: linksOf(own),
      footnotes: linksOf(footnotes ? relations(parts, footnotes.path) : []),
      endnotes: linksOf(endnotes ? relations(parts, endnotes.path) : []),
    },
  };
}

/** Files that are often called .docx and are none. */
function refuseOthers(bytes: Uint8Array): void {
  const begins = (...signs: readonly number[]): boolean => signs.every((sign, index) => bytes[index] === sign);
  if (bytes.length === 0) throw new DocxFault('source-empty', 'The file is empty. Give the file that holds the text of the policy.');
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    if (text.includes('EncryptedPackage')) {
      throw new DocxFault('docx-locked', 'The file is protected by a password. Open it in Word, take the password away and save it.');
    }
    throw new DocxFault(
      'docx-old',
      'The file is of the old kind .doc, whatever it is called. Open it in Word or LibreOffice and save it as .docx.',
    );
  }
  if (begins(0x7b, 0x5c, 0x72, 0x74, 0x66)) {
    throw new DocxFault(
      'docx-old',
      'The file is rich text (.rtf), whatever it is called. Open it in Word or LibreOffice and save it as .docx.',
    );
  }
  if (!begins(0x50, 0x4b)) {
    throw new DocxFault(
      'docx-not',
      'The file is no Word file, whatever it is called. Open it in Word or LibreOffice and save it as .docx.',
    );
  }
}

function part(parts: Parts, path: string): XmlElement | undefined {
  const bytes = parts.read(path);
  return bytes && parseXml(bytes, path);
}

function relations(parts: Parts, path: string): readonly Relation[] {
  const slash = path.lastIndexOf('/') + 1;
  const root = part(parts, `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
  return (root ? elementsIn(root) : []).map((element) => ({
    id: value(element, 'Id') ?? '',
    type: (value(element, 'Type') ?? '').replace(/^.*\//u, ''),
    target: value(element, 'Target') ?? '',
    isOutside: value(element, 'TargetMode') === 'External',
  }));
}

function linksOf(some: readonly Relation[]): ReadonlyMap<string, string> {
  return new Map(some.flatMap(({ id, type, target }) => (type === 'hyperlink' ? [[id, target] as const] : [])));
}

/** A name within the file; one that leads out of it is the name of nothing. */
function resolved(from: string, target: string): string {
  const names = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const name of target.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
