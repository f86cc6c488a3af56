import { pairFragment } from '../../urls.ts';
import { startComparison } from './comparison.ts';
import { readFragment } from './fragment.ts';
import { dayIn, linesOnPage, textOf, type PageLine } from './page-lines.ts';
import { rememberBox } from './remember-box.ts';
import { defaultPair, inOrder, sinceAnswer } from './since.ts';
import { arriveAt, button, part, type Say } from './page-parts.ts';
import { sinceWords } from './since-words.ts';

/** Compares any two versions of a policy. The fragment says which; every choice writes it, so the browser's own back and forward work. */
class CompareVersions extends HTMLElement {
  #lines: readonly PageLine[] = [];
  #tools: HTMLElement | undefined;
  /** What stands in the page, or is on its way there. */
  #pair = '';
  #place: string | undefined;
  #isDone = false;
  #stop = (): void => undefined;
  readonly #title = document.title;

  connectedCallback(): void {
    const template = this.querySelector('template');
    if (!template) return;
    this.#lines = linesOnPage();
    this.#tools = part(this, 'redline-tools');
    this.replaceChildren(document.importNode(template.content, true));
    this.addEventListener('change', () => this.#choose());
    button(this, 'swap').addEventListener('click', () => this.#swap());
    addEventListener('hashchange', () => void this.#look());
    this.#offer(defaultPair(this.#comparable()));
    rememberBox(part(this, '.remember'), this.#lines, this.#say, this.dataset);
    void this.#look();
  }

  /** A sentence of the page with its blanks filled in. */
  readonly #say: Say = (name, parts = {}) => {
    const words: Readonly<Record<string, string>> = JSON.parse(this.dataset['words'] ?? '{}');
    return (words[name] ?? '').replaceAll(/\{(\w+)\}/gu, (whole, key: string) => parts[key] ?? whole);
  };

  #select(side: 'from' | 'to'): HTMLSelectElement {
    const select = this.querySelector<HTMLSelectElement>(`[data-side=${side}]`);
    if (!select) throw new Error(`The page has no list for "${side}".`);
    return select;
  }

  #comparable(): readonly PageLine[] {
    return this.#lines.filter(({ text }) => text !== undefined);
  }

  #offer(pair: readonly [from: string, to: string] | undefined): void {
    if (!pair) return;
    [this.#select('from').value, this.#select('to').value] = pair;
  }

  #choose(): void {
    location.hash = pairFragment(this.#select('from').value, this.#select('to').value);
  }

  #swap(): void {
    this.#offer([this.#select('to').value, this.#select('from').value]);
    this.#choose();
  }

  async #look(): Promise<void> {
    const { hash } = location;
    const asked = readFragment(hash);
    if (asked.kind === 'pair') {
      this.#compare(asked.from, asked.to, { place: asked.place });
    } else if (asked.kind === 'unreadable') {
      this.#refuse(this.#say('unreadable', { text: asked.text }));
    } else if (asked.kind === 'since') {
      const today = await dayIn(this.dataset['current'] ?? '');
      // The reader may have gone elsewhere while the day was asked for.
      if (location.hash === hash) this.#since(asked.point, today);
    } else if (this.#pair === '') {
      const pair = defaultPair(this.#comparable());
      if (pair) this.#compare(pair[0], pair[1], {});
      else this.#refuse(this.#say('one'));
    }
  }

  #since(point: string, today: (zone: string) => string): void {
    const answer = sinceAnswer(this.#lines, point, today);
    const said = sinceWords(answer, { point, today, lines: this.#lines, say: this.#say, locale: this.dataset['locale'] });
    if (answer.pair) this.#compare(...answer.pair, { said });
    else this.#refuse(said);
  }

  #compare(from: string, to: string, { place, said }: { readonly place?: string | undefined; readonly said?: string | undefined }): void {
    const pair = pairFragment(from, to);
    this.#place = place;
    const names = [from, to];
    const unknown = names.find((name) => !this.#lines.some(({ version }) => version === name));
    if (unknown !== undefined) return this.#refuse(this.#say('unknown', { version: unknown }));
    this.#offer([from, to]);
    const [old, fresh] = names.map((name) => textOf(this.#lines, name));
    const removed = names.find((name) => textOf(this.#lines, name) === undefined);
    if (old === undefined || fresh === undefined) return this.#refuse(this.#say('removed', { version: removed ?? '' }));
    if (from === to) return this.#refuse(this.#say('same', { version: from }));
    if (pair !== this.#pair) this.#start({ pair, from, to, old, fresh });
    else if (this.#isDone) arriveAt(this.#place);
    part(this, '.lead-in').textContent = said ?? (this.#isBackwards(from, to) ? this.#say('backwards', { from }) : '');
  }

  #isBackwards(from: string, to: string): boolean {
    const order = inOrder(this.#lines).map(({ version }) => version);
    return order.includes(to) && order.indexOf(from) > order.indexOf(to);
  }

  #start({ pair, from, to, old, fresh }: Readonly<Record<'pair' | 'from' | 'to' | 'old' | 'fresh', string>>): void {
    this.#clear();
    this.#pair = pair;
    const heading = this.#say('heading', { from, to });
    part(this, '#_compared').textContent = heading;
    this.#name(`${heading} · ${this.#title}`);
    part(this, '.closing').replaceChildren(...[from, to].map((name) => this.#fullText(name)));
    const wait = part(this, '.wait');
    const article = part(this, 'article');
    wait.hidden = false;
    article.ariaBusy = 'true';
    const words = JSON.parse(this.dataset['redline'] ?? '{}');
    this.#stop = startComparison({ old, fresh, words, pair }, article, {
      onSummary: (summary) => this.#tell(summary),
      onProgress: (done, count) => {
        const bar = wait.querySelector('progress');
        if (bar) Object.assign(bar, { max: count, value: done });
        this.#addTools(article);
      },
      onDone: () => this.#end(),
      onFailed: (why) => {
        this.#pair = '';
        this.#end();
        this.#tell(this.#say(why === 'unreachable' ? 'unreachable' : 'failed'));
      },
    });
  }

  #tell(said: string): void {
    part(this, '.redline-summary').textContent = said;
  }

  /**
   * The buttons come with the first change and can be used when the last words stand: nothing above the text may come or go once
   * it is long, for the browser would have to place all of it anew in one go.
   */
  #addTools(article: HTMLElement): void {
    const tools = this.querySelector('redline-tools') ?? this.#tools?.cloneNode();
    if (!(tools instanceof HTMLElement) || tools.childElementCount > 0) return;
    tools.inert = true;
    article.before(tools);
  }

  #end(): void {
    part(this, '.wait').hidden = true;
    part(this, 'article').ariaBusy = null;
    this.#isDone = true;
    const tools = this.querySelector<HTMLElement>('redline-tools');
    if (tools) tools.inert = false;
    arriveAt(this.#place);
  }

  /** Nothing is compared, and a sentence says why. */
  #refuse(said: string): void {
    this.#clear();
    this.#name(this.#title);
    this.#tell(said);
  }

  /** In the title, which the history of the browser keeps, and at the foot of each printed sheet. */
  #name(title: string): void {
    document.title = title;
    part(document, '.sheet').textContent = title;
  }

  #clear(): void {
    this.#stop();
    this.#pair = '';
    this.#isDone = false;
    part(this, '.wait').hidden = true;
    part(this, '.wait').querySelector('progress')?.removeAttribute('value');
    this.querySelector('redline-tools')?.remove();
    for (const name of ['#_compared', '.lead-in', '.redline-summary', 'article', '.closing']) part(this, name).replaceChildren();
    delete part(this, 'article').dataset['beside'];
  }

  #fullText(name: string): HTMLElement {
    const paragraph = document.createElement('p');
    const link = document.createElement('a');
    link.href = this.#lines.find(({ version }) => version === name)?.page ?? '';
    link.textContent = this.#say('fullText', { version: this.#say('version', { version: name }) });
    paragraph.append(link);
    return paragraph;
  }
}

customElements.define('compare-versions', CompareVersions);
