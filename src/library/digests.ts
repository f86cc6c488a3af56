import { createHash } from 'node:crypto';
import { canonicalText } from '../model/record/canonical.ts';
import type { PolicyRecord } from '../model/record/record.ts';
import { structureText } from '../model/record/structure.ts';
import type { Digests } from '../model/version.ts';

/** Both digests of a text (canon 1): SHA-256 over UTF-8. */
export function digestsOf(record: PolicyRecord): Digests {
  return { words: sha256(canonicalText(record)), record: sha256(structureText(record)) };
}

/** SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
