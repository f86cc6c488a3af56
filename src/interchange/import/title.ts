import type { Element, Root } from 'hast';
import type { Heading, RootContent } from 'mdast';
import { elementsOf } from './html-names.ts';
import { headingLikeness } from './heading-words.ts';
import { guess } from './import-log.ts';
import { dropBlocks, lineOfBlock, type Reading } from './reading.ts';
import { foldWords } from '../../model/record/fold.ts';
import { wordsOf } from './words-of.ts';

/** What else says how the policy is called, besides its text. */
export interface TitleHints {
  /** Given by whoever imports; nothing overrules it. */
  readonly given?: string | undefined;
  readonly frontMatter?: string | undefined;
  /** The page's `<title>`. */
  readonly page?: string | undefined;
  readonly fileName: string;
}

/** Takes the title out of the text: it is kept beside it. Says which one was taken when there was a choice. */
export function takeTitle(
  blocks: readonly RootContent[],
  hints: TitleHints,
  reading: Reading,
): { blocks: readonly RootContent[]; title: string } {
  const heading = titleHeading(blocks, hints, reading);
  const rest = heading ? blocks.filter((block) => block !== heading) : blocks;
  if (heading) dropBlocks([heading], 'title', reading);
  const words = heading && wordsOf(heading);
  const first = rest[0]?.type === 'heading' ? wordsOf(rest[0]) : undefined;
  const title = hints.given ?? words ?? hints.frontMatter ?? hints.page ?? first ?? nameOf(hints.fileName);
  if (words !== undefined && words !== title && heading) {
    guess(reading.log, 'title', lineOfBlock(heading), `The text calls itself "${words}"; the title is "${title}", as was asked for.`);
  } else if (words === undefined && hints.given === undefined) {
    const from = origin(hints, first);
    guess(reading.log, 'title', 1, `The text has no heading that is its title. The title "${title}" was taken from ${from}.`);
  } else if (words !== undefined && hints.page !== undefined && haveOther(words, hints.page) && heading) {
    guess(
      reading.log,
      'title',
      lineOfBlock(heading),
      `The title was taken from the heading "${words}"; the <title> of the page says "${hints.page}".`,
    );
  }
  return { blocks: rest, title };
}

function origin(hints: TitleHints, first: string | undefined): string {
  if (hints.frontMatter !== undefined) return 'the front matter';
  if (hints.page !== undefined) return 'the <title> of the page';
  return first === undefined ? "the file's name" : 'its first heading, which stays a section';
}

/** The page's `<title>`, if it has words. */
export function pageTitle(tree: Root): string | undefined {
  const element = elementsOf(tree).find((candidate) => candidate.tagName === 'title');
  const words = element ? foldWords(textIn(element)) : '';
  return words === '' ? undefined : words;
}

function textIn(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

/** The only heading of the first level, or the first heading when it is called like the page. */
function titleHeading(blocks: readonly RootContent[], hints: TitleHints, reading: Reading): Heading | undefined {
  const headings = blocks.filter((block) => block.type === 'heading');
  const depthOf = (heading: Heading): number => reading.headings.get(heading)?.depth ?? 2;
  const firsts = headings.filter((heading) => depthOf(heading) === 1);
  const [first] = headings;
  if (firsts.length === 1 && headings.every((heading) => heading === firsts[0] || depthOf(heading) > 1)) return firsts[0];
  if (!first || first !== blocks[0]) return undefined;
  const likeness = headingLikeness(wordsOf(first));
  const names = [hints.given, hints.frontMatter, hints.page].flatMap((name) => (name === undefined ? [] : [headingLikeness(name)]));
  if (!names.includes(likeness)) return undefined;
  guess(
    reading.log,
    'title-heading',
    lineOfBlock(first),
    `The first heading, "${wordsOf(first)}", says the title. It was taken as the title, not as a section.`,
  );
  return first;
}

function haveOther(a: string, b: string): boolean {
  return foldWords(a) !== foldWords(b);
}

function nameOf(fileName: string): string {
  return fileName.replace(/^.*[/\\]/u, '').replace(/\.[^.]*$/u, '');
}
