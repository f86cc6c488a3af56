/** What a component of the policy text is: a name that legal writes, and the element that its words stand in. */
export interface PolicyComponent {
  readonly name: string;
  readonly element: 'div' | 'dfn' | 'address';
  /** `block` holds paragraphs and lists, `inline` words within a paragraph. */
  readonly holds: 'block' | 'inline';
  /** Attributes that the record always carries. */
  readonly fixed: Readonly<Record<string, string>>;
  /** What it is for, for the message that lists the components. */
  readonly purpose: string;
}

/**
 * The components that policy text may use. A component dresses its words: it may not add or hide any, so a version is
 * complete in its own file for ever. A name published once stays readable for ever.
 */
export const COMPONENTS: readonly PolicyComponent[] = [
  { name: 'InShort', element: 'div', holds: 'block', fixed: {}, purpose: 'a summary in plain language' },
  { name: 'Note', element: 'div', holds: 'block', fixed: { role: 'note' }, purpose: 'a remark beside the text' },
  { name: 'Definition', element: 'dfn', holds: 'inline', fixed: {}, purpose: 'a term at the place that defines it' },
  { name: 'Contact', element: 'address', holds: 'block', fixed: {}, purpose: 'how to reach somebody' },
];

/** The name under which a table's caption is written; it becomes part of the table that follows. */
export const CAPTION = 'Caption';

export function policyComponent(name: string): PolicyComponent | undefined {
  return COMPONENTS.find((component) => component.name === name);
}
