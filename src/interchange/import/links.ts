import type { Link, PhrasingContent, RootContent } from 'mdast';
import { guess, oddity } from './import-log.ts';
import { lineOfBlock, type Reading } from './reading.ts';
import { hasWords, wordsOf } from './words-of.ts';

/** How addresses of the source are to be read. */
export interface LinkBase {
  /** Address of the page, against which short addresses are completed. */
  readonly url?: string | undefined;
  readonly find: (anchor: string) => string | undefined;
}

interface Settling extends LinkBase {
  readonly reading: Reading;
  /** Lines of short addresses, by address: the same one often stands in many places. */
  readonly short: Map<string, { readonly whole: string | undefined; readonly lines: number[] }>;
}

const SCHEMES = ['http', 'https', 'mailto', 'tel'];

/** Anchors within the text that it links to. */
export function linkedAnchors(blocks: readonly RootContent[], url: string | undefined): ReadonlySet<string> {
  const names = blocks.flatMap((block) => linksIn(block)).map((link) => anchorWithin(link.url, url));
  return new Set(names.flatMap((name) => (name === undefined ? [] : [name])));
}

/** Every link led to the section or written out; one that leads nowhere loses its address, never its words. */
export function settleLinks(blocks: readonly RootContent[], base: LinkBase, reading: Reading): readonly RootContent[] {
  const settling: Settling = { ...base, reading, short: new Map() };
  const settled = blocks.map((block) => settleInside(block, settling));
  for (const [href, { whole, lines }] of settling.short) nameShort(href, whole, lines, reading);
  return settled;
}

function nameShort(href: string, whole: string | undefined, lines: readonly number[], reading: Reading): void {
  const unit = reading.source.unit ?? 'line';
  const also = lines.length > 1 ? ` (also in ${lines.length === 2 ? unit : `${unit}s`} ${lines.slice(1).join(', ')})` : '';
  if (whole === undefined) {
    const message = `The address "${href}" is not written out${also}. Write the whole address, or policy:name for another policy of the site.`;
    guess(reading.log, 'link-relative', lines[0] ?? 1, message);
  } else {
    guess(reading.log, 'link-completed', lines[0] ?? 1, `The address "${href}" was completed to ${whole}${also}.`);
  }
}

function settleInside<Block extends RootContent>(node: Block, settling: Settling): Block {
  if (!('children' in node)) return node;
  return Object.assign({}, node, {
    children: node.children.flatMap((child: RootContent): readonly RootContent[] => {
      const settled = settleInside(child, settling);
      return settled.type === 'link' ? settle(settled, settling) : [settled];
    }),
  });
}

function settle(link: Link, settling: Settling): readonly PhrasingContent[] {
  const { reading } = settling;
  const line = lineOfBlock(link);
  const href = link.url.trim();
  if (!hasWords(link.children)) {
    if (href !== '')
      guess(reading.log, 'link-without-words', line, `A link to "${href}" has no words, so no reader could see it. It was left out.`);
    return link.children;
  }
  if (href === '') return link.children;
  const words = wordsOf(link);
  const anchor = anchorWithin(href, settling.url);
  if (anchor !== undefined) {
    const id = settling.find(anchor);
    if (id !== undefined) return [{ ...link, url: `#${id}` }];
    if (anchor !== '' && anchor !== 'top')
      oddity(
        reading.log,
        'link-broken',
        line,
        `The link "${words}" leads to "#${anchor}", which does not exist in the text. The words stay, without a link.`,
      );
    return link.children;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(href)?.[1]?.toLowerCase();
  if (scheme === undefined) return [{ ...link, url: complete(href, line, settling) }];
  if (SCHEMES.includes(scheme) && isWhole(spelt(href), scheme)) return [{ ...link, url: spelt(href) }];
  guess(
    reading.log,
    'link-scheme',
    line,
    `The link "${words}" leads to "${href}", which is no whole address of the web, of mail or of a telephone. The words stay, without a link.`,
  );
  return link.children;
}

function complete(href: string, line: number, settling: Settling): string {
  const whole = settling.url === undefined ? undefined : URL.parse(href, settling.url)?.href;
  const entry = settling.short.get(href) ?? { whole, lines: [] };
  if (entry.lines.at(-1) !== line) entry.lines.push(line);
  settling.short.set(href, entry);
  return whole ?? spelt(href);
}

function spelt(href: string): string {
  return href.replace(/[\s\p{Cc}\\]/gu, (sign) => encodeURIComponent(sign));
}

function isWhole(href: string, scheme: string): boolean {
  if (scheme === 'mailto') return /^mailto:[^@?]+@[^@?]+(?:\?.*)?$/iu.test(href);
  if (scheme === 'tel') return /^tel:\+?[\d().;=a-z-]+$/iu.test(href);
  return /^https?:\/\/[^/]/iu.test(href) && URL.canParse(href);
}

/** The anchor of a link that stays on the page; `undefined` for every other link. */
function anchorWithin(href: string, url: string | undefined): string | undefined {
  const own = url?.replace(/#.*$/su, '');
  const trimmed = href.trim();
  const rest = own !== undefined && trimmed.startsWith(`${own}#`) ? trimmed.slice(own.length) : trimmed;
  if (!rest.startsWith('#')) return undefined;
  const name = rest.replace(/^#+/u, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function linksIn(node: RootContent): readonly Link[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? node.children.flatMap((child) => linksIn(child)) : [];
}
