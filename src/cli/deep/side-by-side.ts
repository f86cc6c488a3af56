import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Finding } from '../../model/finding.ts';
import { UsageError } from '../io.ts';
import type { PagesRead } from './site-pages.ts';
import { work, type Piece } from './work.ts';

/** Pieces for which it pays to start one more thread: it reads its own copy of the program first. */
const PIECES_A_THREAD = 12;
const MOST_THREADS = 8;

/**
 * Does every piece, on as many threads as pay, and gathers what they found. Each thread holds one piece at a time, so memory does
 * not grow with the archive. `onDone` is told how many pieces are done.
 *
 * @throws UsageError when a server refuses to answer.
 */
export async function sideBySide(place: string, pieces: readonly Piece[], onDone: (count: number) => void): Promise<PagesRead> {
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.floor(pieces.length / PIECES_A_THREAD));
  const findings: Finding[] = [];
  let pages = 0;
  let done = 0;
  let next = 0;
  const take = (): Piece | undefined => pieces[next++];
  const keep = (one: PagesRead): void => {
    pages += one.pages;
    findings.push(...one.findings);
    done += 1;
    onDone(done);
  };
  if (threads < 2) {
    for (let piece = take(); piece; piece = take()) keep(await work(place, piece));
  } else {
    await Promise.all(Array.from({ length: threads }, () => onThread(place, take, keep)));
  }
  return { pages, findings };
}

function onThread(place: string, take: () => Piece | undefined, keep: (done: PagesRead) => void): Promise<void> {
  const thread = new Worker(new URL('thread.ts', import.meta.url), { workerData: place });
  return new Promise<void>((end, fail) => {
    const give = (): void => {
      const piece = take();
      if (piece) thread.postMessage(piece, []);
      else end();
    };
    thread.on('message', (done: PagesRead | { readonly refused: string }) => {
      if ('refused' in done) return fail(new UsageError(done.refused));
      keep(done);
      give();
    });
    thread.once('error', fail);
    give();
  }).finally(() => thread.terminate());
}
