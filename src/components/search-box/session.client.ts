const WORDS = 'search-words';

/** Keeps words for the page that is opened next, on this device and for one navigation. */
export function keepWords(words: readonly string[]): void {
  try {
    sessionStorage.setItem(WORDS, JSON.stringify(words));
  } catch {
    // Without a place to keep them the section opens all the same.
  }
}

/** The words kept for this page; none the second time. */
export function takeWords(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(WORDS) ?? '[]');
    sessionStorage.removeItem(WORDS);
    return Array.isArray(kept) ? kept.filter((word) => typeof word === 'string') : [];
  } catch {
    return [];
  }
}

/** The question that this entry of the browser's history was left with; `undefined` when there was none. */
export function askedBefore(): string | undefined {
  const state: unknown = history.state;
  const hash = /^#q=(.*)$/su.exec(location.hash)?.[1];
  if (hash !== undefined) return decoded(hash);
  return typeof state === 'object' && state !== null && 'q' in state && typeof state.q === 'string' ? state.q : undefined;
}

/** Keeps the question with this entry of the browser's history, so that Back finds it. On the page of search it stands in the address, behind `#`. */
export function keepQuestion(query: string, isInAddress: boolean): void {
  try {
    const address = query === '' ? location.pathname : `#q=${encodeURIComponent(query)}`;
    history.replaceState({ q: query }, '', isInAddress ? address : undefined);
  } catch {
    // A question longer than an address may be, or half a character in it: it is answered and not kept.
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
