import type { FrozenVersion, Materiality } from '../frozen-version.ts';

const BOUND: readonly (Materiality | undefined)[] = ['substantive', 'material'];

/**
 * Whether the promise of the version in force binds this version: it does when people must learn of the change before it
 * counts. A first text, a correction of spelling and a clearer wording may take effect at once; so may a waived notice.
 */
export function isBoundByPromise(version: Pick<FrozenVersion, 'materiality' | 'noticeWaiver'>): boolean {
  return BOUND.includes(version.materiality) && version.noticeWaiver === undefined;
}
