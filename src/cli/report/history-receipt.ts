import { unexplained, wordCount } from '../../interchange/import/receipt.ts';
import type { CarriedIds } from '../../interchange/import/carry-ids.ts';
import type { History, HistoryStep } from '../commands/read-history.ts';

type Version = Extract<HistoryStep, { kind: 'version' }>;

/** The receipt of a whole history as plain text: every file, every word without an explanation, every id that is not as it was. */
export function historyReceipt(history: History, folder: string): string {
  const versions = history.steps.filter((step) => step.kind === 'version');
  const same = history.steps.filter((step) => step.kind === 'same');
  const ids = sum(versions.map((version) => version.ids));
  const words = versions.reduce((all, { receipt }) => all + lost(receipt) + added(receipt), 0);
  return [
    `Receipt for ${folder}`,
    '',
    ...history.steps.flatMap((step) =>
      step.kind === 'version' ? versionLines(step) : [`${step.file}: skipped, the same text as ${step.as}`],
    ),
    ...history.others.map((name) => `${name}: passed over, no Markdown and no HTML`),
    '',
    `${counted(versions.length, 'version')} from ${counted(history.steps.length, 'file')}; ${same.length} skipped as the same text.`,
    words === 0 ? 'No word was lost or added without an explanation.' : `${counted(words, 'word')} lost or added WITHOUT AN EXPLANATION.`,
    `Section ids: ${ids.carried} carried, ${ids.renamed} of them under another heading; ${ids.fresh} new, ${ids.returned} returned, ${ids.gone} retired.`,
    '',
  ].join('\n');
}

function versionLines({ file, receipt, ids }: Version): readonly string[] {
  const total = `${counted(receipt.recordWordCount, 'word')}, ${lost(receipt)} lost and ${added(receipt)} added without an explanation`;
  const kept = `ids: ${ids.carried.length} carried, ${ids.fresh.length} new, ${ids.gone.length} retired`;
  return [
    `${file}: version; ${total}; ${kept}`,
    ...ids.renamed.map(({ id, from, to }) => `  #${id} is called "${to}", before "${from}"`),
    ...ids.returned.map((id) => `  #${id} is there again`),
    ...ids.gone.map((id) => `  #${id} ${ids.retired[id] ? `goes on in #${ids.retired[id]}` : 'is gone'}`),
  ];
}

function lost(receipt: Version['receipt']): number {
  return wordCount(unexplained(receipt.lost));
}

function added(receipt: Version['receipt']): number {
  return wordCount(unexplained(receipt.added));
}

type Counts = Readonly<Record<'carried' | 'renamed' | 'fresh' | 'returned' | 'gone', number>>;

function sum(all: readonly CarriedIds[]): Counts {
  const of = (what: keyof Counts): number => all.reduce((total, ids) => total + ids[what].length, 0);
  return { carried: of('carried'), renamed: of('renamed'), fresh: of('fresh'), returned: of('returned'), gone: of('gone') };
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
