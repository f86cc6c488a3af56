import { readZip } from '../../import/docx/zip.ts';
import { writeZip } from '../../import/docx/write-zip.ts';

/** A Word file without what its writer made up: the hour, and names by chance. Same content, same bytes. */
export function stableDocx(bytes: Uint8Array, day: string): Uint8Array {
  const parts = readZip(bytes);
  const names = [...parts.names].toSorted();
  const texts = names.map((name) => new TextDecoder().decode(parts.read(name)));
  const stable = names.map((name, index) => {
    const text = texts[index] ?? '';
    if (name === 'docProps/core.xml') return text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}`);
    return text;
  });
  // Names of links are by chance; they are counted in the order in which they stand in the text.
  const known = new Map<string, string>();
  const renamed = stable.map((text, index) =>
    /\.(?:xml|rels)$/u.test(names[index] ?? '')
      ? text.replaceAll(/\b(r:id|Id)="(rId[\w-]{12,})"/gu, (_, key: string, id: string) => {
          const name = known.get(id) ?? `rIdLink${known.size + 1}`;
          known.set(id, name);
          return `${key}="${name}"`;
        })
      : text,
  );
  return writeZip(new Map(names.map((name, index) => [name, renamed[index] ?? ''])));
}
