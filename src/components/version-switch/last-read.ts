// With the script, so that no page carries words which few of its readers see.
const WORDS = {
  en: ['Changed since you last read it.', 'What changed'],
  de: ['Geändert, seit Sie es zuletzt lasen.', 'Was sich änderte'],
} as const;

/**
 * Tells a reader who asked this device to remember which version was read last (on the page that compares versions) that another
 * one is shown here. Without that, nothing is looked up or said. `#since=…`, from an e-mail, leads to the comparison.
 */
export function lookBack(): void {
  const { hash, pathname } = location;
  if (hash.startsWith('#since=')) return location.replace(`compare/${hash}`);
  const shown = document.querySelector('.picker [aria-current] b')?.textContent;
  const read = versionRead(pathname.replace(/[^/]*$/u, ''));
  document.querySelector('.last-read')?.remove();
  if (shown === undefined || read === undefined || read === shown) return;
  const isGerman = document.documentElement.lang.startsWith('de');
  const [said, what] = WORDS[isGerman ? 'de' : 'en'];
  const notice = document.createElement('p');
  notice.className = 'switched last-read';
  if (!isGerman) notice.lang = 'en';
  const link = document.createElement('a');
  link.href = `compare/#since=${read}`;
  link.textContent = what;
  notice.append(`${said} `, link);
  document.querySelector('.page-head')?.append(notice);
}

/** Storage may be switched off. */
function versionRead(policy: string): string | undefined {
  try {
    return localStorage.getItem(`read:${policy}`) ?? undefined;
  } catch {
    return undefined;
  }
}
