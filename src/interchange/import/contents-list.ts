import type { List, RootContent } from 'mdast';
import { haveOtherWords, headingLikeness } from './heading-words.ts';
import { excerpt, guess, oddity } from './import-log.ts';
import { dropBlocks, lineOfBlock, type Reading } from './reading.ts';
import { seenLines, wordsOf } from './words-of.ts';

interface Entry {
  readonly words: string;
  readonly line: number;
}

const FEWEST_ENTRIES = 3;
const CALLED = /^(?:table of contents|contents|index|on this page|inhalt|inhaltsverzeichnis|sommaire|目次)[:.]?$/iu;

/**
 * Removes a paragraph or list each line of which is the heading of a section: a list of contents, which the site makes anew.
 * Entries may differ from their headings in case, number, plural and "your/our"; differences in words are reported.
 */
export function removeContentsList(blocks: readonly RootContent[], title: string, reading: Reading): readonly RootContent[] {
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [wordsOf(block)] : []));
  const known = new Map([title, ...headings.toReversed()].map((words) => [headingLikeness(words), words]));
  const kept: RootContent[] = [];
  for (const [index, block] of blocks.entries()) {
    const entries = entriesOf(block);
    const matches = entries.filter((entry) => known.has(headingLikeness(entry.words)));
    if (entries.length < FEWEST_ENTRIES || matches.length < entries.length) {
      if (entries.length >= FEWEST_ENTRIES && matches.length * 3 >= entries.length * 2) nameAlmost(entries, known, block, reading);
      kept.push(block);
      continue;
    }
    dropBlocks([block], 'contents-list', reading);
    const line = lineOfBlock(block);
    const message = `The ${entries.length} lines from "${excerpt(entries[0]?.words ?? '')}" on repeat the headings. They were left out: the site makes its own list of contents.`;
    guess(reading.log, 'contents-list', line, message);
    compareWords(entries, known, reading);
    dropOrNameOpening(kept, blocks[index + 1], reading);
  }
  return kept;
}

function entriesOf(block: RootContent): readonly Entry[] {
  if (block.type === 'list') return listEntries(block) ?? [];
  if (block.type !== 'paragraph') return [];
  return seenLines(block);
}

/** `undefined` when an item holds more than one line and a list under it. */
function listEntries(list: List): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const item of list.children) {
    const [first, ...rest] = item.children;
    if (first?.type !== 'paragraph') return undefined;
    entries.push({ words: wordsOf(first), line: lineOfBlock(first) });
    for (const inner of rest) {
      const innerEntries = inner.type === 'list' ? listEntries(inner) : undefined;
      if (!innerEntries) return undefined;
      entries.push(...innerEntries);
    }
  }
  return entries;
}

function compareWords(entries: readonly Entry[], known: ReadonlyMap<string, string>, reading: Reading): void {
  for (const entry of entries) {
    const heading = known.get(headingLikeness(entry.words)) ?? entry.words;
    if (haveOtherWords(entry.words, heading)) {
      oddity(reading.log, 'contents-differ', entry.line, `The list of contents says "${entry.words}", the heading says "${heading}".`);
    }
  }
}

function nameAlmost(entries: readonly Entry[], known: ReadonlyMap<string, string>, block: RootContent, reading: Reading): void {
  const other = entries.filter((entry) => !known.has(headingLikeness(entry.words)));
  const named = other.map((entry) => `"${excerpt(entry.words)}"`).join(', ');
  const message = `This looks like a list of contents, but ${named} ${other.length === 1 ? 'is' : 'are'} no heading of the text. The list was kept.`;
  guess(reading.log, 'contents-list-kept', lineOfBlock(block), message);
}

/** A heading "Contents" with nothing left under it goes too; a sentence that introduced the list stays and is named. */
function dropOrNameOpening(kept: RootContent[], next: RootContent | undefined, reading: Reading): void {
  const last = kept.at(-1);
  if (!last) return;
  const words = wordsOf(last);
  if (last.type === 'heading' && CALLED.test(words) && (!next || next.type === 'heading')) {
    dropBlocks([last], 'contents-list', reading);
    kept.pop();
  } else if (last.type === 'paragraph' && words.endsWith(':')) {
    const message = `The sentence "${excerpt(words)}" introduced the list of contents and was kept. Decide whether it should stay.`;
    guess(reading.log, 'contents-sentence', lineOfBlock(last), message);
  }
}
