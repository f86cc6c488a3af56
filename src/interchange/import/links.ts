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

const SCHEMES = ['http', 'https', 'mailto', 'tel'];

/** Anchors within the text that it links to. */
export function linkedAnchors(blocks: readonly RootContent[], url: string | undefined): ReadonlySet<string> {
  const names = blocks.flatMap((block) => linksIn(block)).map((link) => anchorWithin(link.url, url));
  return new Set(names.flatMap((name) => (name === undefined ? [] : [name])));
}

/** Every link led to the section or written out; one that leads nowhere loses its address, never its words. */
export function settleLinks(blocks: readonly RootContent[], base: LinkBase, reading: Reading): readonly RootContent[] {
  return blocks.map((block) => settleInside(block, base, reading));
}

function settleInside<Block extends RootContent>(node: Block, base: LinkBase, reading: Reading): Block {
  if (!('children' in node)) return node;
  return Object.assign({}, node, {
    children: node.children.flatMap((child: RootContent): readonly RootContent[] => {
      const settled = settleInside(child, base, reading);
      return settled.type === 'link' ? settle(settled, base, reading) : [keepFacts(settled, child, reading)];
    }),
  });
}

/** Copies carry what is known of the block they were made from. */
function keepFacts(copy: RootContent, original: RootContent, reading: Reading): RootContent {
  const origin = reading.origins.get(original);
  if (origin) reading.origins.set(copy, origin);
  return copy;
}

function settle(link: Link, base: LinkBase, reading: Reading): readonly PhrasingContent[] {
  const line = lineOfBlock(link);
  const href = link.url.trim();
  if (!hasWords(link.children)) {
    if (href !== '') guess(reading.log, 'link-without-words', line, `A link to "${href}" has no words, so no reader could see it. It was left out.`);
    return link.children;
  }
  const words = wordsOf(link);
  const anchor = anchorWithin(href, base.url);
  if (anchor !== undefined) {
    const id = base.find(anchor);
    if (id !== undefined) return [{ ...link, url: `#${id}` }];
    if (anchor !== '' && anchor !== 'top') oddity(reading.log, 'link-broken', line, `The link "${words}" leads to "#${anchor}", which does not exist in the text. The words stay, without a link.`);
    return link.children;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(href)?.[1]?.toLowerCase();
  if (scheme === undefined) return [{ ...link, url: complete(href, words, line, base, reading) }];
  if (SCHEMES.includes(scheme)) return [{ ...link, url: spelt(href) }];
  guess(reading.log, 'link-scheme', line, `The link "${words}" leads to "${href}", where a policy may not link to. The words stay, without a link.`);
  return link.children;
}

function complete(href: string, words: string, line: number, base: LinkBase, reading: Reading): string {
  const whole = base.url === undefined ? undefined : URL.parse(href, base.url)?.href;
  if (whole !== undefined) {
    guess(reading.log, 'link-completed', line, `The address "${href}" of the link "${words}" was completed to ${whole}.`);
    return whole;
  }
  guess(reading.log, 'link-relative', line, `The address "${href}" of the link "${words}" is not written out. Write the whole address, or policy:name.`);
  return spelt(href);
}

function spelt(href: string): string {
  return href.replace(/\s/gu, (space) => encodeURIComponent(space));
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
