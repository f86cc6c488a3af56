import type { SpokenWords } from './words.ts';

/**
 * The tools as elements: the row of buttons, the button of each section, the link of each paragraph and the dialog.
 *
 * Every word is our own and goes in as text, so nothing in it can be taken for markup.
 */
export function toolsMarkup({
  words,
  attributes,
}: SpokenWords): Readonly<Record<'tools' | 'citeSection' | 'number' | 'dialog', HTMLElement>> {
  const button = (word: string, data: Readonly<Record<string, string>>): HTMLElement =>
    element('button', { type: 'button', ...data }, [word]);
  const tools = element('p', { class: 'tools', ...attributes }, [
    button(words.openAll, { 'data-do': 'open' }),
    button(words.numbers, { 'data-do': 'numbers', 'aria-pressed': 'false' }),
  ]);
  const dialog = element('div', { class: 'cite', popover: 'auto', role: 'dialog', 'aria-labelledby': '_cite', ...attributes }, [
    element('p', { class: 'cite-title', id: '_cite' }, [words.title]),
    element('p', { class: 'cite-label' }, [words.exact]),
    element('p', { class: 'cite-text', 'data-text': 'citation' }, []),
    element('p', {}, [button(words.copyCitation, { 'data-copy': 'citation' }), button(words.copyLink, { 'data-copy': 'permanent' })]),
    element('p', { class: 'cite-label' }, [words.newest]),
    element('p', { class: 'cite-text', 'data-text': 'newest' }, []),
    element('p', {}, [button(words.copyLink, { 'data-copy': 'newest' })]),
    element('p', { role: 'status' }, []),
    button(words.close, { class: 'cite-close', 'data-do': 'close' }),
  ]);
  return {
    tools,
    dialog,
    citeSection: element('p', { class: 'cite-section', ...attributes }, [button(words.citeSection, { 'data-do': 'cite' })]),
    number: element('a', { class: 'n', ...(attributes['lang'] === undefined ? {} : { lang: attributes['lang'] }) }, []),
  };
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly (HTMLElement | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
