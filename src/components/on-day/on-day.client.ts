import { answerOnDay, type Line } from './answer-on-day.ts';

/** Answers what a policy said on a day from the list of its versions on the same page; nothing is sent anywhere. */
class OnDay extends HTMLElement {
  connectedCallback(): void {
    const template = this.querySelector('template');
    if (!template || this.childElementCount > 1) return;
    this.append(document.importNode(template.content, true));
    const input = this.querySelector('input');
    const answer = (): void => this.#answer(input?.value ?? '');
    this.querySelector('button')?.addEventListener('click', answer);
    input?.addEventListener('keydown', (event) => event.key === 'Enter' && answer());
  }

  #answer(day: string): void {
    const status = this.querySelector('[role=status]');
    if (!status || day === '') return;
    const lines = [...document.querySelectorAll<HTMLElement>('[data-kind]')];
    const today = new Date().toLocaleDateString('sv');
    const { words, version, first, withdrawn } = answerOnDay(lines.map(lineOf), day, today);
    const days = { day: this.#words(day), today: this.#words(today), first: this.#words(first ?? day) };
    const sentences = [
      [this.dataset[words] ?? '', version] as const,
      ...withdrawn.map((one) => [` ${this.dataset['withdrawn'] ?? ''}`, one] as const),
    ];
    status.replaceChildren(...sentences.flatMap(([text, one]) => this.#sentence(text, days, one)));
  }

  #sentence(template: string, days: Readonly<Record<string, string>>, version: string | undefined): readonly (string | Node)[] {
    return template.split(/(\{\w+\})/u).map((part) => {
      const name = part.slice(1, -1);
      return part === '{version}' && version !== undefined ? this.#link(version) : part.startsWith('{') ? (days[name] ?? part) : part;
    });
  }

  #link(version: string): Node {
    const link = document.createElement('a');
    link.href = document.getElementById(version)?.querySelector('a')?.href ?? '';
    link.textContent = (this.dataset['version'] ?? '').replace('{version}', version);
    return link;
  }

  #words(day: string): string {
    return new Intl.DateTimeFormat(this.dataset['locale'], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
  }
}

function lineOf({ id, dataset }: HTMLElement): Line {
  return { version: id, kind: dataset['kind'] ?? '', from: dataset['from'] ?? '', until: dataset['until'] };
}

customElements.define('on-day', OnDay);
