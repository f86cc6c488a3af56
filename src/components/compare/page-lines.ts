import type { DayIn, VersionLine } from './since.ts';

/** A version in the list on the page. */
export interface PageLine extends VersionLine {
  /** Address of its text as data; absent when the words had to go. */
  readonly text?: string | undefined;
  /** Address of its full text. */
  readonly page: string;
}

export function linesOnPage(): readonly PageLine[] {
  return [...document.querySelectorAll<HTMLElement>('li[data-version]')].map((item) => {
    const { version = '', kind = '', from = '', until, zone = 'UTC', text, page = '' } = item.dataset;
    return { version, kind, from, until, zone, text, page };
  });
}

export function textOf(lines: readonly PageLine[], name: string): string | undefined {
  return lines.find(({ version }) => version === name)?.text;
}

/**
 * The day by which a version is in force: the later of the device's and that for which the site was built, so that a slow clock never
 * takes a version out of force. Where the site cannot be asked, the device's alone.
 */
export async function dayIn(current: string): Promise<DayIn> {
  const built = await fetch(current)
    .then((answer): Promise<unknown> => answer.json())
    .catch(() => undefined);
  const asOf = typeof built === 'object' && built !== null && 'asOf' in built ? String(built.asOf) : '';
  return (zone) => {
    const today = new Date().toLocaleDateString('sv', { timeZone: zone });
    return today > asOf ? today : asOf;
  };
}
