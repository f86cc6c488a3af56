import { takeWords } from './session.client.ts';
import { showStyles } from './styles.client.ts';

const NAME = 'asked';

let watch: MutationObserver | undefined;

/** Marks what was asked for on the page that an answer led to. */
export function markAsked(): void {
  mark(takeWords());
}

/**
 * Marks words in the section that the address names, wherever they stand in it, without touching the text; nothing in a browser that cannot.
 * When the section comes anew, as after a version has taken effect, it is marked anew.
 */
export function mark(words: readonly string[]): void {
  watch?.disconnect();
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(NAME);
  if (words.length === 0) return;
  showStyles();
  const paint = (): void => {
    const place = placeNamed();
    if (place) CSS.highlights.set(NAME, new Highlight(...rangesOf(words, place)));
  };
  paint();
  const main = document.querySelector('main');
  watch = new MutationObserver(paint);
  if (main) watch.observe(main, { childList: true });
}

/** The section that the address names, with its heading. */
function placeNamed(): Element | undefined {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return (named?.matches('.body') ? named.closest('details') : named) ?? undefined;
}

function rangesOf(words: readonly string[], place: Element): Range[] {
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { index, 0: found } of (text.nodeValue ?? '').matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + found.length);
      ranges.push(range);
    }
  }
  return ranges;
}
