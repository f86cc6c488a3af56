import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** A note between square brackets is for whoever writes, such as `draft --summarise` leaves: readers must not get it. */
export function changesUnfinished({ draft }: Pick<PublishInput, 'draft'>): readonly Finding[] {
  const texts = [
    { path: ['summary'], text: draft.summary },
    ...draft.changes.flatMap(({ what, impact, choices }, index) =>
      Object.entries({ what, impact, choices }).map(([key, text]) => ({ path: ['changes', index, key], text })),
    ),
  ];
  return texts.flatMap(({ path, text }) => {
    const note = text === undefined ? undefined : noteIn(text);
    if (note === undefined) return [];
    const message = `"${path.at(-1)}" still holds a note to yourselves: ${note} Put the words that readers shall get in its place, without the brackets.`;
    return [refusal(draft, 'changes-unfinished', message, path)];
  });
}

/** Brackets around words that begin as the notes of `--summarise` do, or around everything that is said. */
function noteIn(text: string): string | undefined {
  return /\[Say (?:what|how|when|why)\b[^\]]*\]|^\s*\[[^\]]*\]\s*$/u.exec(text)?.[0].trim();
}
