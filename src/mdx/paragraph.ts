import type { RootContent } from 'mdast';
import { isWordless } from '../model/record/inline.ts';
import type { Block } from '../model/record/record.ts';
import type { Reading } from './context.ts';
import { readInline } from './inline.ts';

/** Running text as a paragraph; none when it has no words, so that no number is spent on what no reader sees. */
export function readParagraph(nodes: readonly RootContent[], reading: Reading): readonly Block[] {
  const children = readInline(nodes, reading);
  return isWordless(children) ? [] : [{ kind: 'paragraph', children }];
}
