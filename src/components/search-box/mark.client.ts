import { takeWords } from './session.client.ts';
import { showStyles } from './styles.client.ts';

const NAME = 'asked';

let watch: MutationObserver | undefined;

/** Marks what was asked for on the page that an answer led to. */
export function markAsked(): void {
  mark(takeWords());
}

/**
 * Marks words in the section that the address names, wherever they stand in it, else in a heading over it, without touching the text; nothing in
 * a browser that cannot.
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
    const found = place ? [place, ...headingsOver(place)].map((one) => rangesOf(words, one)) : [];
    CSS.highlights.set(NAME, new Highlight(...(found.find((ranges) => ranges.length > 0) ?? [])));
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

/** Headings over a section, the nearest first, down to the title of the page: what is found may stand there alone. */
function headingsOver(place: Element): readonly Element[] {
  const outer = place.parentElement?.closest('main section[id], main details');
  if (!outer) return [...document.querySelectorAll('h1')];
  return [...outer.querySelectorAll('h2, h3, h4, h5, h6')].slice(0, 1).concat(headingsOver(outer));
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
