import { linksIn } from './links-in.ts';
import type { Found, TextRule } from './input.ts';

// RFC 2606 and RFC 6761: names that never belong to anybody.
const RESERVED = /(?:^|[@.])(?:example\.(?:com|org|net)|example|test|invalid|localhost)$/iu;

/** Nobody can be reached at an address that belongs to nobody. */
export const contact: TextRule = {
  id: 'contact',
  about: 'An address in the text is one that nobody can have, such as help@example.org.',
  decided: 'exact',
  severity: 'warning',
  find({ record, siteUrl }) {
    if (siteUrl === undefined || isReserved(siteUrl)) return [];
    return linksIn(record).flatMap(({ link, section }): readonly Found[] => {
      if (link.target.kind !== 'address' || !isReserved(link.target.href)) return [];
      const message = `Nobody can be reached at "${link.target.href}": such addresses are kept for examples. Write your own.`;
      return [{ section, quote: link.children.filter((child) => typeof child === 'string').join(''), message }];
    });
  },
};

/** Whether an address (e-mail, mailto: or https:) has a name that is kept for examples. */
export function isReserved(address: string): boolean {
  const host = /^mailto:([^?]+)/iu.exec(address)?.[1] ?? /^https?:\/\/([^/?#:]+)/iu.exec(address)?.[1] ?? address;
  return RESERVED.test(host);
}
