import type { RedlineWords } from '../../model/redline/html/words.ts';
import { nextTask, sliceWriter } from './slices.ts';

/** What the worker is given: addresses of two `policy.json`, the words of the redline, and what its own links are to begin with. */
export interface Task {
  readonly old: string;
  readonly fresh: string;
  readonly words: RedlineWords;
  /** `2016-05-26..2024-01-01`: a link within the redline keeps saying what is compared. */
  readonly pair: string;
}

/** What the worker tells, in this order; the sections one by one. */
export type Told =
  | {
      readonly kind: 'head';
      readonly summary: string;
      readonly list: string;
      readonly count: number;
      readonly lang: string;
      readonly dir: string;
    }
  | { readonly kind: 'section'; readonly html: string }
  | { readonly kind: 'failed'; readonly why: 'unreachable' | 'unreadable' };

export interface Follower {
  /** It is known what differs; the words follow. */
  readonly onSummary: (summary: string) => void;
  /** How many of the sections stand on the page. */
  readonly onProgress: (done: number, count: number) => void;
  readonly onDone: () => void;
  readonly onFailed: (why: 'unreachable' | 'unreadable') => void;
}

/**
 * Compares two versions in a worker and puts the redline into an article, piece by piece, so that the page answers its reader
 * all the while. Gives the way to stop it; nothing is told after that.
 */
export function startComparison(task: Task, article: HTMLElement, follower: Follower): () => void {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' });
  const told: Told[] = [];
  const state = { isStopped: false };
  let wake = (): void => undefined;
  const stop = (): void => {
    state.isStopped = true;
    worker.terminate();
    wake();
  };
  const next = async (): Promise<Told | undefined> => {
    while (told.length === 0 && !state.isStopped) await new Promise<void>((resolve) => (wake = resolve));
    return state.isStopped ? undefined : told.shift();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    told.push(data);
    wake();
  });
  worker.addEventListener('error', () => {
    told.push({ kind: 'failed', why: 'unreadable' });
    wake();
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
  worker.postMessage(task);
  void follow(next, article, { ...follower, isStopped: () => state.isStopped }).finally(stop);
  return stop;
}

async function follow(
  next: () => Promise<Told | undefined>,
  article: HTMLElement,
  { onSummary, onProgress, onDone, onFailed, isStopped }: Follower & { readonly isStopped: () => boolean },
): Promise<void> {
  const head = await next();
  if (head?.kind === 'failed') onFailed(head.why);
  if (head?.kind !== 'head') return;
  article.lang = head.lang;
  article.dir = head.dir;
  article.insertAdjacentHTML('beforeend', head.list);
  onSummary(head.summary);
  const write = sliceWriter(article, isStopped);
  for (let done = 0; done < head.count; done++) {
    const section = await next();
    if (section?.kind === 'failed') onFailed(section.why);
    if (section?.kind !== 'section') return;
    await write(section.html);
    if (isStopped()) return;
    onProgress(done + 1, head.count);
  }
  await nextTask();
  if (!isStopped()) onDone();
}
