import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';

type Extension = ReturnType<typeof mdxJsxFromMarkdown>;
type Handlers = NonNullable<Extension['enter']>;
type Handler = NonNullable<Handlers[keyof Handlers]>;
type BuilderData = ThisParameterType<Handler>['data'];

/** A tag as the tree builder read it. */
export type ReadTag = NonNullable<BuilderData['mdxJsxTag']>;

/** What the tree builder knew of tags when it gave up: its errors name a tag only in prose, and one that is never closed has no place. */
export interface TagState {
  /** The tag that was read last. */
  readonly last?: ReadTag | undefined;
  /** Whether the builder gave up at the end of that tag, and not at a later place. */
  readonly isAtLast: boolean;
  /** The innermost tag that was open before it. */
  readonly open?: ReadTag | undefined;
}

export interface TagWatch {
  readonly extension: Extension;
  readonly state: () => TagState;
}

/** Reads tags as `mdast-util-mdx-jsx` does, and remembers which of them are open. For one text only. */
export function watchTags(): TagWatch {
  const extension = mdxJsxFromMarkdown();
  const { enter, exit } = extension;
  let data: BuilderData | undefined;
  let open: ReadTag | undefined;
  let isAtLast = false;
  const beginning = (handler: Handler | undefined): Handler =>
    function begin(token) {
      ({ data } = this);
      handler?.call(this, token);
    };
  const ending = (handler: Handler | undefined): Handler =>
    function end(token) {
      // Kept from before the handler runs: it takes the tag off the stack, and only then finds that it cannot be closed here.
      open = this.data.mdxJsxTagStack?.at(-1);
      isAtLast = true;
      handler?.call(this, token);
      isAtLast = false;
    };
  return {
    extension: {
      ...extension,
      enter: { ...enter, mdxJsxFlowTag: beginning(enter?.['mdxJsxFlowTag']), mdxJsxTextTag: beginning(enter?.['mdxJsxTextTag']) },
      exit: { ...exit, mdxJsxFlowTag: ending(exit?.['mdxJsxFlowTag']), mdxJsxTextTag: ending(exit?.['mdxJsxTextTag']) },
    },
    state: () => ({
      last: data?.mdxJsxTag,
      isAtLast,
      open: isAtLast ? open : data?.mdxJsxTagStack?.at(-1),
    }),
  };
}
