import { besideEachOther } from './side-by-side.ts';

/** Steps through the changes of the redline beside it, shows all of its text, and sets both texts side by side. */
class RedlineTools extends HTMLElement {
  #article: HTMLElement | undefined;
  /** The change that was stepped to last; -1 before the first step. */
  #place = -1;
  #restore: (() => void) | undefined;

  connectedCallback(): void {
    const article = this.parentElement?.querySelector<HTMLElement>('.redline');
    if (!article || this.childElementCount > 0 || changesIn(article).length === 0) return;
    this.#article = article;
    const status = document.createElement('p');
    status.role = 'status';
    this.append(this.#bar('tools', this.#button('all'), this.#button('beside')));
    this.append(this.#bar('steps', this.#button('previous'), this.#button('next'), status));
    this.addEventListener('click', (event) => {
      const button = event.target instanceof HTMLElement ? event.target.closest('button') : null;
      if (button) this.#do(button);
    });
    // Single letters only while the focus is in here or on a change: elsewhere they belong to the reader's own tools.
    for (const place of [this, article]) place.addEventListener('keydown', (event) => this.#key(event));
    article.addEventListener('toggle', () => this.#tell(), true);
    this.#tell();
  }

  #bar(name: string, ...content: readonly HTMLElement[]): HTMLElement {
    const bar = document.createElement('div');
    bar.className = name;
    bar.append(...content);
    return bar;
  }

  #button(what: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['do'] = what;
    button.textContent = this.dataset[what] ?? '';
    if (what === 'beside') button.ariaPressed = 'false';
    return button;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { n: 1, p: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#step(step);
  }

  #do(button: HTMLElement): void {
    const what = button.dataset['do'];
    if (what === 'next') this.#step(1);
    else if (what === 'previous') this.#step(-1);
    else if (what === 'all') this.#toggleAll();
    else this.#toggleBeside(button);
  }

  #step(by: number): void {
    if (!this.#article) return;
    const changes = changesIn(this.#article);
    this.#place = (this.#place + by + (this.#place < 0 && by < 0 ? 1 : 0) + changes.length) % changes.length;
    const change = changes[this.#place];
    if (!change) return;
    for (let details = change.closest('details'); details; details = details.parentElement?.closest('details') ?? null) details.open = true;
    change.tabIndex = -1;
    change.focus({ preventScroll: true });
    change.scrollIntoView({ block: 'center' });
    const status = this.querySelector('[role=status]');
    const words = (this.dataset['place'] ?? '').replace('{number}', String(this.#place + 1)).replace('{count}', String(changes.length));
    if (status) status.textContent = words;
  }

  #sections(): readonly HTMLDetailsElement[] {
    return [...(this.#article?.querySelectorAll<HTMLDetailsElement>('details') ?? [])];
  }

  #toggleAll(): void {
    const isAll = this.#sections().every((section) => section.open);
    for (const section of this.#sections()) section.open = !isAll || section.dataset['state'] !== 'same';
    this.#tell();
  }

  /** The button says what it would do. */
  #tell(): void {
    const button = this.querySelector('[data-do=all]');
    const isAll = this.#sections().every((section) => section.open);
    if (button) button.textContent = (isAll ? this.dataset['some'] : this.dataset['all']) ?? '';
  }

  #toggleBeside(button: HTMLElement): void {
    if (!this.#article) return;
    if (this.#restore) this.#restore();
    const { before = '', after = '' } = this.dataset;
    this.#restore = this.#restore ? undefined : besideEachOther(this.#article, { before, after });
    button.ariaPressed = String(this.#restore !== undefined);
    this.#place = -1;
  }
}

/** The first element of every change that is shown as it is, in reading order. */
function changesIn(article: HTMLElement): readonly HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>('[id]')].filter(({ id }) => /_c\d+$/u.test(id));
}

customElements.define('redline-tools', RedlineTools);
