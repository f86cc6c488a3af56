import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './node.js';
import { serve } from './serve.ts';
import { basePath, draftSite, ensureSite } from './site.ts';

// `npm start`: builds the site with its drafts when something changed, and serves it until it is told to stop.

function port(asked: string | undefined): number | undefined {
  if (!asked) return undefined;
  const number = Number(asked);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Error(`${asked} is not a port. Give a number from 1 to 65535: PORT=8080 npm start`);
  return number;
}

// Wrong usage is told apart from a failure.
let failure = 2;
try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { content: text, out: text, today: text, port: text } });
  const { port: asked = process.env['PORT'], ...given } = values;
  const wanted = port(asked);
  failure = 1;
  const request = { ...draftSite(), ...given };
  process.exitCode = await ensureSite(request);
  if (process.exitCode === 0) {
    const site = await serve(resolve(root, request.out), wanted, basePath(request.out));
    console.log(`\n  The site is at ${site.url}  (Ctrl-C stops it)\n`);
    const stop = () => void site.close().then(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
    // npm hands a signal to the shell between us, and some shells die of it without passing it on: then nobody is left who could stop us.
    const parent = process.ppid;
    if (process.env['npm_lifecycle_event'] === 'start') setInterval(() => process.ppid === parent || stop(), 500).unref();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = failure;
}
