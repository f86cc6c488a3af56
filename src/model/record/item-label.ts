import type { List, Marker } from './record.ts';

/** The label that readers see before an item, in words: `3.`, `c.`, `iv.`; `index` counts from 0. */
export function itemLabel(order: NonNullable<List['order']>, index: number): string {
  return `${counted(order.start + index, order.marker)}.`;
}

function counted(value: number, marker: Marker): string {
  switch (marker) {
    case '1':
      return String(value);
    case 'a':
      return letters(value);
    case 'A':
      return letters(value).toUpperCase();
    case 'i':
      return roman(value);
    case 'I':
      return roman(value).toUpperCase();
  }
}

// Out of range, browsers fall back to digits (CSS Counter Styles 3, §7.1.4), and so does the label.
function letters(value: number): string {
  if (value < 1) return String(value);
  const rest = Math.floor((value - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((value - 1) % 26));
}

const NUMERALS = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let text = '';
  for (const [numeral, worth] of NUMERALS) {
    while (left >= worth) {
      text += numeral;
      left -= worth;
    }
  }
  return text;
}
