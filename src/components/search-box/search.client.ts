import { element, answerList } from './answer-list.client.ts';
import { answersInForce, type ShownAnswers } from './answers.client.ts';
import { timedAnswers } from './earlier-answers.client.ts';
import { earlierChoice } from './earlier-choice.client.ts';
import { loadEngine, type Engine } from './engine.client.ts';
import { keepWords, askedBefore, keepQuestion } from './session.client.ts';
import { mark } from './mark.client.ts';
import { showStyles } from './styles.client.ts';
import { filled } from './words.client.ts';

export { markAsked } from './mark.client.ts';

/** How long typing has to rest before it is a question. */
const REST_MS = 120;
/** Answers shown at first, and added by each “more”. */
const PAGE = 10;

let begun: Search | undefined;

/** Makes the field answer. The second time it does nothing. */
export function begin(box: Element | null): void {
  const form = box?.querySelector('form');
  const input = box?.querySelector('input');
  if (begun || !box || !form || !input) return;
  showStyles();
  begun = new Search(box, form, input);
}

class Search {
  readonly #box: Element;
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #engine: Promise<Engine>;
  readonly #panel = element('div', '', 'found');
  readonly #status = element('p', '', 'status');
  readonly #answers = element('div', '');
  /** Whether the page is there for searching: then answers stay, and the question stands in the address, behind `#`. */
  readonly #isPage: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #most = PAGE;
  #asked = '';
  #chosen: readonly string[] = [];
  #answered: Promise<void> = Promise.resolve();

  constructor(box: Element, form: HTMLFormElement, input: HTMLInputElement) {
    this.#box = box;
    this.#form = form;
    this.#input = input;
    this.#isPage = box.closest('main') !== null;
    this.#engine = loadEngine(new URL('../pagefind/', form.action).href);
    this.#status.role = 'status';
    this.#panel.append(this.#status, this.#answers);
    this.#panel.hidden = true;
    box.append(this.#panel);
    this.#listen();
    this.#offerEarlier().catch(() => undefined);
    const before = askedBefore();
    if (before !== undefined && input.value === '') input.value = before;
    if (input.value !== '') this.#ask();
  }

  #listen(): void {
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#most = PAGE;
      this.#timer = setTimeout(() => this.#ask(), REST_MS);
    });
    this.#input.addEventListener('focus', () => this.#show());
    this.#form.addEventListener('submit', () => void this.#openFirst());
    this.#form.querySelector('button')?.addEventListener('click', (event) => this.#pressed(event));
    this.#panel.addEventListener('click', (event) => this.#clicked(event));
    this.#box.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') this.#close();
    });
    const leave = (event: Event): void => {
      if (event.target instanceof Node && !this.#box.contains(event.target)) this.#close();
    };
    document.addEventListener('focusin', leave);
    document.addEventListener('pointerdown', leave);
    addEventListener('popstate', () => {
      if (askedBefore() === this.#input.value) this.#show();
    });
  }

  #show(): void {
    this.#panel.hidden = this.#input.value.trim() === '';
  }

  #close(): void {
    if (this.#isPage || this.#panel.hidden) return;
    if (this.#panel.contains(document.activeElement)) this.#input.focus();
    this.#panel.hidden = true;
  }

  #ask(): void {
    clearTimeout(this.#timer);
    const query = this.#input.value.trim();
    this.#asked = query;
    if (this.#isPage) keepQuestion(query, true);
    this.#show();
    this.#answered = query === '' ? Promise.resolve() : this.#answer(query);
  }

  async #answer(query: string): Promise<void> {
    try {
      const engine = await this.#engine;
      const current = await answersInForce(engine, { query, most: this.#most });
      const policies = this.#chosen;
      const timed = policies.length > 0 ? await timedAnswers(engine, query, { policies, current }) : undefined;
      if (query !== this.#asked) return;
      this.#tell(engine, current);
      const { words } = engine.facts;
      this.#answers.replaceChildren(
        answerList(timed?.shown ?? current.shown, words.results),
        ...(current.count > current.shown.length ? [moreButton(words.more)] : []),
        ...(timed ? [timed.earlier.length > 0 ? answerList(timed.earlier, words.earlierLabel) : element('p', words.earlierNone)] : []),
      );
    } catch {
      if (query === this.#asked) await this.#fail();
    }
  }

  /** Says once a question how many sections answer. */
  #tell({ facts: { words } }: Engine, { count, isGuess, shown: [first] }: ShownAnswers): void {
    const { title = '' } = first ?? {};
    const template = isGuess ? words.similar : count === 0 ? words.none : count === 1 ? words.one : words.many;
    const said = filled(template, { count: String(count), title });
    this.#status.textContent = first ? `${said} ${words.enter}` : said;
  }

  async #fail(): Promise<void> {
    const link = element('a', this.#form.action);
    link.setAttribute('href', new URL('../all/', this.#form.action).href);
    const words = await this.#engine.then(
      ({ facts }) => facts.words,
      () => undefined,
    );
    link.textContent = words?.all ?? link.getAttribute('href');
    this.#status.textContent = words?.failed ?? '';
    this.#answers.replaceChildren(link);
  }

  async #offerEarlier(): Promise<void> {
    const choice = earlierChoice((await this.#engine).facts, (policies) => {
      this.#chosen = policies;
      if (this.#input.value !== '') this.#ask();
    });
    if (choice) this.#panel.append(choice);
  }

  /** One key from the question to the section. */
  async #openFirst(): Promise<void> {
    if (this.#input.value.trim() !== this.#asked) this.#ask();
    await this.#answered;
    this.#answers.querySelector<HTMLElement>('a[data-words]')?.click();
  }

  /** A pointer on the button asks for all answers, on the page that is made for them. */
  #pressed(event: MouseEvent): void {
    if (event.detail === 0) return;
    event.preventDefault();
    if (this.#isPage) this.#ask();
    else location.href = `${this.#form.action}#q=${encodeURIComponent(this.#input.value)}`;
  }

  #clicked(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('button')) {
      this.#most += PAGE;
      this.#ask();
      return;
    }
    const link = event.target.closest<HTMLAnchorElement>('a[data-words]');
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const words = (link.dataset['words'] ?? '').split(' ').filter((word) => word !== '');
    keepQuestion(this.#input.value, this.#isPage);
    if (link.pathname !== location.pathname) keepWords(words);
    else {
      this.#panel.hidden = true;
      // The browser goes to the section first.
      setTimeout(() => mark(words));
    }
  }
}

function moreButton(label: string): HTMLElement {
  const button = element('button', label);
  button.setAttribute('type', 'button');
  return button;
}
