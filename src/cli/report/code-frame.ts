import { styleText } from 'node:util';
import type { Place } from '../../model/finding.ts';

const WIDTH = 100;
/** What stands before the place in a line too long to be shown whole. */
const BEFORE = 30;

/** The line that a finding is about, and a caret under its column; empty when there is no such line. */
export function codeFrame(place: Place, lines: readonly string[] | undefined, isColoured: boolean): string {
  const line = place.line === undefined ? undefined : lines?.[place.line - 1];
  if (line === undefined || place.line === undefined || line.trim() === '') return '';
  const column = Math.min(place.column ?? 1, line.length + 1);
  const isLong = line.length > WIDTH;
  const start = isLong ? Math.max(0, Math.min(column - 1 - BEFORE, line.length - WIDTH)) : 0;
  const [head, tail] = [start > 0 ? '…' : '', start + WIDTH < line.length ? '…' : ''];
  // Tabs would move the caret away from its column.
  const shown = `${head}${line.slice(start, start + WIDTH)}${tail}`.replaceAll('\t', ' ');
  const number = String(place.line);
  const caret = place.column === undefined ? '' : `${' '.repeat(column - 1 - start + head.length)}^`;
  const rows = [`  ${number} | ${shown}`, ...(caret === '' ? [] : [`  ${' '.repeat(number.length)} | ${caret}`])];
  return rows.map((row) => `${isColoured ? styleText('dim', row, { validateStream: false }) : row}\n`).join('');
}
