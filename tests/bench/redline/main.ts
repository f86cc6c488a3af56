import { parseArgs } from 'node:util';
import { redlineDocument } from '../../../src/model/redline/html/redline-document.ts';
import { redline } from '../../../src/model/redline/redline.ts';
import { redlineWords } from '../../../src/strings/redline.ts';
import { comparePair, timed } from './compare.ts';
import { gatesOf } from './gates.ts';
import { historyFiles, pairsOf, readVersion, type History, type Version } from './histories.ts';
import { hostilePairs } from './hostile.ts';
import { isNestedRightly } from './nesting.ts';
import { ratio, table, tallyText, type NamedComparison } from './tally.ts';
import { truthScore, TRUTHS } from './truth/truth.ts';

const USAGE = `npm run bench:redline -- FOLDER [--part all|tuned|held-out] [--cases N] [--verbose]

Compares all neighbouring versions in a folder of histories (SET/POLICY/YYYY-MM-DD.md), and each first with its last; then finds
changes made on purpose in the same texts. Exit 1 when a gate does not hold. Every third policy is held out of all tuning.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: 'string', default: 'all' },
    cases: { type: 'string', default: '200' },
    verbose: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
const cases = Number(values.cases);
if (folder === undefined || !Number.isInteger(cases) || !['all', 'tuned', 'held-out'].includes(values.part)) {
  console.error(USAGE);
  process.exit(2);
}

/** Says how far long work is, on a terminal only. */
function progress(work: string, done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${done < all ? `${work} ${done + 1} of ${all}` : ''}`);
}

function readHistories(path: string): readonly History[] {
  const files = historyFiles(path).filter((file) => values.part === 'all' || file.isHeldOut === (values.part === 'held-out'));
  const histories = new Map<string, { name: string; isHeldOut: boolean; versions: Version[] }>();
  for (const [index, file] of files.entries()) {
    progress('Reading version', index, files.length);
    const history = histories.get(file.history) ?? { name: file.history, isHeldOut: file.isHeldOut, versions: [] };
    histories.set(file.history, history);
    history.versions.push({ day: file.day, record: readVersion(file) });
  }
  progress('', 1, 1);
  return [...histories.values()];
}

function compare(histories: readonly History[]): readonly NamedComparison[] {
  const pairs = histories.flatMap((history) => pairsOf(history).map(([old, fresh]) => ({ history, old, fresh })));
  return pairs.map(({ history, old, fresh }, index) => {
    progress('Comparing pair', index, pairs.length);
    const { lang } = fresh.record;
    const document = redlineDocument(redline(old.record, fresh.record), {
      title: history.name,
      from: old.day,
      to: fresh.day,
      words: redlineWords(lang),
    });
    const name = `${history.name} ${old.day} ${fresh.day}`;
    return { ...comparePair(old.record, fresh.record), name, isHeldOut: history.isHeldOut, isNested: isNestedRightly(document) };
  });
}

function pairRow(pair: NamedComparison): readonly (string | number)[] {
  const { engine, 'jsdiff lines, words': lines, 'jsdiff words': words } = pair.measured;
  const faults = [...pair.faults, ...(pair.isNested ? [] : ['nesting'])];
  const marked = engine.marks?.words ?? 0;
  return [
    pair.name,
    pair.size,
    `${(100 * pair.share).toFixed(1)} %`,
    pair.bound,
    marked,
    ratio({ words: marked, bound: pair.bound }).toFixed(2),
    engine.marks?.confetti ?? '',
    engine.cpuMs.toFixed(0),
    lines.marks?.words ?? 'gave up',
    lines.marks?.confetti ?? '',
    words.marks?.words ?? 'gave up',
    words.marks?.confetti ?? '',
    faults.join(' '),
  ];
}

const histories = readHistories(folder);
const pairs = compare(histories);
const heads = [
  'pair',
  'words',
  'edit',
  'LCS',
  'marked',
  'ratio',
  'confetti',
  'ms',
  'lines+words',
  'confetti',
  'words',
  'confetti',
  'faults',
];
console.log(table([heads, ...pairs.map(pairRow)]).join('\n'));
for (const [name, part] of [
  ['Policies looked at while tuning', pairs.filter((pair) => !pair.isHeldOut)],
  ['Policies held out', pairs.filter((pair) => pair.isHeldOut)],
] as const) {
  if (part.length > 0) console.log(`\n=== ${name}\n\n${tallyText(part)}`);
}

const texts = histories.flatMap(({ versions }) => versions.map(({ record }) => record));
const kinds = Object.keys(TRUTHS);
const truths = kinds.map((kind, index) => {
  progress(`Changes made on purpose: ${kind},`, index, kinds.length);
  return truthScore(kind, texts, cases);
});
progress('', 1, 1);
console.log('=== Changes made on purpose\n');
console.log(
  table([['', 'cases', 'recognised', 'needless words'], ...truths.map((one) => [one.kind, one.cases, one.recognised, one.needless])]).join(
    '\n',
  ),
);
if (values.verbose) for (const failure of truths.flatMap((one) => one.failures)) console.log(`\n${failure}`);

const [one, other] = [0, 1].map((side) =>
  histories.filter((_, index) => index % 2 === side).flatMap(({ versions }) => versions.map(({ record }) => record)),
);
const hostile = hostilePairs(one ?? [], other ?? []).map(({ name, old, fresh }) => ({
  name,
  cpuMs: timed(() => redline(old, fresh, { byId: false }))[1],
}));

const gates = gatesOf(pairs, truths, hostile, cases);
console.log(
  `\n=== Gates\n\n${table(gates.map(({ name, figure, holds }) => [`${holds ? 'holds' : 'FAILS'}  ${name}`, figure])).join('\n')}`,
);
process.exitCode = gates.every(({ holds }) => holds) ? 0 : 1;
