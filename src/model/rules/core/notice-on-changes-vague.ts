import { changesClause } from './changes-clause.ts';
import { isEnglish, shortened, type Found, type TextRule } from './input.ts';
import type { Sentence } from './sentences.ts';

const TELLING =
  /\b(?:notif(?:y|ies|ied|ication)|notice|inform(?:ed)?|tell|let (?:you|users|customers) know|announce[sd]?|alert|post(?:ed|ing|s)?|e-?mail(?:ed|ing)?|publish(?:ed|ing)?|effective|provide (?:you|users|customers))\b/iu;
const OPEN: readonly RegExp[] = [
  /\band\/or\b/iu,
  /\b(?:may|might) (?:also |choose to |elect to |in addition )?(?:notify|inform|tell|alert|announce|e-?mail|post (?:a )?notice|provide (?:you|notice|users|additional))\b/iu,
  /\b(?:at|in) (?:our|its|the company['’]s) (?:sole |own |absolute )?(?:and absolute )?discretion\b/iu,
  /\b(?:where|if|when|as) (?:we (?:deem|think|consider|believe) (?:it )?)?(?:appropriate|necessary|practicable|feasible|possible|warranted)\b/iu,
  /\bwithout (?:any )?(?:prior )?(?:notice|notifying|notification)\b/iu,
  /\b(?:such as|for example|e\.g\.|by means such as)\b[^.]{0,80}\bor\b/iu,
];

/** The clause about changes leaves open whether, when or by what means readers are told. */
export const noticeOnChangesVague: TextRule = {
  id: 'notice-on-changes-vague',
  about: 'The clause about changes leaves open how readers are told of them.',
  decided: 'heuristic',
  severity: 'warning',
  citation: { law: 'Cal. BPC 22575(b)(3); WP260 rev.01 paras 29-31', basis: 'secondary' },
  find: (text) => (isEnglish(text) ? changesClause(text).flatMap(found) : []),
};

function found({ text, section }: Sentence): readonly Found[] {
  // "Modify or discontinue the service without notice" is about the service.
  if (!TELLING.test(text) || /\b(?:discontinue|suspend|terminate)\b/iu.test(text)) return [];
  const words = OPEN.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  if (words.length === 0) return [];
  const quoted = words.map((word) => `"${shortened(word, 50)}"`).join(', ');
  const message =
    `${quoted} ${words.length === 1 ? 'leaves' : 'leave'} it open how readers learn of a change: "${shortened(text)}" ` +
    'Say which channel is used in every case, and how many days before the change.';
  return [{ section, quote: text, message }];
}
