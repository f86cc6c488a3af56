import { dayOfInstant } from '../../model/civil-time.ts';
import { lookBack } from './last-read.ts';

/**
 * Once the day of another version has come, puts its text in the place of the one that the page was built with. The later of the
 * device's day and the day of the build counts: a slow clock never takes a version out of force.
 */
class VersionSwitch extends HTMLElement {
  #done: HTMLTemplateElement | undefined;

  connectedCallback(): void {
    const look = (): void => void this.#look().catch(() => undefined);
    look();
    // A page may stay open for days.
    document.addEventListener('visibilitychange', look);
  }

  async #look(): Promise<void> {
    const due = [...this.querySelectorAll('template')].findLast((one) => (one.dataset['from'] ?? '') <= this.#dayIn(one));
    if (!due || due === this.#done) return;
    const before = this.#done;
    this.#done = due;
    try {
      const { text } = due.dataset;
      this.#show(due, text === undefined ? undefined : await pageAt(text));
    } catch (error) {
      // The words that stand on the page stay true; the next look tries again.
      this.#done = before;
      throw error;
    }
  }

  #dayIn(one: HTMLTemplateElement): string {
    const today = dayOfInstant(Date.now(), one.dataset['zone'] ?? 'UTC');
    const built = this.dataset['asOf'] ?? '';
    return today > built ? today : built;
  }

  #show(due: HTMLTemplateElement, page: Document | undefined): void {
    const main = this.closest('main');
    const parts = document.importNode(due.content, true);
    const head = parts.querySelector('header');
    if (!main || !head) return;
    if (page) this.#showText(main, page, parts);
    const title = main.querySelector('h1')?.textContent ?? '';
    keepList(main, head, due.dataset['text']);
    main.querySelector('header')?.replaceWith(head);
    document.title = document.title.replace(title, head.querySelector('h1')?.textContent ?? title);
    main.dataset['state'] = head.querySelector<HTMLElement>('.state')?.dataset['state'];
    this.#say(head, due);
    lookBack();
    // Goes once more to the place that the address names: it may stand elsewhere now.
    if (location.hash !== '') location.replace(location.hash);
  }

  #showText(main: HTMLElement, page: Document, parts: DocumentFragment): void {
    const article = page.querySelector('article');
    if (!article) throw new Error('The page of the version holds no text.');
    for (const link of article.querySelectorAll('.in-force')) link.remove();
    for (const section of article.querySelectorAll('details')) section.open = 'open' in this.dataset;
    for (const former of parts.querySelectorAll<HTMLElement>('[data-into]'))
      article.querySelector(`[id="${former.dataset['into']}"]`)?.before(former);
    for (const part of ['.contents', 'article', '.elsewhere']) main.querySelector(part)?.remove();
    this.before(...page.querySelectorAll('.contents'), article, ...parts.querySelectorAll('.elsewhere'));
    const [sheet, next] = [document, page].map((one) => one.querySelector('.sheet'));
    if (sheet && next) sheet.textContent = next.textContent;
  }

  #say(head: HTMLElement, due: HTMLTemplateElement): void {
    const today = new Intl.DateTimeFormat(this.dataset['locale'], { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.parse(this.#dayIn(due)),
    );
    const status = document.createElement('p');
    status.className = 'switched';
    status.role = 'status';
    head.append(status);
    // A status is read out when its words change, not when it appears with them.
    setTimeout(() => (status.textContent = (due.dataset['said'] ?? '').replace('{today}', today)));
  }
}

/** The list of versions goes with the page; its mark goes to the version that is shown. */
function keepList(main: HTMLElement, head: HTMLElement, shown: string | undefined): void {
  const list = main.querySelector('.picker');
  if (!list) return;
  head.querySelector(':is(.facts, h1):not(:has(~ .facts))')?.after(list);
  for (const link of list.querySelectorAll('li a')) link.ariaCurrent = link.getAttribute('href') === shown ? 'true' : null;
}

async function pageAt(address: string): Promise<Document> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

customElements.define('version-switch', VersionSwitch);
lookBack();
