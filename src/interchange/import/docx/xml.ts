import { DocxFault } from './docx-fault.ts';

export interface XmlElement {
  /** With the prefix that its name space has here, whatever the file calls it: `w:p`. */
  name: string;
  readonly attributes: Map<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Deeper than any real document; it keeps a hostile one from exhausting the stack. */
const DEEPEST = 250;

const SPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'pr',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
};

const TAG =
  /<(?:!\[CDATA\[([\s\S]*?)\]\]>|!--[\s\S]*?-->|\?[\s\S]*?\?>|(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)/gu;

/**
 * The root element of one part. A document type is refused, so there are no entities of the file's own to unfold, within it or
 * from elsewhere. @throws DocxFault when it is no XML.
 */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const text = decode(bytes, part);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) {
    throw new DocxFault('docx-hostile', `The part ${part} declares a document type, which no Word file does. It is not safe to read.`);
  }
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open: { name: string; element: XmlElement; spaces: ReadonlyMap<string, string> }[] = [
    { name: '', element: root, spaces: new Map() },
  ];
  let end = 0;
  for (const match of text.matchAll(TAG)) {
    const [whole, data, close, name, attributes, alone] = match;
    const top = open.at(-1);
    if (!top) throw notXml(part);
    const between = text.slice(end, match.index);
    if (between.includes('<')) throw notXml(part);
    if (between !== '') top.element.children.push(unescape(between, part));
    end = match.index + whole.length;
    if (data !== undefined) top.element.children.push(data);
    if (name === undefined) continue;
    if (close === '/') {
      if (top.name !== name) throw notXml(part);
      open.pop();
      continue;
    }
    const opened = openingTag(name, attributes ?? '', { spaces: top.spaces, part });
    top.element.children.push(opened.element);
    if (alone !== '/') open.push({ name, ...opened });
    if (open.length > DEEPEST)
      throw new DocxFault('nested-too-deeply', `The part ${part} is nested more than ${DEEPEST} deep. No policy is built so.`);
  }
  const [only] = elementsIn(root);
  if (!only || open.length !== 1 || text.slice(end).includes('<')) throw notXml(part);
  return only;
}

/** The same as text. */
export function writeXml(node: XmlNode): string {
  if (typeof node === 'string') return escape(node);
  const attributes = [...node.attributes].map(([name, content]) => ` ${name}="${escape(content)}"`).join('');
  return `<${node.name}${attributes}>${node.children.map(writeXml).join('')}</${node.name}>`;
}

export function xmlElement(name: string, attributes: Readonly<Record<string, string>> = {}, children: XmlNode[] = []): XmlElement {
  return { name, attributes: new Map(Object.entries(attributes)), children };
}

export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** The first element of that name right inside; a path of names leads further in. */
export function inside(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => at && elementsIn(at).find((child) => child.name === name), element);
}

/** Every element of those names, however deep, in reading order. */
export function allInside(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) => [...(names.includes(child.name) ? [child] : []), ...allInside(child, ...names)]);
}

/** Text right inside. */
export function ownText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

export function value(element: XmlElement | undefined, name = 'w:val'): string | undefined {
  return element?.attributes.get(name);
}

/** A switch as Word writes it: there without a value it is on. `undefined` when it is not there. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  return element && !['0', 'false', 'off', 'none'].includes(value(element) ?? '1');
}

function openingTag(name: string, text: string, { spaces: outer, part }: { spaces: ReadonlyMap<string, string>; part: string }) {
  const pairs = [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(
    ([, key = '', double, single]) => [key, unescape(double ?? single ?? '', part)] as const,
  );
  const declared = pairs.flatMap(([key, space]) => {
    const prefix = key === 'xmlns' ? '' : /^xmlns:(.+)$/u.exec(key)?.[1];
    return prefix === undefined ? [] : [[prefix, SPACES[space] ?? prefix] as const];
  });
  const spaces = declared.length === 0 ? outer : new Map([...outer, ...declared]);
  const attributes = new Map(
    pairs.flatMap(([key, content]) =>
      key === 'xmlns' || key.startsWith('xmlns:') ? [] : [[key.includes(':') ? named(key, spaces) : key, content]],
    ),
  );
  return { element: { name: named(name, spaces), attributes, children: [] }, spaces };
}

function named(name: string, spaces: ReadonlyMap<string, string>): string {
  const [prefix, local] = name.includes(':') ? [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)] : ['', name];
  const own = spaces.get(prefix) ?? prefix;
  return own === '' ? local : `${own}:${local}`;
}

function decode(bytes: Uint8Array, part: string): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return withoutForbidden(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) throw notXml(part);
    throw error;
  }
}

// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Characters that XML may not hold say nothing to any reader. */
function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string, part: string): string {
  return text.replaceAll(/&([^;&\s]*);?/gu, (_, name: string) => {
    const number = /^#x([0-9a-f]{1,6})$/iu.exec(name)?.[1];
    const code = number === undefined ? Number(/^#(\d{1,7})$/u.exec(name)?.[1] ?? '-1') : Number.parseInt(number, 16);
    if (code >= 0 && code <= 0x10_ff_ff) return withoutForbidden(String.fromCodePoint(code));
    const sign = NAMED[name];
    if (sign === undefined) throw notXml(part);
    return sign;
  });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function notXml(part: string): DocxFault {
  return new DocxFault(
    'docx-damaged',
    `The part ${part} of the file cannot be read. Open the file in Word or LibreOffice and save it anew as .docx.`,
  );
}
