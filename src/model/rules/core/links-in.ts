import { allSections, type Block, type Inline, type PolicyRecord } from '../../record/record.ts';

export type Link = Extract<Inline, { readonly kind: 'link' }>;

/** Every link of a text with the section that it stands in, in reading order. */
export function linksIn(record: PolicyRecord): readonly { readonly link: Link; readonly section: string }[] {
  let section = '';
  return allSections(record).flatMap((one) => {
    section = one.id ?? section;
    const all = [
      ...inRunning(one.heading ?? []),
      ...one.blocks.flatMap(inBlock),
      ...one.notes.flatMap(({ blocks }) => blocks.flatMap(inBlock)),
    ];
    return all.map((link) => ({ link, section }));
  });
}

function inBlock(block: Block): readonly Link[] {
  switch (block.kind) {
    case 'paragraph':
      return inRunning(block.children);
    case 'preformatted':
      return [];
    case 'quote':
    case 'component':
      return block.blocks.flatMap(inBlock);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(inBlock));
    case 'definitions':
      return block.entries.flatMap(({ terms, details }) => [
        ...terms.flatMap(inRunning),
        ...details.flatMap((detail) => detail.flatMap(inBlock)),
      ]);
    case 'table':
      return [
        ...inRunning(block.caption ?? []),
        ...[...block.head, ...block.body].flatMap((row) => row.flatMap(({ blocks }) => blocks.flatMap(inBlock))),
      ];
  }
}

function inRunning(children: readonly Inline[]): readonly Link[] {
  return children.flatMap((inline): readonly Link[] => {
    if (typeof inline === 'string' || !('children' in inline)) return [];
    return inline.kind === 'link' ? [inline] : inRunning(inline.children);
  });
}
