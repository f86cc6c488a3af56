import { createHash } from 'node:crypto';
import { canonicalText } from '../model/record/canonical.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import { structureText } from '../model/record/structure.ts';
import type { Digests } from '../model/version.ts';

/** Both digests of a text (canon 1): SHA-256 over UTF-8. */
export function digestsOf(record: PolicyRecord): Digests {
  return { words: sha256(canonicalText(record)), record: sha256(structureText(record)) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
