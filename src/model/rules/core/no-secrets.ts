import { shortened, type Found, type TextRule } from './input.ts';
import type { Sentence } from './sentences.ts';

const LEFT_OVERS: readonly RegExp[] = [
  /\b(?:TODO|TBD|TBC|FIXME|TK TK|NTD)\b/u,
  /\bX{2,}(?:[/.-]X{2,})+\b|\bXXX+\b|(?<=[$€£]\s?)X+\b/u,
  /\blorem ipsum\b/iu,
  /\[\s*(?:●|•|…|\.{2,}|_+|\*+|\?+)\s*\]/u,
  /\{\{[^}]*\}\}|<<[^<>]+>>|%%\w+%%/u,
  /_{4,}/u,
  /\[(?:insert|enter|add|fill in|replace|note to|drafting note|to be)\b[^\]]*\]/iu,
  /\[\s*(?:your |the |our |name of (?:your |the )?)?(?:company|business|site|website|organi[sz]ation|product|name|date|address|e-?mail|url|phone|telephone|jurisdiction|state|country)(?: (?:name|address|number|url|here))*\s*\]/iu,
  /\((?:insert|fill in|to be (?:confirmed|completed|added|decided))\b[^)]*\)/iu,
];

/** Notes of those who drafted the text, and places that nobody filled in. */
export const noSecrets: TextRule = {
  id: 'no-secrets',
  about: 'Draft notes or places to be filled in are left in the text.',
  decided: 'heuristic',
  severity: 'warning',
  find: ({ sentences }) => sentences.flatMap(found),
};

function found({ text, section }: Sentence): readonly Found[] {
  return LEFT_OVERS.flatMap((pattern): readonly Found[] => {
    const match = pattern.exec(text);
    if (!match) return [];
    const message = `"${shortened(match[0], 50)}" looks like a note of those who drafted the text, or a place that was to be filled in. Put the words that readers are to see there, or remove it.`;
    return [{ section, quote: text.slice(match.index), message }];
  });
}
