import { writeCitation, type Place } from './citation.ts';

/** Opens all sections, shows paragraph numbers and cites places. Brings no words: they stand in the element's template. */
class PolicyTools extends HTMLElement {
  connectedCallback(): void {
    const template = this.querySelector('template');
    const article = this.closest('article');
    if (!template || !article || this.childElementCount > 1) return;
    const parts = template.content;
    const take = (selector: string): HTMLElement | undefined => parts.querySelector<HTMLElement>(selector) ?? undefined;
    const [tools, citeSection, number, dialog] = [take('.tools'), take('.cite-section'), take('.n'), take('.cite')];
    if (!tools || !citeSection || !number || !dialog) return;
    this.append(tools.cloneNode(true), dialog);
    for (const body of article.querySelectorAll<HTMLElement>('.body')) body.append(citeSection.cloneNode(true));
    addNumbers(article, number);
    this.#listen(article, dialog);
    tellButton(article, this.querySelector<HTMLElement>('[data-do=open]'));
  }

  #listen(article: HTMLElement, dialog: HTMLElement): void {
    article.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a.n') : null;
      if (!target) return;
      if (target.matches('a.n')) this.#cite(placeOf(target), dialog, target);
      else if (target.dataset['do'] === 'open') openAll(article, target);
      else if (target.dataset['do'] === 'numbers') toggleNumbers(article, target);
      else if (target.dataset['do'] === 'cite') this.#cite(placeOf(target), dialog, target);
      else if (target.dataset['do'] === 'close') dialog.hidePopover();
      else if (target.dataset['copy']) void copy(dialog, target.dataset['copy']);
    });
    for (const section of article.querySelectorAll('details')) {
      section.addEventListener('toggle', () => tellButton(article, this.querySelector<HTMLElement>('[data-do=open]')));
    }
  }

  #cite(place: Place, dialog: HTMLElement, opener: HTMLElement): void {
    const { exact, newest, permanent } = writeCitation(this.dataset, place);
    const put = (name: string, text: string): void => {
      const slot = dialog.querySelector<HTMLElement>(`[data-text=${name}]`);
      if (slot) slot.textContent = text;
    };
    put('citation', exact);
    put('newest', newest);
    dialog.dataset['permanent'] = permanent;
    say(dialog, '');
    dialog.showPopover();
    dialog.querySelector('button')?.focus({ preventScroll: true });
    dialog.addEventListener('toggle', () => !dialog.matches(':popover-open') && opener.focus({ preventScroll: true }), { once: true });
  }
}

/** The number of each paragraph, as a link in the margin; shown on request, or to a pointer over the paragraph. */
function addNumbers(article: HTMLElement, number: HTMLElement): void {
  for (const block of article.querySelectorAll<HTMLElement>('.body [id]')) {
    const match = /^.+\.(\d+)$/u.exec(block.id);
    if (!match) continue;
    const link = number.cloneNode();
    if (!(link instanceof HTMLAnchorElement)) return;
    link.href = `#${block.id}`;
    link.textContent = match[1] ?? '';
    link.ariaLabel = (number.dataset['label'] ?? '').replace('{number}', match[1] ?? '');
    (block.matches('tr') ? (block.firstElementChild ?? block) : block).prepend(link);
  }
}

function placeOf(element: HTMLElement): Place {
  const section = element.closest('details');
  const id = element.closest('.body')?.id ?? '';
  const [, number] = /\.(\d+)$/u.exec(element.getAttribute('href') ?? '') ?? [];
  const heading = section?.querySelector('summary')?.textContent.trim() ?? '';
  return { id, heading, paragraph: number === undefined ? undefined : { id: (element.getAttribute('href') ?? '').slice(1), number } };
}

function openAll(article: HTMLElement, button: HTMLElement): void {
  const sections = [...article.querySelectorAll('details')];
  const isOpen = sections.every((section) => section.open);
  for (const section of sections) section.open = !isOpen;
  tellButton(article, button);
}

/** The button says what it would do: it changes its words when the last section is opened by any way. */
function tellButton(article: HTMLElement, button: HTMLElement | null): void {
  if (!button) return;
  const isOpen = [...article.querySelectorAll('details')].every((section) => section.open);
  button.dataset['closed'] ??= button.textContent;
  button.textContent = (isOpen ? button.dataset['other'] : button.dataset['closed']) ?? '';
}

function toggleNumbers(article: HTMLElement, button: HTMLElement): void {
  article.toggleAttribute('data-numbers');
  button.ariaPressed = String(article.hasAttribute('data-numbers'));
}

async function copy(dialog: HTMLElement, what: string): Promise<void> {
  const slot = dialog.querySelector<HTMLElement>(`[data-text=${what === 'permanent' ? 'citation' : what}]`);
  const text = what === 'permanent' ? dialog.dataset['permanent'] : slot?.textContent;
  const status = dialog.querySelector<HTMLElement>('[role=status]');
  try {
    await navigator.clipboard.writeText(text ?? '');
    say(dialog, status?.dataset['copied'] ?? '');
  } catch {
    if (slot) getSelection()?.selectAllChildren(slot);
    say(dialog, status?.dataset['notCopied'] ?? '');
  }
}

function say(dialog: HTMLElement, words: string): void {
  const status = dialog.querySelector('[role=status]');
  if (status) status.textContent = words;
}

customElements.define('policy-tools', PolicyTools);
