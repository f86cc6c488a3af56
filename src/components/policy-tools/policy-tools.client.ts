import { writeCitation, type Place } from './citation.ts';
import { toolsMarkup } from './tools-markup.ts';
import { toolWords, type ToolWords } from './words.ts';

/** Opens all sections, shows paragraph numbers and cites places: everything here only adds to a page that is whole. */
class PolicyTools extends HTMLElement {
  #words: ToolWords = toolWords('en').words;

  connectedCallback(): void {
    const article = this.closest('article');
    if (!article || this.childElementCount > 0) return;
    const spoken = toolWords(document.documentElement.lang);
    const { words } = spoken;
    this.#words = words;
    const { tools, citeSection, number, dialog } = toolsMarkup(spoken);
    this.append(tools, dialog);
    for (const body of article.querySelectorAll<HTMLElement>('.body')) body.append(citeSection.cloneNode(true));
    if (!article.querySelector('details')) this.querySelector('[data-do=open]')?.remove();
    addNumbers(article, number, words);
    this.#listen(article, dialog);
  }

  #listen(article: HTMLElement, dialog: HTMLElement): void {
    article.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a.n') : null;
      if (!target) return;
      if (target.matches('a.n')) this.#cite(placeOf(target), dialog, target);
      else if (target.dataset['do'] === 'open') openAll(article, target, this.#words);
      else if (target.dataset['do'] === 'numbers') toggleNumbers(article, target);
      else if (target.dataset['do'] === 'cite') this.#cite(placeOf(target), dialog, target);
      else if (target.dataset['do'] === 'close') dialog.hidePopover();
      else if (target.dataset['copy']) void copy(dialog, target.dataset['copy'], this.#words);
    });
    const tell = (): void => tellButton(article, this.querySelector<HTMLElement>('[data-do=open]'), this.#words);
    for (const section of article.querySelectorAll('details')) section.addEventListener('toggle', tell);
    tell();
  }

  #cite(place: Place, dialog: HTMLElement, opener: HTMLElement): void {
    const { citation = '', permanent: page = '' } = this.dataset;
    const { exact, newest, permanent } = writeCitation({ citation, permanent: page }, this.#words, place);
    const put = (name: string, text: string): void => {
      const slot = dialog.querySelector<HTMLElement>(`[data-text=${name}]`);
      if (slot) slot.textContent = text;
    };
    put('citation', exact);
    put('newest', newest);
    dialog.dataset['permanent'] = permanent;
    say(dialog, '');
    // The browser gives the focus back to what had it; not every browser gives it to a button that is clicked.
    opener.focus({ preventScroll: true });
    dialog.showPopover();
    dialog.querySelector('button')?.focus({ preventScroll: true });
  }
}

/** The number of each paragraph, as a link in the margin; shown on request, or to a pointer over the paragraph. */
function addNumbers(article: HTMLElement, number: HTMLElement, words: ToolWords): void {
  for (const block of article.querySelectorAll<HTMLElement>('[id]')) {
    const match = /^.+\.(\d+)$/u.exec(block.id);
    if (!match) continue;
    const link = number.cloneNode();
    if (!(link instanceof HTMLAnchorElement)) return;
    link.href = `#${block.id}`;
    link.textContent = match[1] ?? '';
    link.ariaLabel = words.citeParagraph.replace('{number}', match[1] ?? '');
    (block.matches('tr') ? (block.firstElementChild ?? block) : block).prepend(link);
  }
}

function placeOf(element: HTMLElement): Place {
  const section = element.closest('details');
  const id = element.closest('.body, .preamble')?.id ?? '';
  const [, number] = /\.(\d+)$/u.exec(element.getAttribute('href') ?? '') ?? [];
  const heading = section?.querySelector('summary')?.textContent.trim() ?? '';
  return { id, heading, paragraph: number === undefined ? undefined : { id: (element.getAttribute('href') ?? '').slice(1), number } };
}

function openAll(article: HTMLElement, button: HTMLElement, words: ToolWords): void {
  const sections = [...article.querySelectorAll('details')];
  const isOpen = sections.every((section) => section.open);
  for (const section of sections) section.open = !isOpen;
  tellButton(article, button, words);
}

/** The button says what it would do: it changes its words when the last section is opened by any way. */
function tellButton(article: HTMLElement, button: HTMLElement | null, words: ToolWords): void {
  if (!button) return;
  const isOpen = [...article.querySelectorAll('details')].every((section) => section.open);
  button.textContent = isOpen ? words.closeAll : words.openAll;
}

function toggleNumbers(article: HTMLElement, button: HTMLElement): void {
  article.toggleAttribute('data-numbers');
  button.ariaPressed = String(article.hasAttribute('data-numbers'));
}

async function copy(dialog: HTMLElement, what: string, words: ToolWords): Promise<void> {
  const slot = dialog.querySelector<HTMLElement>(`[data-text=${what === 'permanent' ? 'citation' : what}]`);
  const text = what === 'permanent' ? dialog.dataset['permanent'] : slot?.textContent;
  try {
    await navigator.clipboard.writeText(text ?? '');
    say(dialog, words.copied);
  } catch {
    const shown = slot?.firstChild;
    const start = shown?.textContent?.indexOf(text ?? '') ?? 0;
    if (shown) getSelection()?.setBaseAndExtent(shown, start, shown, start + (text ?? '').length);
    say(dialog, words.notCopied);
  }
}

function say(dialog: HTMLElement, words: string): void {
  const status = dialog.querySelector('[role=status]');
  if (status) status.textContent = words;
}

customElements.define('policy-tools', PolicyTools);
