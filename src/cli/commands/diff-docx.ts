import { redlineDocx, type RedlineDocx } from '../../interchange/export/docx/redline-docx.ts';
import type { Docx } from '../../interchange/export/docx/write-runs.ts';
import type { Redline } from '../../model/redline/redline.ts';
import { UsageError } from '../io.ts';

/**
 * The redline as a Word file. @throws UsageError when the package that writes it, which nothing else needs, was left out.
 */
export async function wordFile(marked: Redline, facts: RedlineDocx, load: () => Promise<Docx> = () => import('docx')): Promise<Uint8Array> {
  const docx = await load().catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new UsageError(
      'A redline for Word needs the package "docx", which is not installed here. Install it with: npm ci --ignore-scripts',
    );
  });
  return redlineDocx(marked, facts, docx);
}
