import { readLibrary } from '../../src/library/library.ts';
import { inForceOn } from '../../src/model/lifecycle.ts';
import type { CalendarDate } from '../../src/model/calendar-date.ts';
import { newestTexts, type NewestText } from '../search/corpus-texts.ts';
import type { QuestionSet } from '../search/questions.ts';

/** The texts that a set of questions is asked of: the sample's in force on a day, or the newest of the corpus. */
export async function textsOf(
  set: QuestionSet,
  where: { readonly content: string; readonly day: CalendarDate; readonly corpus: string },
): Promise<readonly NewestText[]> {
  if (set !== 'sample') return newestTexts(where.corpus, set);
  const { archive } = await readLibrary(where.content);
  return Promise.all(
    archive.histories.map(async ({ policy, timeline }) => {
      const version = inForceOn(timeline, where.day)?.posting.version ?? '';
      const { title } = await archive.frozenVersion(policy, version);
      return { policy, title, record: await archive.frozenRecord(policy, version) };
    }),
  );
}
