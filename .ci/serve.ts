import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { headersFor, parseHeaders, type HeaderRules } from './headers.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.link': 'application/link-format',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.xml': 'application/xml; charset=utf-8',
};
const compressible = /^(text\/|image\/svg|application\/(json|xml|wasm|link-format|manifest|atom|feed))|[+/](json|xml|jsonl)/;
const forHosts = new Set(['/_headers', '/_redirects']);
const compress = promisify(gzip);

export interface Running {
  /** The address of the home page, with its slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

interface Site {
  readonly folder: string;
  readonly base: string;
  readonly rules: HeaderRules;
}

/** The path that a request asks for, or `undefined` when it is not one that a browser would send to this site. */
function requestedPath(target: string): string | undefined {
  const raw = target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/, 1)[0] ?? '';
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  const parts = path.split('/');
  const climbs = parts.includes('..') || parts.includes('.');
  return !path.startsWith('/') || climbs || /[\0\\]/.test(path) ? undefined : path;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Whether the client takes gzip; `q=0` is how a client says that it does not. */
function takesGzip(request: IncomingMessage): boolean {
  return String(request.headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((choice) => choice.replaceAll(/\s/g, '').split(';q='))
    .some(([name, weight = '1']) => name === 'gzip' && Number(weight) > 0);
}

async function send(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  path: string,
  file: string,
): Promise<void> {
  const body = await readFile(file);
  const headers: Record<string, string> = {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    ...headersFor(site.rules, path),
  };
  const small = compressible.test(headers['content-type'] ?? '');
  const packed = small && takesGzip(request) ? await compress(body) : undefined;
  if (small) headers['vary'] = 'accept-encoding';
  if (packed) headers['content-encoding'] = 'gzip';
  headers['content-length'] = String((packed ?? body).length);
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : (packed ?? body));
}

function refuse(response: ServerResponse, status: number, words: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(`${words}\n`);
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = request.url ?? '/';
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Only GET and HEAD are answered.', { allow: 'GET, HEAD' });
  const path = requestedPath(target);
  if (path === undefined) return refuse(response, 400, 'This is not an address of the site.');
  if (path === '/' && site.base !== '/') return refuse(response, 302, `The site is at ${site.base}`, { location: site.base });

  const inside = path.startsWith(site.base) ? path.slice(site.base.length - 1) : undefined;
  if (inside !== undefined && !inside.includes('//') && !forHosts.has(inside)) {
    const file = join(site.folder, inside.endsWith('/') ? `${inside}index.html` : inside);
    if (await isFile(file)) return send(site, request, response, 200, path, file);
    if (await isFile(join(file, 'index.html'))) {
      const [address = '', query] = target.split('?', 2);
      return refuse(response, 301, `${path}/`, { location: `${address}/${query === undefined ? '' : `?${query}`}` });
    }
  }
  const lost = join(site.folder, '404.html');
  return (await isFile(lost)) ? send(site, request, response, 404, path, lost) : refuse(response, 404, 'There is no such page.');
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Takes the port that was asked for or fails; without one, the first free port from 4321 on. */
async function takePort(server: Server, host: string, port?: number): Promise<void> {
  const first = port ?? 4321;
  for (let number = first; ; number++) {
    try {
      return await listen(server, number, host);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken) throw error;
      if (port !== undefined)
        throw new Error(`Port ${port} is in use. Stop what runs there, or choose another: PORT=8080 npm start`, { cause: error });
      if (number >= first + 20)
        throw new Error(`Ports ${first} to ${number} are all in use. Choose one: PORT=8080 npm start`, { cause: error });
    }
  }
}

/**
 * Serves a built site as its host would: with the headers of its `_headers` file, its 404 page, and `/privacy` sent on to `/privacy/`.
 *
 * @param port one given by the caller is used or refused, 0 means any free one; by default 4321 or one of the 20 after it.
 * @param base the path under which the site was built, with a slash at both ends. `_headers` is read as the host reads it: with whole paths.
 */
export async function serve(folder: string, port?: number, base = '/'): Promise<Running> {
  const host = process.env['HOST'] ?? '127.0.0.1';
  let text = '';
  try {
    text = readFileSync(join(folder, '_headers'), 'utf8');
  } catch {
    // A site without the file asks for no headers.
  }
  const site: Site = { folder, base, rules: parseHeaders(text) };
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'The file could not be read.');
    });
  });
  await takePort(server, host, port);
  const address = server.address();
  const real = typeof address === 'object' && address ? address.port : port;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${real}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
