import { fill } from '../../fill.ts';
import { element, escapeText, type AttributeList } from '../../record/markup.ts';
import type { Redline, RedlineSection } from '../redline.ts';
import { tokensText } from '../token.ts';
import { said, segmentsHtml } from './inline-marks.ts';
import { rowsHtml } from './rows-html.ts';
import { changeAnchor, changeId, type Writing } from './writing.ts';
import type { RedlineWords } from './words.ts';

/** A top-level section with the sub-sections and footnotes that follow it, by their places in the redline. */
export interface TopSection {
  readonly places: readonly number[];
  /** Numbers of the changes in it, in reading order. */
  readonly changes: readonly number[];
  readonly isTypographyOnly: boolean;
}

export function topSections({ sections, changes }: Redline): readonly TopSection[] {
  const tops: { places: number[] }[] = [];
  for (const [place, section] of sections.entries()) {
    const last = tops.at(-1);
    if (last && (section.depth > 1 || isNotes(section))) last.places.push(place);
    else tops.push({ places: [place] });
  }
  return tops.map(({ places }) => {
    const own = changes.filter(({ section }) => places.includes(section));
    return {
      places,
      changes: own.map(({ number }) => number),
      isTypographyOnly: own.every(({ kinds }) => kinds.every((kind) => kind === 'typography')),
    };
  });
}

/** Heading of a section in words, without its label; a name for words that stand without one. */
export function sectionName(section: RedlineSection, words: RedlineWords): string {
  const { heading = [], label } = section.fresh ?? section.old ?? {};
  const name = tokensText(heading);
  if (name === '') return isNotes(section) ? words.footnotes : words.preamble;
  return label === undefined ? name : `${label} ${name}`;
}

export function isNotes(section: RedlineSection): boolean {
  return (section.fresh ?? section.old)?.kind === 'notes';
}

export interface SectionWriting extends Writing {
  readonly redline: Redline;
  /** Ids that stand on the page already; none may stand there twice. */
  readonly ids: Set<string>;
  /** Number of the change that comes before or after, from one section to the next. */
  readonly steps: { readonly before?: number | undefined; readonly after?: number | undefined };
}

/** A top-level section: closed when nothing in it changed, or typography alone. */
export function topSectionHtml(top: TopSection, writing: SectionWriting): string {
  const { redline, words } = writing;
  const [place = 0, ...rest] = top.places;
  const section = redline.sections[place];
  if (!section) return '';
  const isOpen = top.changes.length > 0 && !top.isTypographyOnly;
  const own = { ...writing, section: (section.fresh ?? section.old)?.id ?? '' };
  const id = section.state === 'left' ? undefined : freeId(section, own);
  const heading = element('h2', headingHtml(section, own));
  const summary = element('summary', heading + element('span', countWords(top, section, words), [['class', 'count']]));
  const within = rest.flatMap((one) => redline.sections[one] ?? []);
  // In reading order: ids are given to the first element that shows a change.
  const first = notesHtml(section, own) + rowsHtml(section.rows, own);
  const body = first + within.map((inner) => subSectionHtml(inner, own)).join('') + stepsHtml(top, own);
  const anchors = extraAnchor(section, own);
  return element(
    'details',
    summary +
      anchors +
      element(
        'div',
        body,
        id === undefined
          ? [['class', 'body']]
          : [
              ['class', 'body'],
              ['id', id],
            ],
      ),
    [['class', 'policy-section redlined'], ['data-state', stateOf(section, top)], ...(isOpen ? ([['open', true]] as const) : [])],
  );
}

function stateOf({ state }: RedlineSection, { changes }: TopSection): string {
  if (state === 'added' || state === 'removed' || state === 'left') return state;
  return changes.length === 0 ? 'same' : 'changed';
}

/** What happened in a section, in a few words; HTML. */
export function countWords({ changes, isTypographyOnly }: TopSection, { state }: RedlineSection, words: RedlineWords): string {
  if (state === 'added') return escapeText(words.sectionAdded);
  if (state === 'removed') return escapeText(words.sectionRemoved);
  if (state === 'left') return escapeText(words.sectionLeft);
  if (changes.length === 0) return escapeText(words.unchanged);
  const count = changes.length === 1 ? words.oneChange : fill(words.manyChanges, { count: String(changes.length) });
  return escapeText(isTypographyOnly ? `${count} (${words.typographyOnly})` : count);
}

function subSectionHtml(section: RedlineSection, writing: SectionWriting): string {
  const id = section.state === 'left' ? undefined : freeId(section, writing);
  const attributes: AttributeList = [
    ...(id === undefined ? [] : ([['id', id]] as const)),
    ...(section.state === 'kept' ? [] : ([['class', section.state]] as const)),
  ];
  const level = `h${Math.min(section.depth + 1, 6)}`;
  const heading = hasHeading(section) ? element(level, headingHtml(section, writing)) : '';
  return element(
    isNotes(section) ? 'div' : 'section',
    extraAnchor(section, writing) + heading + notesHtml(section, writing) + rowsHtml(section.rows, writing),
    attributes,
  );
}

function hasHeading(section: RedlineSection): boolean {
  return section.heading.length > 0 || Boolean((section.fresh ?? section.old)?.hasHeading);
}

function headingHtml(section: RedlineSection, writing: Writing): string {
  const { old, fresh, state } = section;
  const label = fresh ? fresh.label : old?.label;
  const gone = state === 'kept' && old?.label !== fresh?.label && old?.label !== undefined ? old.label : undefined;
  const was = gone === undefined ? '' : `${element('del', said(writing.words.deleted) + escapeText(gone), [['class', 'label']])} `;
  const number = label === undefined ? '' : element('span', `${escapeText(label)} `, [['class', 'number']]);
  const words = segmentsHtml(section.heading, { ...writing, isGone: state === 'removed' });
  return was + number + (words === '' ? escapeText(sectionName(section, writing.words)) : words);
}

/** What happened to a section as a whole, in sentences. */
function notesHtml(section: RedlineSection, writing: SectionWriting): string {
  const { words, redline } = writing;
  const { state, kinds, old, fresh, depth } = section;
  const other = section.other === undefined ? undefined : redline.sections[section.other];
  const name = other ? sectionName(other, words) : '';
  const notes: string[] = [];
  if (kinds.includes('split')) notes.push(linked(fill(words.splitFrom, { section: name }), other));
  if (kinds.includes('merged')) notes.push(linked(fill(words.mergedInto, { section: name }), other));
  if (state === 'left') notes.push(linked(fill(words.movedTo, { section: sectionName(section, words) }), other));
  if (kinds.includes('moved')) notes.push(escapeText(words.sectionMoved));
  if (kinds.includes('level')) notes.push(escapeText((old?.depth ?? 0) > depth ? words.levelUp : words.levelDown));
  if (kinds.includes('anchor') && old?.id !== undefined && fresh?.id !== undefined)
    notes.push(escapeText(fill(words.oldId, { old: old.id, fresh: fresh.id })));
  if (depth > 1 && (state === 'added' || state === 'removed') && notes.length === 0) {
    notes.push(escapeText(state === 'added' ? words.sectionAdded : words.sectionRemoved));
  }
  if (kinds.includes('structure')) notes.push(escapeText(words.rebuilt));
  if (kinds.includes('language')) notes.push(escapeText(words.language));
  const id = changeId(section.change, writing);
  if (notes.length === 0) return id.length === 0 ? '' : element('span', '', id);
  return element('p', notes.join(' '), [['class', 'redline-note'], ...id]);
}

function linked(text: string, other: RedlineSection | undefined): string {
  const id = other?.fresh?.id ?? other?.old?.id;
  return id === undefined ? escapeText(text) : element('a', escapeText(text), [['href', `#${id}`]]);
}

/** The id under which the section stands on the page, taken only once: the new one's, or of one that is gone its own. */
function freeId({ old, fresh }: RedlineSection, { ids }: SectionWriting): string | undefined {
  const id = fresh ? fresh.id : old?.id;
  if (id === undefined || ids.has(id)) return undefined;
  ids.add(id);
  return id;
}

/** Links to the id that a section had before lead to it. */
function extraAnchor({ old, fresh, state }: RedlineSection, { ids, redline }: SectionWriting): string {
  const id = old?.id;
  if (state !== 'kept' || id === undefined || id === fresh?.id || ids.has(id)) return '';
  if (redline.sections.some((section) => section.fresh?.id === id)) return '';
  ids.add(id);
  return element('a', '', [['id', id]]);
}

/** Links from one change to the one before and after, at the end of every section that has some. */
function stepsHtml({ changes }: TopSection, { words, steps }: SectionWriting): string {
  if (changes.length === 0) return '';
  const link = (number: number | undefined, text: string, rel: string): string =>
    number === undefined
      ? ''
      : element('a', escapeText(text), [
          ['href', `#${changeAnchor(number)}`],
          ['rel', rel],
        ]);
  const links = [link(steps.before, words.previousChange, 'prev'), link(steps.after, words.nextChange, 'next')].filter((one) => one !== '');
  return links.length === 0 ? '' : element('p', links.join(' '), [['class', 'steps']]);
}
