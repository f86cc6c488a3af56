import { wrapHtml, type HrefOf } from '../../record/html-inline.ts';
import { element, escapeText, type AttributeList } from '../../record/markup.ts';
import { noteId } from '../../record/paragraphs.ts';
import type { LinkTarget } from '../../record/record.ts';
import type { MarkedSegment } from '../segments.ts';
import type { Piece, Token, Wrap } from '../token.ts';
import { changeId, type Writing } from './writing.ts';

/** What a run of words is marked as; all runs of one mark belong together. */
interface Mark {
  readonly op: 'ins' | 'del' | 'restyled';
  readonly change?: number | undefined;
  /** Classes of the element. */
  readonly kind: string;
  /** HTML behind the marked words. */
  readonly after: string;
}

interface Run {
  readonly html: string;
  readonly wraps: readonly Wrap[];
  readonly mark?: Mark | undefined;
}

/**
 * Marked words as phrasing HTML. `ins` and `del` stand inside a link or mark that goes on around them and outside one that lies
 * within them, so everything is nested as HTML demands.
 */
export function segmentsHtml(segments: readonly MarkedSegment[], writing: Writing): string {
  return groupsHtml(
    segments.flatMap((segment) => runsOf(segment, writing)),
    0,
    writing,
  );
}

function runsOf(segment: MarkedSegment, writing: Writing): readonly Run[] {
  if (segment.op === 'same') return segment.tokens.flatMap((token) => tokenRuns(token, writing));
  const { change, kinds, old, fresh } = segment;
  const isTypography = kinds.every((kind) => kind === 'typography');
  const kind = isTypography ? 'typography' : '';
  if (segment.op === 'restyled' && !isTypography) {
    const mark: Mark = { op: 'restyled', change, kind: kinds.join(' '), after: addressesHtml(old, fresh, writing) };
    return fresh.flatMap((token) => tokenRuns(token, writing, mark));
  }
  const gone: Mark = { op: 'del', change, kind, after: '' };
  const come: Mark = { op: 'ins', change, kind, after: '' };
  // The space that both have before their first word is no part of the change.
  const [first] = fresh;
  const isShared = first !== undefined && old[0] !== undefined && first.space.length > 0 && old[0].space.length > 0;
  const space = isShared ? first.space.map((piece) => pieceRun(piece, writing)) : [];
  const bare = (tokens: readonly Token[]): readonly Token[] =>
    isShared ? tokens.map((token, index) => (index === 0 ? { ...token, space: [] } : token)) : tokens;
  return [
    ...space,
    ...bare(old).flatMap((token) => tokenRuns(token, { ...writing, isGone: true }, gone)),
    ...bare(fresh).flatMap((token) => tokenRuns(token, writing, come)),
  ];
}

function tokenRuns(token: Token, writing: Writing, mark?: Mark): readonly Run[] {
  return [...token.space, ...token.pieces].map((piece) => pieceRun(piece, writing, mark));
}

function pieceRun({ text, atom, label, wraps }: Piece, writing: Writing, mark?: Mark): Run {
  if (atom === 'break') return { html: '<br>', wraps, mark };
  if (atom !== 'note') return { html: escapeText(text), wraps, mark };
  const reference = writing.isGone
    ? escapeText(text)
    : element('a', escapeText(text), [
        ['href', `#${noteId(writing.section, label ?? '')}`],
        ['role', 'doc-noteref'],
      ]);
  return { html: element('sup', reference), wraps, mark };
}

interface Group {
  readonly runs: readonly Run[];
  readonly wrap?: Wrap | undefined;
  /** The mark of all its runs; `mixed` when they have several, or some have none. */
  readonly mark: Mark | 'mixed' | undefined;
}

function groupsHtml(runs: readonly Run[], depth: number, writing: Writing): string {
  const groups = groupsOf(runs, depth);
  let html = '';
  for (let at = 0; at < groups.length;) {
    const mark = groups[at]?.mark;
    const length = mark === 'mixed' ? 1 : groups.slice(at).findIndex((group) => group.mark !== mark);
    const end = length < 0 ? groups.length : at + length;
    const same = groups.slice(at, end);
    const inner = same.map((group) => groupHtml(group, depth, { ...writing, isMarked: mark !== 'mixed' })).join('');
    html += mark === undefined || mark === 'mixed' || writing.isMarked ? inner : markHtml(mark, inner, writing);
    at = end;
  }
  return html;
}

function groupHtml({ runs, wrap }: Group, depth: number, writing: Writing): string {
  if (!wrap) return runs.map((run) => run.html).join('');
  return wrapHtml(wrap.inline, groupsHtml(runs, depth + 1, writing), writing.href);
}

/** Neighbouring runs that stand in the same wrap belong together, whatever they are marked as. */
function groupsOf(runs: readonly Run[], depth: number): readonly Group[] {
  const groups: { runs: Run[]; wrap?: Wrap | undefined; mark: Mark | 'mixed' | undefined }[] = [];
  for (const run of runs) {
    const wrap = run.wraps[depth];
    const last = groups.at(-1);
    if (last && wrap && last.wrap?.key === wrap.key) {
      last.runs.push(run);
      if (last.mark !== run.mark) last.mark = 'mixed';
    } else {
      groups.push({ runs: [run], wrap, mark: run.mark });
    }
  }
  return groups;
}

function markHtml({ op, change, kind, after }: Mark, inner: string, writing: Writing): string {
  const id = changeId(change, writing);
  const { words } = writing;
  const classes: AttributeList = kind === '' ? [] : [['class', kind]];
  if (op === 'restyled') {
    const says = after === '' ? words.restyled : words.relinked;
    return element('mark', said(says) + inner, [...id, ['class', kind]]) + after;
  }
  return element(op, said(op === 'ins' ? words.inserted : words.deleted) + inner, [...id, ...classes]);
}

/** Words for those who hear the page. */
export function said(words: string): string {
  return element('span', `${escapeText(words)} `, [['class', 'said']]);
}

/** Where a link led and where it leads: an address is words that count. */
function addressesHtml(old: readonly Token[], fresh: readonly Token[], writing: Writing): string {
  const [before, after] = [old, fresh].map((tokens) => targetsOf(tokens).map((target) => shownAddress(target, writing.href)));
  if (!before || !after || before.join(' ') === after.join(' ')) return '';
  const gone = before.length > 0 ? element('del', said(writing.words.deleted) + escapeText(before.join(' '))) : '';
  const come = after.length > 0 ? element('ins', said(writing.words.inserted) + escapeText(after.join(' '))) : '';
  return element('span', ` (${[gone, come].filter((part) => part !== '').join(' ')})`, [['class', 'addresses']]);
}

function targetsOf(tokens: readonly Token[]): readonly LinkTarget[] {
  const found = new Map<string, LinkTarget>();
  for (const token of tokens) {
    for (const { inline, key } of token.pieces.flatMap((piece) => piece.wraps)) {
      if (inline.kind === 'link') found.set(key, inline.target);
    }
  }
  return [...found.values()];
}

function shownAddress(target: LinkTarget, href: HrefOf): string {
  return target.kind === 'policy' ? `${target.policy}${target.id === undefined ? '' : `#${target.id}`}` : href(target);
}
