import type { LinkTarget, PolicyRecord } from '../../model/record/record.ts';
import { changedListHtml, redlineHtml } from '../../model/redline/html/redline-html.ts';
import { redline } from '../../model/redline/redline.ts';
import { summaryText } from '../../model/redline/summary-words.ts';
import { redlineSummary } from '../../model/redline/summary.ts';
import type { Task, Told } from './comparison.ts';
import { recordIn } from './record-in.worker.ts';

class Unreachable extends Error {}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  compare(data).catch((error: unknown) => tell({ kind: 'failed', why: error instanceof Unreachable ? 'unreachable' : 'unreadable' }));
});

async function compare({ old, fresh, words, pair }: Task): Promise<void> {
  const [before, after] = await Promise.all([recordAt(old), recordAt(fresh)]);
  const compared = redline(before, after);
  const sections = redlineHtml(compared, { words, href });
  const { lang, dir } = compared.fresh;
  const summary = summaryText(redlineSummary(compared), words);
  tell({ kind: 'head', summary, list: within(changedListHtml(compared, words), pair), count: sections.length, lang, dir });
  for (const html of sections) tell({ kind: 'section', html: within(html, pair) });
}

async function recordAt(address: string): Promise<PolicyRecord> {
  const answer = await fetch(address).catch((cause: unknown) => {
    throw new Unreachable(address, { cause });
  });
  if (!answer.ok) throw new Unreachable(address);
  return recordIn(await answer.json());
}

/** Where a link leads, seen from `/<policy>/compare/`. */
function href(target: LinkTarget): string {
  if (target.kind === 'address') return target.href;
  if (target.kind === 'within') return `#${target.id}`;
  return `../../${target.policy}/${target.id === undefined ? '' : `#${target.id}`}`;
}

/** Links to a place in the redline say which two texts they are about: so they can be followed, copied and gone back to. */
function within(html: string, pair: string): string {
  return html.replaceAll(/<a [^>]*>/gu, (tag) => tag.replace(' href="#', ` href="#${pair}:`));
}

function tell(told: Told): void {
  postMessage(told);
}
