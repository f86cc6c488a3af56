import type { RootContent } from 'mdast';
import { isWordless } from '../model/record/inline.ts';
import type { Block, DefinitionList, List, Marker } from '../model/record/record.ts';
import { report, type Reading } from './context.ts';
import { readInline } from './inline.ts';
import { innerTags } from './inner-tags.ts';
import { tagAttributes, type Tag } from './tags.ts';

type ReadInside = (nodes: readonly RootContent[]) => readonly Block[];

/** `<dl>` with `<dt>` and `<dd>`: several terms may share details, and a term may have several. */
export function readDefinitionList(tag: Tag, inside: ReadInside, reading: Reading): DefinitionList {
  const entries: { terms: (readonly ReturnType<typeof readInline>[number][])[]; details: (readonly Block[])[] }[] = [];
  for (const inner of innerTags(tag, ['dt', 'dd'], reading)) {
    const last = entries.at(-1);
    tagAttributes(inner, reading);
    if (inner.name === 'dt') {
      const before = reading.findings.length;
      const term = readInline(inner.children, reading);
      if (isWordless(term) && reading.findings.length === before)
        report(reading, inner, 'list-malformed', 'This <dt> has no words. Write the term that is explained, or remove it.');
      if (last && last.details.length === 0) last.terms.push(term);
      else entries.push({ terms: [term], details: [] });
    } else if (last) {
      last.details.push(inside(inner.children));
    } else {
      report(reading, inner, 'list-malformed', 'A <dd> explains a term, and none stands before it. Begin the list with <dt>term</dt>.');
    }
  }
  if (entries.some((entry) => entry.details.length === 0)) {
    report(reading, tag, 'list-malformed', 'The last term of this list is not explained. Write <dd>…</dd> after it.');
  } else if (entries.length === 0) {
    report(reading, tag, 'list-malformed', 'This list holds nothing. Write <dt>term</dt> and <dd>explanation</dd> in it, or remove it.');
  }
  return { kind: 'definitions', entries };
}

const MARKERS: readonly Marker[] = ['1', 'a', 'A', 'i', 'I'];

/** `<ol type="a" start="3">` and `<ul>`: for lists that count in letters or roman numerals, which Markdown cannot write. */
export function readHtmlList(tag: Tag, attributes: Readonly<Record<string, string>>, inside: ReadInside, reading: Reading): List {
  const items = innerTags(tag, ['li'], reading).map((item) => {
    tagAttributes(item, reading);
    return inside(item.children);
  });
  if (items.length === 0) {
    report(reading, tag, 'list-malformed', 'This list holds nothing. Write <li>…</li> for each of its items, or remove it.');
  }
  if (tag.name === 'ul') return { kind: 'list', items };
  const type = attributes['type'] ?? '1';
  const marker = MARKERS.find((known) => known === type);
  if (!marker) {
    report(reading, tag, 'list-malformed', `type="${type}" is no way to count. Write one of ${MARKERS.join(', ')}.`);
  }
  const start = attributes['start'] ?? '1';
  if (!/^-?\d{1,9}$/u.test(start)) {
    report(reading, tag, 'list-malformed', `start="${start}" is not a number. Write the number of the first item, such as start="3".`);
  }
  return { kind: 'list', order: { start: Number.parseInt(start, 10) || 0, marker: marker ?? '1' }, items };
}
