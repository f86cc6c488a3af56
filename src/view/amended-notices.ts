import { wordsFor } from '../strings/strings.ts';
import { amendedId, noticePage, type ChangeView, type NoticePageInput } from './notice-page.ts';
import { asSentence, dayPart, sentence, type Sentence } from './sentence.ts';

/** A notice that was amended, as it stands after the first on the page of the changes. */
export interface AmendedView {
  /** Where a link can lead to it. */
  readonly id: string;
  readonly title: Sentence;
  readonly reason: string;
  readonly summary?: string | undefined;
  readonly changes: readonly ChangeView[];
}

/** The amended notices of a version in the order in which they were; none while the first stands alone. It depends on no day. */
export function amendedNotices(input: NoticePageInput): readonly AmendedView[] {
  const { version } = input;
  const { strings, lang } = wordsFor(version.lang);
  return version.amended.map(({ on, reason, summary, changes }, index) => ({
    id: amendedId(index),
    title: sentence(strings.amendedOn, { day: dayPart(on, lang) }),
    reason: asSentence(reason),
    summary,
    changes: noticePage({ ...input, version: { ...version, changes } }).changes,
  }));
}
