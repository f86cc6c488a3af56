import { parentPort, workerData } from 'node:worker_threads';
import { UsageError } from '../io.ts';
import { work, type Piece } from './work.ts';

// Does one piece after the other, as they are sent, and answers each; ends when it is told to.
parentPort?.on('message', (piece: Piece) => void answer(piece));

async function answer(piece: Piece): Promise<void> {
  try {
    parentPort?.postMessage(await work(String(workerData), piece), []);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    parentPort?.postMessage({ refused: error.message }, []);
  }
}
