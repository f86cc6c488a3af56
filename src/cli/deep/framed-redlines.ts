import { sha256 } from '../../library/digests.ts';
import { framedRedline } from '../../model/redline/html/redline-document.ts';
import type { PolicyRecord } from '../../model/record/record.ts';
import { redlineWords } from '../../strings/redline.ts';
import { prefixOf, withoutPrefix } from '../../view/redlines.ts';

interface Redlined {
  readonly version: string;
  readonly record: PolicyRecord;
  readonly title: string;
  readonly redlines: Readonly<Record<string, string>>;
}

const ARTICLE = /<article class="redline prose" data-from="([^"]+)"[^>]*>([\s\S]*?)<\/article>/gu;

/**
 * The page of a version's changes holds its frozen redlines, byte for byte: put back into the document around it, each has the
 * digest that the ledger names.
 */
export function redlineFaults(
  html: string,
  { version, record, title, redlines }: Redlined,
): readonly { readonly rule: string; readonly message: string }[] {
  const found = new Map([...html.matchAll(ARTICLE)].map(([, from = '', sections = '']) => [from, sections]));
  const fault = (message: string): { readonly rule: string; readonly message: string } => ({ rule: 'page-redline', message });
  const strange = [...found.keys()].filter((from) => redlines[from] === undefined);
  return [
    ...strange.map((from) => fault(`The page compares with version ${from}, and the ledger names no such redline.`)),
    ...Object.entries(redlines).flatMap(([from, expected]) => {
      const sections = found.get(from);
      if (sections === undefined) return [fault(`The redline against version ${from} is not on the page. Build the site again.`)];
      const facts = { title, from, to: version, words: redlineWords(record.lang) };
      // Where several stand on one page, the ids of all but the first have a prefix.
      const digests = [sections, withoutPrefix(sections, prefixOf(from))].map((one) => sha256(framedRedline(one, record, facts)));
      if (digests.includes(expected)) return [];
      return [
        fault(
          `The redline against version ${from} is not the one that was frozen: the ledger has the digest ${expected}, the page gives ${digests[0]}.`,
        ),
      ];
    }),
  ];
}
