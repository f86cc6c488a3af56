import { sortFindings, type Finding } from '../../finding.ts';
import type { PublishInput } from './input.ts';

/** One rule of publishing: no findings when it is kept. Never throws. */
export type PublishRule = (input: PublishInput) => readonly Finding[];

const RULES: readonly PublishRule[] = [];

/** Everything that stands against publishing a draft on a day; none when it may be published. Never throws; input is not changed. */
export function publishFindings(input: PublishInput): readonly Finding[] {
  return sortFindings(RULES.flatMap((rule) => rule(input)));
}
