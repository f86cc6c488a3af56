import type { Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';
import { refusal } from './refusal.ts';

/** Words between square brackets are a note to whoever writes, such as `draft --summarise` leaves: readers must not get them. */
export function changesUnfinished({ draft }: Pick<PublishInput, 'draft'>): readonly Finding[] {
  const texts = [
    { path: ['summary'], text: draft.summary },
    ...draft.changes.flatMap(({ what, impact, choices }, index) =>
      Object.entries({ what, impact, choices }).map(([key, text]) => ({ path: ['changes', index, key], text })),
    ),
  ];
  return texts.flatMap(({ path, text }) => {
    if (text === undefined || !isNote(text)) return [];
    const message = `"${path.at(-1)}" still holds a note to yourselves: ${text.trim()} Put the words that readers shall get in its place, without the brackets.`;
    return [refusal(draft, 'changes-unfinished', message, path)];
  });
}

/** A text that is nothing but words between square brackets. */
export function isNote(text: string): boolean {
  return /^\[[^\]]*\]$/u.test(text.trim());
}
