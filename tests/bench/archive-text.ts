import { wordsOf } from '../../src/model/record/inline.ts';
import { RECORD_FORMAT, type PolicyRecord, type Section } from '../../src/model/record/record.ts';

/** Which text: the version of a policy, both counted from 0. */
export interface TextOf {
  readonly policy: number;
  readonly version: number;
}

const SECTIONS = 28;
const PARAGRAPHS = 4;

const SUBJECTS = ['We', 'Our partners', 'The service', 'Your account', 'A reader', 'The support team', 'Each member', 'The company'];
const VERBS = ['keeps', 'shares', 'shows', 'checks', 'deletes', 'records', 'returns', 'explains', 'publishes', 'limits'];
const OBJECTS = ['the order', 'your address', 'a copy of the message', 'the payment', 'every request', 'the list of visits', 'a report'];
const PLACES = ['on the site', 'in writing', 'by e-mail', 'at the office', 'within the group', 'on your device', 'in the archive'];
const TIMES = ['for thirty days', 'until you object', 'once a year', 'after the order', 'before the event', 'as long as the law asks'];
const TOPICS = ['Cookies', 'Payment', 'Delivery', 'Accounts', 'Complaints', 'Children', 'Security', 'Advertising', 'Refunds', 'Contact'];

/**
 * A text of about 23 kB, always the same for the same numbers. Of the 28 sections of a policy each version puts one or two in other words, so
 * that a history repeats itself as real ones do: the text of a section stays for some dozen versions.
 */
export function archiveText(of: TextOf): PolicyRecord {
  const sections = Array.from({ length: SECTIONS }, (_, index): Section => {
    const topic = TOPICS[index % TOPICS.length] ?? '';
    const heading = index < TOPICS.length ? topic : `${topic}, part ${Math.floor(index / TOPICS.length) + 1}`;
    const edition = editionOf(of, index);
    const blocks = Array.from({ length: PARAGRAPHS }, (__, place) => ({
      kind: 'paragraph' as const,
      children: [paragraph([of.policy, index, place, place === edition % PARAGRAPHS ? edition : 0])],
    }));
    return { id: `section-${index + 1}`, heading: [heading], aliases: [], blocks, sections: [], notes: [] };
  });
  return { format: RECORD_FORMAT, lang: 'en', dir: 'ltr', sections };
}

/** The same as its author would have written it. */
export function archiveMarkdown({ sections }: PolicyRecord): string {
  return sections
    .map(({ id, heading, blocks }) => {
      const texts = blocks.map((block) => (block.kind === 'paragraph' ? wordsOf(block.children) : ''));
      return [`## ${wordsOf(heading ?? [])} [#${id}]`, ...texts].join('\n\n');
    })
    .join('\n\n');
}

/** How often a section was put in other words up to a version: in each version it is the turn of one section, in every third of two. */
function editionOf({ version }: TextOf, section: number): number {
  const turns = Math.floor((version + SECTIONS - 1 - section) / SECTIONS);
  const extra = Math.floor((version / 3 + SECTIONS - 1 - section) / SECTIONS);
  return turns + extra;
}

function paragraph(seeds: readonly number[]): string {
  const next = numbers(seeds);
  return Array.from({ length: 3 }, () => {
    const [subject, verb, object, place, time] = [SUBJECTS, VERBS, OBJECTS, PLACES, TIMES].map((list) => list[next() % list.length]);
    return `${subject} ${verb} ${object} ${place} ${time}.`;
  }).join(' ');
}

/** Numbers that look like chance and are the same for the same seeds (mulberry32). */
function numbers(seeds: readonly number[]): () => number {
  let state = seeds.reduce((sum, seed, place) => (sum + Math.imul(seed + 1, 0x9e3779b1 + place * 0x85ebca6b)) | 0, 0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
