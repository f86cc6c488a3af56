import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as rest } from 'node:timers/promises';

export interface Line {
  /** From the request to the first byte of the answer. */
  readonly latencyMs: number;
  /** Shared by all answers. */
  readonly bitsPerSecond: number;
}

/** What came over the line: bytes of an answer, its head counted. */
export interface Sent {
  readonly path: string;
  readonly bytes: number;
}

export interface SlowLine {
  readonly url: string;
  /** Everything sent so far, in order; cleared by who reads it. */
  readonly sent: Sent[];
  readonly close: () => Promise<void>;
}

/** A line between browsers and a server on this machine: workers of a page are as slow on it as the page, which a browser's own brake is not. */
export async function slowLine(to: string, line: Line): Promise<SlowLine> {
  const sent: Sent[] = [];
  let free = 0;
  const pass = async (chunk: Uint8Array, response: ServerResponse): Promise<void> => {
    free = Math.max(free, performance.now()) + (chunk.length * 8000) / line.bitsPerSecond;
    await rest(free - performance.now());
    response.write(chunk);
  };
  const answer = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = asked.url ?? '/';
    const { head, body } = await fetched(new URL(path, to), asked);
    await rest(line.latencyMs);
    response.writeHead(head.statusCode ?? 502, head.headers);
    for (let first = 0; first < body.length; first += 4096) await pass(body.subarray(first, first + 4096), response);
    response.end();
    sent.push({ path, bytes: body.length + head.rawHeaders.join('').length });
  };
  const server = createServer((asked, response) => void answer(asked, response).catch(() => response.destroy()));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The line has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    sent,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** As the server sends it, compressed if it does. */
function fetched(url: URL, asked: IncomingMessage): Promise<{ readonly head: IncomingMessage; readonly body: Buffer }> {
  return new Promise((done, fail) => {
    request(url, { method: asked.method, headers: asked.headers }, (head) => {
      const chunks: Buffer[] = [];
      head.on('data', (chunk: Buffer) => chunks.push(chunk));
      head.once('end', () => done({ head, body: Buffer.concat(chunks) }));
      head.once('error', fail);
    })
      .once('error', fail)
      .end();
  });
}
