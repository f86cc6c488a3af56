import type { FootnoteDefinition, RootContent } from 'mdast';
import { PREAMBLE } from '../../model/record/record.ts';
import { guess } from './import-log.ts';
import { lineOfBlock, type Reading } from './reading.ts';

/**
 * Gives every section footnotes of its own: one that several sections refer to is written again under another name, so that
 * each section is complete in itself. Changes the names of references.
 */
export function shareFootnotes(
  blocks: readonly RootContent[],
  ids: ReadonlyMap<RootContent, string>,
  reading: Reading,
): readonly RootContent[] {
  const owners = new Map<string, string>();
  const copies = new Map<string, FootnoteDefinition>();
  const definitions = blocks.filter((block) => block.type === 'footnoteDefinition');
  let section = PREAMBLE;
  const visit = (node: RootContent): void => {
    if (node.type === 'footnoteReference') node.identifier = nameFor(node.identifier);
    if ('children' in node) node.children.forEach(visit);
  };
  const nameFor = (name: string): string => {
    const owner = owners.get(name) ?? section;
    owners.set(name, owner);
    const original = definitions.find((definition) => definition.identifier === name);
    if (owner === section || !original) return name;
    const copy = `${name}-${section}`;
    if (!copies.has(copy)) {
      const message = `The footnote "${name}" belongs to two sections. It was written again as "${copy}", so that each section has its own.`;
      guess(reading.log, 'footnote-shared', lineOfBlock(original), message);
      copies.set(copy, { ...original, identifier: copy });
    }
    return copy;
  };
  for (const block of blocks) {
    if (block.type === 'footnoteDefinition') continue;
    if (block.type === 'heading' && block.depth === 2) section = ids.get(block) ?? section;
    visit(block);
  }
  return [...blocks, ...copies.values()];
}
