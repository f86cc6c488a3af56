import { RECORD_FORMAT, type PolicyRecord } from '../../model/record/record.ts';

/**
 * The text in a `policy.json`. Its parts are as the site wrote them; only what tells one format from another is looked at.
 *
 * @throws when it holds no text, or one of a later format than this page can read.
 */
export function recordIn(document: unknown): PolicyRecord {
  const text = typeof document === 'object' && document !== null && 'text' in document ? document.text : undefined;
  if (!isRecord(text)) throw new Error('This is no text of a format that this page can read.');
  return text;
}

function isRecord(text: unknown): text is PolicyRecord {
  if (typeof text !== 'object' || text === null) return false;
  const { format, lang, dir, sections }: Partial<Record<keyof PolicyRecord, unknown>> = text;
  const isKnown = format === RECORD_FORMAT && typeof lang === 'string' && (dir === 'ltr' || dir === 'rtl');
  return isKnown && Array.isArray(sections) && sections.every(isSection);
}

function isSection(section: unknown): boolean {
  if (typeof section !== 'object' || section === null) return false;
  const { blocks, sections, notes }: { readonly blocks?: unknown; readonly sections?: unknown; readonly notes?: unknown } = section;
  return Array.isArray(blocks) && Array.isArray(notes) && Array.isArray(sections) && sections.every(isSection);
}
