/** How long the page may be busy at a time; a reader notices from 50 ms on, and slow devices take several times as long. */
const SLICE_MS = 8;

/** Letters that are put in place at once and laid out together: few enough that a slow device does it within a slice. */
const PIECE_LETTERS = 3000;

/** Elements whose parts may be put in place one by one. */
const CONTAINERS = 'details, div, section, ul, ol, dl, dd, li, blockquote';

/** Gives what appends HTML to an element in small pieces and lets the browser answer its reader in between; it ends early when stopped. */
export function sliceWriter(parent: HTMLElement, isStopped: () => boolean): (html: string) => Promise<void> {
  let started = performance.now();
  let letters = 0;
  return async (html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    for (const [place, node] of pieces(parent, template.content)) {
      letters += node.textContent?.length ?? 0;
      place.append(node);
      if (letters < PIECE_LETTERS) continue;
      letters = 0;
      // Laid out in this slice: else all slices between two frames would be laid out in one go.
      void parent.offsetHeight;
      if (performance.now() - started < SLICE_MS) continue;
      await nextTask();
      if (isStopped()) return;
      started = performance.now();
    }
  };
}

/** Lets everything else that waits go first. Goes on in a page that nobody looks at, where there are no frames. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The parts of a tree in reading order, each with the element that it is to be appended to; a large element comes empty, before its parts. */
function* pieces(place: HTMLElement, from: ParentNode): Generator<readonly [place: HTMLElement, node: ChildNode]> {
  // Not the list itself: it loses every node that is put in its place.
  for (const node of Array.from(from.childNodes)) {
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
