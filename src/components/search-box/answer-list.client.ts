import type { Shown } from './answers.client.ts';

/** Answers as a plain list of links; the words found are marked. Everything is put in as text: nothing of a question or a text can run. */
export function answerList(shown: readonly Shown[], label: string): HTMLElement {
  const list = document.createElement('ol');
  list.role = 'list';
  list.ariaLabel = label;
  list.append(...shown.map(itemOf));
  return list;
}

function itemOf({ href, title, where, pieces, words, when }: Shown): HTMLElement {
  const item = document.createElement('li');
  const link = element('a', title);
  link.setAttribute('href', href);
  link.dataset['words'] = words.join(' ');
  const excerpt = document.createElement('p');
  excerpt.append(...pieces.map(({ text, isHit }) => (isHit ? element('mark', text) : text)));
  item.append(link, element('p', where, 'where'), ...(when === undefined ? [] : [element('p', when, 'when')]), excerpt);
  return item;
}

export function element(name: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}
