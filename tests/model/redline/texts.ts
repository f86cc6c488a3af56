import type { Block, Inline, PolicyRecord, Section } from '../../../src/model/record/record.ts';

export function paragraph(...children: Inline[]): Block {
  return { kind: 'paragraph', children };
}

export function section(id: string, blocks: readonly Block[], more: Partial<Section> = {}): Section {
  return { id, heading: [`About ${id}`], aliases: [], blocks, sections: [], notes: [], ...more };
}

/** A section of plain paragraphs. */
export function plain(id: string, ...texts: string[]): Section {
  return section(
    id,
    texts.map((text) => paragraph(text)),
  );
}

export function textOf(...sections: Section[]): PolicyRecord {
  return { format: 1, lang: 'en', dir: 'ltr', sections };
}

export const FEES = 'You pay a fee of five dollars for every copy that you ask us to send by post.';
export const RIGHTS = 'You can ask us at any time what we know about you and have it corrected or deleted.';
export const SHARING = 'We give your name and address to companies that deliver parcels, and to nobody else.';
export const MORE = 'Whoever delivers a parcel must delete the address after the delivery was confirmed by you.';
