/** Gives the number of the next block in a section, from 1. */
export type NextParagraph = (section: string) => number;

/**
 * Numbers the blocks of one top-level section and its sub-sections in reading order. Every sub-section with an id counts for
 * itself; one without an id goes on counting where its parent stopped.
 */
export function paragraphNumbers(): NextParagraph {
  const counts = new Map<string, number>();
  return (section) => {
    const number = (counts.get(section) ?? 0) + 1;
    counts.set(section, number);
    return number;
  };
}

/** Anchor of a block: `your-rights.2`. A section id holds no full stop, so the two can never be the same. */
export function paragraphId(section: string, number: number): string {
  return `${section}.${number}`;
}

/** Anchor of a footnote of a top-level section: `your-rights.n1`. Paragraphs end in digits alone, so the two can never be the same. */
export function noteId(section: string, label: string): string {
  return `${section}.n${label}`;
}

/** Anchor of the first reference to a footnote, to which the footnote leads back: `your-rights.r1`. */
export function noteReferenceId(section: string, label: string): string {
  return `${section}.r${label}`;
}
