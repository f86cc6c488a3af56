/** Chance that is the same in every run (mulberry32), a number from 0 up to 1. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  'we you our your data information account service order ticket event payment address name law right request contact consent purpose record access copy change notice day month year third party partner company site device browser cookie use keep share collect process store delete correct object withdraw apply provide require allow receive send send within before after under about with for from to of and or not may must shall can where when unless because until'.split(
    ' ',
  );

/** A policy of about so many bytes in Markdown: sections, paragraphs, lists, in words that mean nothing. */
export function policyText(bytes: number, seed: number): readonly string[] {
  const random = chance(seed);
  const pick = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  const sentence = (): string => {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, pick).join(' ');
    return `${words[0]?.toUpperCase()}${words.slice(1)} ${Math.floor(random() * 90)} days.`;
  };
  const lines: string[] = [];
  let size = 0;
  for (let section = 1; size < bytes; section++) {
    const added = [`## ${section}. ${sentence().slice(0, 40).trim()}`];
    for (let block = 0; block < 8; block++) {
      const isList = random() < 0.25;
      const count = isList ? 4 : 1;
      const texts = Array.from({ length: count }, () => Array.from({ length: isList ? 1 : 3 }, sentence).join(' '));
      added.push(isList ? texts.map((text) => `- ${text}`).join('\n') : texts.join(' '));
    }
    lines.push(...added);
    size += added.join('\n\n').length;
  }
  return lines;
}

/** The same text with this part of its words changed, headings apart. */
export function edited(lines: readonly string[], share: number, seed: number): readonly string[] {
  const random = chance(seed);
  const pick = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  return lines.map((line) => (line.startsWith('#') ? line : line.replaceAll(/[a-z]+/gu, (word) => (random() < share ? pick() : word))));
}

export function markdownOf(lines: readonly string[]): string {
  return `# Policy\n\n${lines.join('\n\n')}\n`;
}
