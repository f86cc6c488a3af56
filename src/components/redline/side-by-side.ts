/** What stands over the two columns. */
export interface ColumnWords {
  readonly before: string;
  readonly after: string;
}

const GONE = 'del, .removed, .moved-away';
const COME = 'ins, .added';

/**
 * Sets the two texts of a redline side by side, block by block, the old one on the left: each side is the marked text without what
 * only the other has. Gives the way back, which leaves everything as it was.
 */
export function besideEachOther(article: HTMLElement, words: ColumnWords): () => void {
  const bodies = [...article.querySelectorAll<HTMLElement>('.body')].map((body) => ({ body, was: [...body.childNodes] }));
  for (const { body, was } of bodies) body.replaceChildren(...was.flatMap((node) => pairsOf(node)));
  const heads = document.createElement('div');
  heads.className = 'pair heads';
  heads.append(headOf(words.before), headOf(words.after));
  article.prepend(heads);
  article.dataset['beside'] = '';
  return () => {
    for (const { body, was } of bodies) body.replaceChildren(...was);
    heads.remove();
    delete article.dataset['beside'];
  };
}

function headOf(text: string): HTMLElement {
  const head = document.createElement('p');
  head.textContent = text;
  return head;
}

/** A block as two; a section or a list as many. Links between changes belong to neither side. */
function pairsOf(node: ChildNode): readonly Node[] {
  if (!(node instanceof HTMLElement)) return node.textContent?.trim() === '' ? [] : [node];
  if (node.matches('.steps, .redline-note')) return [node];
  if (node.matches('section:not(.scroll)')) {
    const section = shallow(node);
    section.append(...[...node.childNodes].flatMap((inner) => pairsOf(inner)));
    return [section];
  }
  if (node.matches('ul, ol')) return [...node.children].map((item) => pairOf(wrapped(node, item)));
  return [pairOf(node)];
}

/** One item in a list of its own; a counted one carries its number. */
function wrapped(list: HTMLElement, item: Element): HTMLElement {
  const own = shallow(list);
  own.append(item.cloneNode(true));
  return own;
}

/** The same element with nothing in it. */
function shallow(element: HTMLElement): HTMLElement {
  const copy = document.createElement(element.tagName);
  for (const { name, value } of element.attributes) copy.setAttribute(name, value);
  return copy;
}

function pairOf(block: HTMLElement): HTMLElement {
  const pair = document.createElement('div');
  pair.className = 'pair';
  const [old, fresh] = [sideOf(block, COME), sideOf(block, GONE)];
  // What stands on both sides keeps its address on the new one; what is gone, on the old one.
  const kept = new Set([...fresh.querySelectorAll('[id]')].map(({ id }) => id));
  for (const element of old.querySelectorAll('[id]')) if (kept.has(element.id)) element.removeAttribute('id');
  pair.append(old, fresh);
  return pair;
}

/** A block without what only the other text has. */
function sideOf(block: HTMLElement, others: string): HTMLElement {
  const side = document.createElement('div');
  if (!block.matches(others)) side.append(block.cloneNode(true));
  for (const other of side.querySelectorAll(others)) other.remove();
  // A list of which nothing is left stands on the other side alone.
  for (const list of side.querySelectorAll('ul:empty, ol:empty')) list.remove();
  return side;
}
