import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { excerpt, guess } from './import-log.ts';
import { lineOfBlock, type Reading } from './reading.ts';
import { replaceBreaks } from './read-inline.ts';
import { hasWords, wordsOf } from './words-of.ts';

const FEWEST = 2;
const MOST_WORDS = 15;

/** In a text without headings, paragraphs that are bold from end to end and short are what readers take for headings. */
export function boldToHeadings(blocks: readonly RootContent[], reading: Reading): readonly RootContent[] {
  if (blocks.some((block) => block.type === 'heading')) return blocks;
  const bold = new Set(blocks.filter((block) => isBoldLine(block)));
  if (bold.size < FEWEST) return blocks;
  let place = 0;
  return blocks.map((block) => {
    place = reading.places.get(block) ?? place;
    if (block.type !== 'paragraph' || !bold.has(block)) return block;
    const heading: Heading = { type: 'heading', depth: 2, children: block.children.flatMap(unbold), position: block.position };
    reading.headings.set(heading, { depth: TOP, place });
    const message = `The bold paragraph "${excerpt(wordsOf(block))}" was taken for the heading of a section, since the text has no other headings.`;
    guess(reading.log, 'bold-heading', lineOfBlock(block), message);
    return heading;
  });
}

function isBoldLine(block: RootContent): block is Paragraph {
  if (block.type !== 'paragraph') return false;
  const worded = block.children.filter((child) => hasWords([child]));
  const words = wordsOf(block);
  const isShort = words.split(' ').length <= MOST_WORDS && !/[;,]$/u.test(words);
  return worded.length > 0 && worded.every((child) => child.type === 'strong') && isShort;
}

function unbold(child: PhrasingContent): readonly PhrasingContent[] {
  return replaceBreaks(child.type === 'strong' ? child.children : [child], () => ({ type: 'text', value: ' ' }));
}

const TOP = 2;
const DEEPEST = 6;

/** Gives every heading its level: the shallowest in use becomes `##`, and no level is skipped below it. */
export function levelHeadings(blocks: readonly RootContent[], reading: Reading): void {
  const headings = blocks.filter((block) => block.type === 'heading');
  const depthOf = (heading: Heading): number => reading.headings.get(heading)?.depth ?? TOP;
  const shallowest = Math.min(...headings.map(depthOf));
  const open: number[] = [];
  const skips: Heading[] = [];
  for (const heading of headings) {
    const depth = depthOf(heading);
    while ((open.at(-1) ?? 0) >= depth) open.pop();
    // Headings before the first one of the top level belong to the words before it, one level down.
    if (open.length === 0 && depth > shallowest) open.push(shallowest);
    const parent = open.at(-1);
    if (parent !== undefined && depth > parent + 1) skips.push(heading);
    open.push(depth);
    const level = Math.min(TOP + open.length - 1, DEEPEST);
    heading.depth = isLevel(level) ? level : DEEPEST;
  }
  nameChanges(headings, shallowest, skips, reading);
}

function nameChanges(headings: readonly Heading[], shallowest: number, skips: readonly Heading[], reading: Reading): void {
  const [first] = headings;
  if (first && shallowest !== TOP && Number.isInteger(shallowest)) {
    const count = headings.filter((heading) => heading.depth === TOP).length;
    const message = `The text is divided by headings of level ${shallowest}. They became level 2, which begins a section (${count} of them).`;
    guess(reading.log, 'heading-levels', lineOfBlock(first), message);
  }
  for (const heading of skips) {
    const message = `The heading "${excerpt(wordsOf(heading))}" skips a level. It stands one level below the heading before it.`;
    guess(reading.log, 'heading-skips-level', lineOfBlock(heading), message);
  }
}

function isLevel(level: number): level is Heading['depth'] {
  return Number.isInteger(level) && level >= 1 && level <= DEEPEST;
}
