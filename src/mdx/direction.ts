// A list of our own: what Intl says of a language changes with the ICU of the machine, and records must not.
const RIGHT_TO_LEFT = new Set(
  'ar aii arc ary arz azb bal ckb dv fa glk he iw ji ks lrc mzn nqo pes pnb prs ps rhg sd sdh skr syr ug ur yi'.split(' '),
);
const RIGHT_TO_LEFT_SCRIPTS = new Set('adlm arab aran hebr mand nkoo rohg samr syrc thaa'.split(' '));

/** Direction in which a language is written, by its tag: `ar-EG` is `rtl`. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const tag = lang.toLowerCase();
  const parts = tag.split('-');
  const script = parts.find((part) => part.length === 4);
  if (script !== undefined) return RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(parts[0] ?? '') ? 'rtl' : 'ltr';
}
