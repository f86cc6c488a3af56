/** A line of a text with the id by which it can be cited; words that nothing owns have none. */
export interface CitedLine {
  readonly section: string;
  readonly anchor?: string | undefined;
  readonly text: string;
}

/** One place where what a page says is not what its text says. */
export type TextDifference =
  | { readonly kind: 'changed'; readonly section: string; readonly anchor: string; readonly expected: string; readonly found: string }
  | { readonly kind: 'left out'; readonly section: string; readonly anchor: string; readonly expected: string }
  | { readonly kind: 'added'; readonly section: string; readonly after?: string | undefined; readonly found: string }
  | { readonly kind: 'moved'; readonly section: string; readonly anchor: string };

/**
 * Where a page departs from a text, line by line; none when both say the same in the same order. In the order of the page, then
 * what it leaves out in the order of the text. Lines are known by their anchors, so one added word never hides the next.
 */
export function textDifferences(expected: readonly CitedLine[], found: readonly CitedLine[]): readonly TextDifference[] {
  const known = new Map(expected.map((line) => [line.anchor, line]));
  const seen = new Set<string>();
  let last: string | undefined;
  const differences: TextDifference[] = [];
  for (const line of found) {
    const { anchor, section, text } = line;
    const own = anchor === undefined ? undefined : known.get(anchor);
    if (anchor === undefined || !own || seen.has(anchor)) {
      differences.push({ kind: 'added', section, after: last, found: text });
      continue;
    }
    seen.add(anchor);
    last = anchor;
    if (own.text !== text || own.section !== section)
      differences.push({ kind: 'changed', section: own.section, anchor, expected: own.text, found: text });
  }
  const missing = expected.filter(({ anchor }) => anchor !== undefined && !seen.has(anchor));
  const inOrder = expected.flatMap(({ anchor, section }) => (anchor !== undefined && seen.has(anchor) ? [{ anchor, section }] : []));
  const order = [...seen];
  const moved = inOrder.find(({ anchor }, index) => anchor !== order[index]);
  return [
    ...differences,
    ...(moved ? [{ kind: 'moved' as const, ...moved }] : []),
    ...missing.map(({ section, anchor = '', text }): TextDifference => ({ kind: 'left out', section, anchor, expected: text })),
  ];
}

/** The words that differ between two lines, and those right before them. */
export interface WordDifference {
  readonly before: string;
  readonly expected: string;
  readonly found: string;
}

const BEFORE = 5;
const SHOWN = 12;

/** What stands between the words that two lines have in common at their beginning and at their end, shortened to be read. */
export function wordDifference(expected: string, found: string): WordDifference {
  const [first, second] = [expected.split(' '), found.split(' ')];
  let start = 0;
  while (start < first.length && first[start] === second[start]) start += 1;
  let end = 0;
  while (end < Math.min(first.length, second.length) - start && first.at(-1 - end) === second.at(-1 - end)) end += 1;
  return {
    before: first.slice(Math.max(0, start - BEFORE), start).join(' '),
    expected: shortened(first.slice(start, first.length - end)),
    found: shortened(second.slice(start, second.length - end)),
  };
}

/** The first words of many. */
export function shortened(words: readonly string[]): string {
  return words.length > SHOWN ? `${words.slice(0, SHOWN).join(' ')} …` : words.join(' ');
}
