import { canonicalText } from '../../../src/model/record/canonical.ts';
import { RECORD_FORMAT, type Block, type PolicyRecord, type Section } from '../../../src/model/record/record.ts';

/** Texts that no policy is like, and that must take no more time than it takes to read them. */
export interface HostilePair {
  readonly name: string;
  readonly old: PolicyRecord;
  readonly fresh: PolicyRecord;
}

const SIZE = 200_000;

/** Made from the words of real texts, given as two lists that have as little in common as the folder holds. */
export function hostilePairs(one: readonly PolicyRecord[], other: readonly PolicyRecord[]): readonly HostilePair[] {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const words = Array.from({ length: 2000 }, (_, index) => a.slice(index * 8, index * 8 + 8).join(' '));
  const edited = a.map((word, index) => (index % 10 < 3 ? `edited${index}` : word));
  return [
    { name: 'unrelated texts of 200 kB, 40 sections', old: inSections(a), fresh: inSections(b) },
    { name: 'unrelated texts of 200 kB, no section', old: text(paragraphs(a, 60)), fresh: text(paragraphs(b, 60)) },
    { name: 'unrelated paragraphs of 200 kB', old: text([paragraph(a.join(' '))]), fresh: text([paragraph(b.join(' '))]) },
    { name: 'one paragraph of 200 kB, 30 % changed', old: text([paragraph(a.join(' '))]), fresh: text([paragraph(edited.join(' '))]) },
    { name: 'text of 200 kB, 30 % changed', old: inSections(a), fresh: inSections(edited) },
    { name: 'list of 2,000 items, turned round', old: text([list(words)]), fresh: text([list(words.toReversed())]) },
    { name: '5,000 sections with one line each', old: tinySections(1), fresh: tinySections(7919) },
    { name: '10,000 equal paragraphs', old: text(same(10_000)), fresh: text([...same(9000), paragraph('b'), ...same(500)]) },
  ];
}

function wordsOf(records: readonly PolicyRecord[]): readonly string[] {
  const words: string[] = [];
  let size = 0;
  // Round and round where the folder is small.
  for (let at = 0; size < SIZE && records.length > 0; at++) {
    const policy = records[at % records.length];
    for (const word of (policy ? canonicalText(policy) : '').split(/\s+/u)) {
      if (size >= SIZE) break;
      words.push(word);
      size += word.length + 1;
    }
  }
  return words;
}

function paragraph(words: string): Block {
  return { kind: 'paragraph', children: [words] };
}

function paragraphs(words: readonly string[], length: number): readonly Block[] {
  return Array.from({ length: Math.ceil(words.length / length) }, (_, at) =>
    paragraph(words.slice(at * length, (at + 1) * length).join(' ')),
  );
}

function same(count: number): readonly Block[] {
  return Array.from({ length: count }, () => paragraph('a'));
}

function list(items: readonly string[]): Block {
  return { kind: 'list', items: items.map((words) => [paragraph(words)]) };
}

function section(id: string, heading: string | undefined, blocks: readonly Block[]): Section {
  return { id, heading: heading === undefined ? undefined : [heading], aliases: [], blocks, sections: [], notes: [] };
}

function record(sections: readonly Section[]): PolicyRecord {
  return { format: RECORD_FORMAT, lang: 'en', dir: 'ltr', sections };
}

function text(blocks: readonly Block[]): PolicyRecord {
  return record([section('text', undefined, blocks)]);
}

function inSections(words: readonly string[]): PolicyRecord {
  const length = Math.ceil(words.length / 40);
  return record(
    Array.from({ length: 40 }, (_, at) => {
      const own = words.slice(at * length, (at + 1) * length);
      return section(`s${at}`, own.slice(0, 4).join(' '), paragraphs(own, 60));
    }),
  );
}

function tinySections(step: number): PolicyRecord {
  return record(
    Array.from({ length: 5000 }, (_, at) => section(`s${at}`, `Heading ${(at * step) % 5000}`, [paragraph(`Words of section ${at}`)])),
  );
}
