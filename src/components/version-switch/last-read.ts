/**
 * Tells a reader who asked this device to remember which version was read last (on the page that compares versions) that another
 * one is shown here. Without that, nothing is looked up or said. `#since=…`, from an e-mail, leads to the comparison.
 */
export function lookBack(): void {
  const { hash, pathname } = location;
  if (hash.startsWith('#since=')) return location.replace(`compare/${hash}`);
  document.querySelector('.last-read')?.remove();
  const shown = document.querySelector('.picker [aria-current] b')?.textContent;
  const read = stored(`read:${pathname}`);
  if (!shown || !read || read === shown) return;
  const notice = document.createElement('p');
  notice.className = 'switched last-read';
  const link = document.createElement('a');
  const isGerman = document.documentElement.lang.startsWith('de');
  link.lang = isGerman ? 'de' : 'en';
  link.href = `compare/#since=${read}`;
  // With the script, so that no page carries words which few of its readers see.
  link.textContent = isGerman ? 'Geändert, seit Sie es zuletzt lasen' : 'Changed since you last read it';
  notice.append(link);
  document.querySelector('.page-head')?.append(notice);
}

/** Storage may be switched off. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
