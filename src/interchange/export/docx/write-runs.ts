import type { Inline, LinkTarget } from '../../../model/record/record.ts';
import type { Piece, Token } from '../../../model/redline/token.ts';
import type { DocLine, Side } from './redline-lines.ts';

/** The package that writes Word files; it is optional, so whoever calls brings it. */
export type Docx = typeof import('docx');

type Run = InstanceType<Docx['TextRun']> | InstanceType<Docx['InsertedTextRun']> | InstanceType<Docx['DeletedTextRun']>;
type Child = Run | InstanceType<Docx['ExternalHyperlink']> | InstanceType<Docx['InternalHyperlink']>;

/** Who made every change and when: a role, and a day that never changes, so that the same texts give the same file. */
interface Mark {
  readonly id: number;
  readonly author: string;
  readonly date: string;
}

export interface Writing {
  readonly docx: Docx;
  /** Where a link to another policy, or out of the text, leads. */
  readonly href: (target: LinkTarget) => string;
  /** Number in the file of the footnote that a sign refers to. */
  readonly noteOf: (label: string, side: Side, line: DocLine) => number | undefined;
  /** Sections that a link can lead to. */
  readonly anchors: ReadonlySet<string>;
  readonly nextMark: () => Mark;
}

/** The paragraph end of a line that came or went, which comes or goes with it. */
export function endMark(side: Side, writing: Writing): { insertion?: Mark; deletion?: Mark } {
  if (side === 'fresh') return { insertion: writing.nextMark() };
  return side === 'old' ? { deletion: writing.nextMark() } : {};
}

/** Words of a line, links around them. `look` is what the whole line looks like. */
export function tokenRuns(tokens: readonly Token[], side: Side, line: DocLine, writing: Writing, look: Look = {}): readonly Child[] {
  const pieces = inOne(tokens.flatMap((token) => [...token.space, ...token.pieces]));
  return linked(pieces).flatMap(({ link, own }): readonly Child[] => {
    const runs = own.map((piece) => pieceRun(piece, side, line, writing, link ? { ...look, style: 'Hyperlink' } : look));
    const { docx } = writing;
    if (!link) return runs;
    if (link.kind !== 'within') return [new docx.ExternalHyperlink({ link: writing.href(link), children: runs })];
    return writing.anchors.has(link.id) ? [new docx.InternalHyperlink({ anchor: link.id, children: runs })] : runs;
  });
}

export interface Look {
  readonly bold?: boolean;
  readonly font?: string;
  readonly style?: string;
}

/** Words that are no tokens: a label, a line of a preformatted block. */
export function plainRun(text: string, side: Side, writing: Writing, look: Look = {}): Run {
  return run({ text, ...look }, side, writing);
}

export function breakRun(side: Side, writing: Writing): Run {
  return run({ break: 1 }, side, writing);
}

/** Neighbours that look alike as one piece: a run of Word for each word would make the file ten times as large. */
function inOne(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  const keyOf = (piece: Piece | undefined): string => JSON.stringify([piece?.atom, piece?.wraps.map(({ key }) => key)]);
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && !piece.atom && keyOf(last) === keyOf(piece)) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

interface Stretch {
  readonly link?: LinkTarget | undefined;
  readonly own: Piece[];
}

/** Neighbours in the same link, and neighbours in none. */
function linked(pieces: readonly Piece[]): readonly Stretch[] {
  const stretches: (Stretch & { readonly key: string })[] = [];
  for (const piece of pieces) {
    const wrap = piece.wraps.find(({ inline }) => inline.kind === 'link');
    const key = wrap?.key ?? '';
    const last = stretches.at(-1);
    if (last?.key === key) last.own.push(piece);
    else stretches.push({ key, link: wrap?.inline.kind === 'link' ? wrap.inline.target : undefined, own: [piece] });
  }
  return stretches;
}

function pieceRun(piece: Piece, side: Side, line: DocLine, writing: Writing, look: Look): Run {
  const marks = looksOf(
    piece.wraps.map(({ inline }) => inline),
    look,
  );
  if (piece.atom === 'break') return run({ break: 1 }, side, writing);
  const note = piece.atom === 'note' ? writing.noteOf(piece.label ?? '', side, line) : undefined;
  if (note !== undefined) return run({ style: 'FootnoteReference', children: [new (referenceOf(writing.docx))(note)] }, side, writing);
  return run({ text: piece.text, ...marks }, side, writing);
}

function looksOf(wraps: readonly Exclude<Inline, string>[], look: Look): object {
  const has = (mark: string): boolean => wraps.some((wrap) => wrap.kind === 'mark' && wrap.mark === mark);
  const lang = wraps.findLast((wrap) => wrap.kind === 'language');
  return {
    ...look,
    ...(has('strong') ? { bold: true } : {}),
    ...(has('em') ? { italics: true } : {}),
    ...(has('code') ? { font: 'Courier New' } : {}),
    ...(has('sub') ? { subScript: true } : {}),
    ...(has('sup') ? { superScript: true } : {}),
    ...(lang?.kind === 'language' ? { language: { value: lang.lang, bidirectional: lang.lang } } : {}),
  };
}

function run(options: ConstructorParameters<Docx['TextRun']>[0] & object, side: Side, { docx, nextMark }: Writing): Run {
  if (side === 'fresh') return new docx.InsertedTextRun({ ...options, ...nextMark() });
  return side === 'old' ? new docx.DeletedTextRun({ ...options, ...nextMark() }) : new docx.TextRun(options);
}

type Reference = new (id: number) => InstanceType<Docx['XmlComponent']>;
let reference: Reference | undefined;

/** `<w:footnoteReference w:id="1"/>` by itself, which the package knows only as a whole run. */
function referenceOf(docx: Docx): Reference {
  reference ??= class extends docx.XmlComponent {
    constructor(id: number) {
      super('w:footnoteReference');
      this.root.push({ _attr: { 'w:id': id } });
    }
  };
  return reference;
}
