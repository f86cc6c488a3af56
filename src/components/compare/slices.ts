/** How long the page may be busy at a time; a reader notices from 50 ms on, and slow devices take several times as long. */
const SLICE_MS = 8;

/** Letters in a piece that is put in place at once: small enough that a slow device lays it out within a slice. */
const PIECE_LETTERS = 2000;

/** Elements whose parts may be put in place one by one. */
const CONTAINERS = 'details, div, section, ul, ol, dl, dd, li, blockquote';

/** Appends HTML to an element in small pieces, and lets the browser answer its reader in between. Ends early when it is stopped. */
export async function insertInSlices(parent: HTMLElement, html: string, isStopped: () => boolean): Promise<void> {
  const template = document.createElement('template');
  template.innerHTML = html;
  let started = performance.now();
  for (const [place, node] of [...pieces(parent, template.content)]) {
    place.append(node);
    // Laid out in this slice: else all slices between two frames would be laid out in one go.
    void parent.offsetHeight;
    if (performance.now() - started < SLICE_MS) continue;
    await nextTask();
    if (isStopped()) return;
    started = performance.now();
  }
}

/** Lets everything else that waits go first. Goes on in a page that nobody looks at, where there are no frames. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The parts of a tree in reading order, each with the element that it is to be appended to; a large element comes empty, before its parts. */
function* pieces(place: HTMLElement, from: ParentNode): Generator<readonly [place: HTMLElement, node: ChildNode]> {
  for (const node of [...from.childNodes]) {
    const isLarge = node instanceof HTMLElement && node.matches(CONTAINERS) && (node.textContent?.length ?? 0) > PIECE_LETTERS;
    if (!isLarge) {
      yield [place, node];
      continue;
    }
    const parts = document.createDocumentFragment();
    parts.append(...node.childNodes);
    yield [place, node];
    yield* pieces(node, parts);
  }
}
