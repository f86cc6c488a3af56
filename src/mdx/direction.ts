// A list of our own: what Intl says of a language changes with the ICU of the machine, and records must not.
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'ha-arab',
  'he',
  'ks',
  'ku-arab',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** Direction in which a language is written, by its tag: `ar-EG` is `rtl`. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const tag = lang.toLowerCase();
  const parts = tag.split('-');
  const script = parts.find((part) => part.length === 4);
  if (script !== undefined) return ['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm'].includes(script) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(parts[0] ?? '') ? 'rtl' : 'ltr';
}
