import type { Heading, RootContent, Text } from 'mdast';

export interface HeadingParts {
  /** The id as written, which may be malformed; `undefined` when none is written. */
  readonly id?: string | undefined;
  /** The heading's nodes without the id. Input is not changed. */
  readonly children: readonly RootContent[];
}

/** Takes the permanent id off the end of a heading: `## Your rights [#your-rights]`. */
export function headingParts(heading: Heading): HeadingParts {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return { children: heading.children };
  const match = /\s*\[#([^\]]*)\]\s*$/u.exec(last.value);
  if (!match) return { children: heading.children };
  const text: Text = { ...last, value: last.value.slice(0, match.index) };
  return { id: match[1] ?? '', children: [...heading.children.slice(0, -1), text] };
}
