import { flatText, signOf, type LeftOutReason } from './story.ts';
import { looks, type Styles } from './styles.ts';
import { allInside, elementsIn, inside, isOn, value, xmlElement, type XmlElement, type XmlNode, ownText } from './xml.ts';

/** What the words of all paragraphs share while they are prepared. */
export interface Preparing {
  readonly styles: Styles;
  /** Language of most words of the document; no mark says it. */
  readonly lang: string | undefined;
  /** Addresses that links of the part lead to, by the names that the part gives them. */
  links: ReadonlyMap<string, string>;
  /** Names of places that something in the document leads to. */
  readonly linked: ReadonlySet<string>;
  /** Fields that are open: whether the walk is in the code of each or in its result. */
  readonly fields: { readonly parts: ('code' | 'result')[]; count: number };
  /** Signs of fonts that no letter is known for. */
  readonly unknownSigns: Set<string>;
  readonly languages: Set<string>;
}

export interface InParagraph {
  readonly paragraph: XmlElement;
  /** Why nothing of the paragraph is policy text. */
  readonly reason?: LeftOutReason | undefined;
  /** In a heading or the like, where bold says nothing. */
  readonly isHeading: boolean;
  readonly isLink: boolean;
}

/** Words that are left out, in the style by which the page made of them tells so. */
export function leftOutRun(text: string, reason: LeftOutReason): readonly XmlElement[] {
  return text === '' ? [] : [plainRun(text, [xmlElement('w:rStyle', { 'w:val': `left-out-${reason}` })])];
}

export function plainRun(text: string, marks: XmlElement[] = []): XmlElement {
  return xmlElement('w:r', {}, [xmlElement('w:rPr', {}, marks), xmlElement('w:t', { 'xml:space': 'preserve' }, [text])]);
}

/** Running text in the few forms that say something: bold, italic, struck, raised, lowered, in another language, linked. */
export function preparedRuns(nodes: readonly XmlNode[], at: InParagraph, preparing: Preparing): readonly XmlElement[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : prepared(node, at, preparing)));
}

const TRANSPARENT = new Set(['w:smartTag', 'w:customXml', 'w:fldSimple', 'w:sdtContent', 'w:dir', 'w:bdo', 'w:rubyBase', 'w:sdt']);

function prepared(element: XmlElement, at: InParagraph, preparing: Preparing): readonly XmlElement[] {
  if (element.name === 'left-out') {
    return leftOutRun(flatText(element), at.reason ?? (value(element, 'reason') === 'tracked-change' ? 'tracked-change' : 'embedded'));
  }
  if (element.name === 'w:r') return preparedRun(element, at, preparing);
  if (element.name === 'w:fldSimple') preparing.fields.count++;
  if (TRANSPARENT.has(element.name)) return preparedRuns(element.children, at, preparing);
  if (element.name === 'w:hyperlink') {
    const anchor = value(element, 'w:anchor');
    const kept = xmlElement('w:hyperlink', {}, [...preparedRuns(element.children, { ...at, isLink: true }, preparing)]);
    const named = value(element, 'r:id');
    const id = named !== undefined && preparing.links.has(named) ? named : undefined;
    if (id !== undefined) kept.attributes.set('r:id', id);
    if (anchor !== undefined) kept.attributes.set('w:anchor', id === undefined ? placeName(anchor) : anchor);
    return [kept];
  }
  if (element.name === 'w:bookmarkStart') {
    const name = value(element, 'w:name') ?? '';
    return preparing.linked.has(name) ? [xmlElement('w:bookmarkStart', { 'w:id': '0', 'w:name': placeName(name) })] : [];
  }
  return leftOutRun(flatText(element), at.reason ?? 'embedded');
}

/** Names of places, kept apart from the names that the page gives by itself. */
function placeName(name: string): string {
  return `place-${name}`;
}

const PICTURES = new Set(['w:drawing', 'w:pict', 'w:object']);

function preparedRun(run: XmlElement, at: InParagraph, preparing: Preparing): readonly XmlElement[] {
  const { styles } = preparing;
  const isHidden = looks(styles, run, at.paragraph, 'w:vanish') || looks(styles, run, at.paragraph, 'w:webHidden');
  const marks = marksOf(run, at, preparing);
  const out: XmlElement[] = [];
  let content: XmlElement[] = [];
  const endRun = (): void => {
    if (content.length > 0) out.push(xmlElement('w:r', {}, [xmlElement('w:rPr', {}, marks), ...content]));
    content = [];
  };
  for (const part of elementsIn(run)) {
    if (part.name === 'w:rPr') continue;
    const isCode = noteField(part, preparing);
    const reason = at.reason ?? (isHidden ? 'hidden' : isCode ? 'field' : undefined);
    const kept = reason === undefined ? keptPart(part, preparing) : undefined;
    if (kept) {
      content.push(...kept);
      continue;
    }
    endRun();
    if (part.name === 'w:ruby') out.push(...preparedRuns(part.children, at, preparing));
    else out.push(...leftOutRun(flatText(part), reason ?? (PICTURES.has(part.name) ? pictureReason(part) : 'embedded')));
  }
  endRun();
  return out;
}

function pictureReason(picture: XmlElement): LeftOutReason {
  if (allInside(picture, 'w:txbxContent').length > 0) return 'text-box';
  return picture.name === 'w:object' ? 'embedded' : 'image';
}

/** The part as it is read from here on; `undefined` for what is no running text. */
function keptPart(part: XmlElement, preparing: Preparing): readonly XmlElement[] | undefined {
  switch (part.name) {
    case 'w:t':
      return [xmlElement('w:t', { 'xml:space': 'preserve' }, [ownText(part)])];
    case 'w:tab':
    case 'w:noBreakHyphen':
    case 'w:softHyphen':
      return [xmlElement(part.name)];
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return [xmlElement(part.name, { 'w:id': value(part, 'w:id') ?? '' })];
    case 'w:fldChar':
      return [xmlElement('w:fldChar', { 'w:fldCharType': value(part, 'w:fldCharType') ?? '' })];
    case 'w:instrText': {
      const code = ownText(part).replace(/^(\s*HYPERLINK\s+\\l\s+")/u, '$1place-');
      return [xmlElement('w:instrText', {}, [code.includes('FORMCHECKBOX') ? '' : code])];
    }
    case 'w:ptab':
      return [xmlElement('w:tab')];
    case 'w:br':
      return ['page', 'column'].includes(value(part, 'w:type') ?? '')
        ? [xmlElement('w:t', { 'xml:space': 'preserve' }, [' '])]
        : [xmlElement('w:br')];
    case 'w:cr':
      return [xmlElement('w:br')];
    case 'w:sym': {
      const sign = signOf(part);
      if (sign === undefined) preparing.unknownSigns.add(`${value(part, 'w:font') ?? ''} ${value(part, 'w:char') ?? ''}`);
      return sign === undefined ? [] : [xmlElement('w:t', {}, [sign])];
    }
    default:
      return undefined;
  }
}

/** Follows where fields begin, show their result and end; whether words here are a field's code, which no reader sees. */
function noteField(part: XmlElement, { fields }: Preparing): boolean {
  if (part.name === 'w:fldChar') {
    const type = value(part, 'w:fldCharType');
    if (type === 'begin') {
      fields.parts.push('code');
      fields.count++;
    } else if (type === 'separate' && fields.parts.length > 0) {
      fields.parts[fields.parts.length - 1] = 'result';
    } else if (type === 'end') {
      fields.parts.pop();
    }
    return false;
  }
  return part.name === 'w:instrText' ? fields.parts.slice(0, -1).includes('code') : fields.parts.includes('code');
}

function marksOf(run: XmlElement, { paragraph, isHeading, isLink }: InParagraph, preparing: Preparing): XmlElement[] {
  const { styles } = preparing;
  const has = (name: string): boolean => looks(styles, run, paragraph, name);
  const marks: XmlElement[] = [];
  if (!isHeading && has('w:b')) marks.push(xmlElement('w:b'));
  if (!isHeading && has('w:i')) marks.push(xmlElement('w:i'));
  if (has('w:strike') || has('w:dstrike')) marks.push(xmlElement('w:strike'));
  const underline = styles.ofRun(run, paragraph, 'w:u');
  if (!isHeading && !isLink && preparing.fields.parts.length === 0 && underline && isOn(underline))
    marks.push(xmlElement('w:u', { 'w:val': 'single' }));
  const raised = value(styles.ofRun(run, paragraph, 'w:vertAlign'));
  const isReference = allInside(run, 'w:footnoteReference', 'w:endnoteReference').length > 0;
  if (!isReference && (raised === 'superscript' || raised === 'subscript')) marks.push(xmlElement('w:vertAlign', { 'w:val': raised }));
  const lang = languageOf(run, paragraph, styles);
  if (lang !== undefined && preparing.lang !== undefined && primary(lang) !== primary(preparing.lang)) {
    preparing.languages.add(lang);
    marks.push(xmlElement('w:rStyle', { 'w:val': `lang-${lang}` }));
  }
  return marks;
}

/** BCP 47 tag of the language that some words are marked with. */
export function languageOf(run: XmlElement, paragraph: XmlElement, styles: Styles): string | undefined {
  const mark = styles.ofRun(run, paragraph, 'w:lang');
  const isRightToLeft = isOn(inside(run, 'w:rPr', 'w:rtl')) ?? false;
  const lang = value(mark, isRightToLeft ? 'w:bidi' : 'w:val');
  return lang !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(lang) ? lang : undefined;
}

export function primary(lang: string): string {
  return lang.toLowerCase().split('-')[0] ?? '';
}
