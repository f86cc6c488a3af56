import type { Heading, RootContent, Text } from 'mdast';

export interface HeadingParts {
  /** The id as written, which may be malformed; `undefined` when none is written. */
  readonly id?: string | undefined;
  /** Whether an id stands in braces, as other writing tools have it; that is a finding of its own. */
  readonly isBraced: boolean;
  /** The heading's nodes without the id. Input is not changed. */
  readonly children: readonly RootContent[];
}

/** Takes the permanent id off the end of a heading: `## Your rights [#your-rights]`. */
export function headingParts(heading: Heading): HeadingParts {
  const { children } = heading;
  const last = children.at(-1);
  if (last?.type === 'mdxTextExpression') return { isBraced: bracedId(last.value) !== undefined, children };
  const value = last?.type === 'text' ? last.value.trimEnd() : '';
  const start = value.lastIndexOf('[#');
  const id = value.slice(start + 2, -1);
  if (last?.type !== 'text' || start < 0 || !value.endsWith(']') || id.includes(']')) return { isBraced: false, children };
  const text: Text = { ...last, value: value.slice(0, start).trimEnd() };
  return { id, isBraced: false, children: [...children.slice(0, -1), text] };
}

/** The id in `{#your-rights}` or `{: #your-rights}`, of which this is what stands between the braces. */
export function bracedId(value: string): string | undefined {
  return /^:?\s*#([^}\s]*)\s*$/u.exec(value)?.[1];
}
