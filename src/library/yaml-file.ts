import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { readText } from './read-text.ts';
import { readSettings, type Settings } from './settings.ts';

/** Reads a file of settings that must be there; without it, `why` completes the finding: what the file is needed for. */
export async function readYaml<T>(content: string, file: string, schema: z.ZodType<T>, why: string): Promise<Settings<T>> {
  const path = join(content, file);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    const message = `The file ${file} is missing. ${why}`;
    return { findings: [{ rule: 'file-missing', severity: 'error', place: { file }, message }], placeOf: () => ({ file }) };
  }
  const read = await readText(path, file);
  if ('finding' in read) return { findings: [read.finding], placeOf: () => ({ file }) };
  return readSettings({ yaml: read.text, file, linesBefore: 0 }, schema);
}
