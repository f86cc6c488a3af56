import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importMarkdown } from '../../src/interchange/import/import-markdown.ts';
import { parsePolicy } from '../../src/mdx/parse-policy.ts';
import type { PolicyRecord } from '../../src/model/record/record.ts';
import type { QuestionSet } from './questions.ts';

export interface NewestText {
  readonly policy: string;
  readonly title: string;
  readonly record: PolicyRecord;
}

const FOLDERS: Readonly<Record<Exclude<QuestionSet, 'sample'>, { readonly set: string; readonly only?: string; readonly lang: string }>> = {
  basecamp: { set: 'basecamp', lang: 'en' },
  'github-site-policy': { set: 'github-site-policy', lang: 'en' },
  'firefox-privacy-de': { set: 'mozilla', only: 'firefox-privacy-de', lang: 'de' },
};

/** The newest text of each policy of a set in the corpus, with the ids that `import` gives its sections. Read in place, never kept. */
export function newestTexts(corpus: string, of: Exclude<QuestionSet, 'sample'>): readonly NewestText[] {
  const { set, only, lang } = FOLDERS[of];
  const policies = readdirSync(join(corpus, set), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (only === undefined || entry.name === only))
    .map(({ name }) => name)
    .toSorted();
  return policies.map((policy) => {
    const newest = readdirSync(join(corpus, set, policy))
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .at(-1);
    if (newest === undefined) throw new Error(`The corpus has no text of ${policy}.`);
    const { body, title, retired } = importMarkdown({
      text: readFileSync(join(corpus, set, policy, newest), 'utf8'),
      fileName: newest,
      lang,
    });
    const { record } = parsePolicy({ body, file: newest, lang, retired });
    if (!record) throw new Error(`${policy}/${newest} cannot be imported.`);
    return { policy, title, record };
  });
}
