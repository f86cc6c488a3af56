import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { corpusFolder } from '../../.ci/corpus.ts';
import { importMarkdown } from '../../src/interchange/import/import-markdown.ts';
import { parsePolicy } from '../../src/mdx/parse-policy.ts';
import { calendarDate } from '../../src/model/calendar-date.ts';
import type { PolicyRecord } from '../../src/model/record/record.ts';
import { CORE_RULES } from '../../src/model/rules/core/index.ts';
import { sentencesOf, type Sentence } from '../../src/model/rules/core/sentences.ts';

// `node tests/bench/rule-precision.ts [sections]`: how often the rules about words fire on the English texts of the corpus, and every
// firing in so many random sections (100, always the same ones), for a person to read and judge. Decision 0006 has what was found.

interface Text {
  readonly file: string;
  readonly record: PolicyRecord;
  readonly sentences: readonly Sentence[];
  readonly day: string;
  readonly isStated: boolean;
}

interface Firing {
  readonly rule: string;
  readonly section: string;
  readonly message: string;
}

function textsOf(corpus: string): readonly Text[] {
  const files = globSync('{seetickets/privacy*.md,basecamp/*/*.md,github-site-policy/*/*.md}', { cwd: corpus }).toSorted();
  return files.flatMap((file) => {
    const { body, retired, effective } = importMarkdown({
      text: readFileSync(join(corpus, file), 'utf8'),
      fileName: basename(file),
      lang: 'en',
    });
    const { record } = parsePolicy({ body, file, lang: 'en', retired });
    return record
      ? [{ file, record, sentences: sentencesOf(record), day: effective?.day ?? '2000-01-01', isStated: effective !== undefined }]
      : [];
  });
}

function firingsIn({ file, record, sentences, day, isStated }: Text): readonly Firing[] {
  const effectiveOn = calendarDate(day);
  if (effectiveOn === undefined) return [];
  const text = {
    policy: 'policy',
    version: 'version',
    kind: /privacy|security/u.test(file) ? 'privacy' : 'terms',
    record,
    sentences,
    siteUrl: 'https://policies.acme.com',
    superseded: new Set<string>(),
    settings: { effectiveOn, isStated, topics: {}, attested: [] },
  };
  return CORE_RULES.flatMap((rule) => rule.find(text).map(({ section = '', message }) => ({ rule: rule.id, section, message })));
}

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const corpus = corpusFolder();
if (corpus === undefined) throw new Error('There is no corpus. Name its folder with CODICIL_CORPUS.');
const texts = textsOf(corpus).map((text) => ({ text, firings: firingsIn(text) }));

console.log(`${texts.length} texts, ${texts.reduce((sum, { text }) => sum + text.sentences.length, 0)} sentences`);
for (const { id } of CORE_RULES) {
  const counts = texts.map(({ firings }) => firings.filter(({ rule }) => rule === id).length);
  const messages = new Set(texts.flatMap(({ firings }) => firings.filter(({ rule }) => rule === id).map(({ message }) => message)));
  console.log(
    `${id}: ${counts.reduce((sum, count) => sum + count, 0)} firings in ${counts.filter((count) => count > 0).length} texts, ${messages.size} different`,
  );
}

// The same section stands in many versions: one of each wording is enough to be judged.
const sections = new Map<string, { readonly file: string; readonly section: string; readonly firings: readonly Firing[] }>();
for (const { text, firings } of texts) {
  for (const section of new Set(text.sentences.map((sentence) => sentence.section))) {
    const words = text.sentences.flatMap((sentence) => (sentence.section === section ? [sentence.text] : [])).join(' ');
    if (!sections.has(words))
      sections.set(words, { file: text.file, section, firings: firings.filter((firing) => firing.section === section) });
  }
}
const random = chance(20_261_126);
const drawn = [...sections.values()].map((one) => ({ one, at: random() })).toSorted((a, b) => a.at - b.at);
const asked = Number(process.argv[2] ?? 100);
console.log(`\n${asked} of ${sections.size} different sections:`);
for (const { one } of drawn.slice(0, asked)) {
  console.log(`${one.file} #${one.section}: ${one.firings.length === 0 ? 'silent' : ''}`);
  for (const { rule, message } of one.firings) console.log(`    ${rule}: ${message}`);
}
