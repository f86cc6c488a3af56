import { wordsOf } from '../../record/inline.ts';
import { linksIn } from './links-in.ts';
import type { Found, TextRule } from './input.ts';

/** A link leads to the page of a version that is not in force any more. */
export const linkSuperseded: TextRule = {
  id: 'link-superseded',
  about: 'A link leads to a version that was superseded, and not to the text in force.',
  // That the version is superseded is certain; that the text in force is meant is not.
  decided: 'heuristic',
  severity: 'warning',
  find({ record, siteUrl, superseded }) {
    if (siteUrl === undefined) return [];
    return linksIn(record).flatMap(({ link, section }): readonly Found[] => {
      const { target } = link;
      if (target.kind !== 'address' || !target.href.startsWith(`${siteUrl}/`)) return [];
      const [policy = '', version = ''] = target.href.slice(siteUrl.length + 1).split(/[/?#]/u);
      if (!superseded.has(`${policy}/${version}`)) return [];
      const message = `The link "${wordsOf(link.children)}" leads to the version ${version} of ${policy}, which is not in force any more. Write policy:${policy} to lead to the text in force, or say under "attested" with rule: link-superseded that the earlier one is meant.`;
      return [{ section, quote: wordsOf(link.children), message }];
    });
  },
};
