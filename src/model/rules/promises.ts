/** Sentences in which a text says what "we" do not do, as bare words with contractions written out, each with its count. */
export type Promises = ReadonlyMap<string, number>;

/** The promises of a canonical text. English: the words that bind are "we … not" and "we … never". */
export function promises(canonicalText: string): Promises {
  const found = new Map<string, number>();
  for (const line of canonicalText.split('\n')) {
    const words = writtenOut(line.slice(line.indexOf('\t') + 1).replace(/\[\p{Nd}+\]/gu, ''));
    for (const sentence of words.split(/(?<=[.!?;])\s+/u)) {
      if (!/\bwe\s+(?:[a-z]+\s+){0,3}?(?:not|never)\b/iu.test(sentence)) continue;
      const promise = sentence
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu)
        ?.join(' ');
      if (promise !== undefined) found.set(promise, (found.get(promise) ?? 0) + 1);
    }
  }
  return found;
}

/** "Can't", "cannot" and "can not" are the same. */
export function writtenOut(words: string): string {
  return words
    .replace(/’/gu, "'")
    .replace(/\b(?:can't|cannot)\b/giu, 'can not')
    .replace(/\bwon't\b/giu, 'will not')
    .replace(/\bshan't\b/giu, 'shall not')
    .replace(/n't\b/giu, ' not')
    .replace(/'ll\b/giu, ' will');
}
