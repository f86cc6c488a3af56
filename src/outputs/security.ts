import { fileAddresses } from '../urls.ts';

/**
 * The one Content-Security-Policy of the site: everything comes from the site itself, nothing runs inline, nothing is sent
 * elsewhere. Without hashes, so that pages frozen long ago and pages built today obey the same one.
 */
const DIRECTIVES = [
  "default-src 'none'",
  // The engine of search is compiled code from the site itself; a field for it stands on every page.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** For `<meta http-equiv>`, where a host sends no headers. */
export const CONTENT_SECURITY_POLICY = DIRECTIVES.join('; ');

/** For the header: a page cannot say in `meta` who may frame it. */
const HEADER_POLICY = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');

/** `_headers`, as Netlify and Cloudflare Pages read it; `base` is the path of the site, `/` or `/legal/`. */
export function headersFile(base: string): string {
  return [
    `${base}*`,
    `  Content-Security-Policy: ${HEADER_POLICY}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    '  Permissions-Policy: camera=(), geolocation=(), microphone=(), interest-cohort=()',
    '  Cross-Origin-Opener-Policy: same-origin',
    ...[`${base}_astro/*`, ...hashedFolders(base)].flatMap((path) => [path, '  Cache-Control: public, max-age=31536000, immutable']),
    '',
  ].join('\n');
}

/** Files of the search index that are named after what is in them. */
function hashedFolders(base: string): readonly string[] {
  const { index } = fileAddresses(base);
  return ['index/*', 'fragment/*', 'filter/*', 'announced-*', 'earlier/*'].map((path) => `${index}${path}`);
}
