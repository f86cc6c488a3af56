import { writeZip } from '../../import/docx/write-zip.ts';
import { readZip } from '../../import/docx/zip.ts';

/**
 * A Word file without what its writer made up: the hour, the names of links, which are by chance, and the numbers of places, which
 * go on from file to file. Same content, same bytes; for that, nothing is packed.
 */
export function stableDocx(bytes: Uint8Array, day: string): Uint8Array {
  const { names, read } = readZip(bytes);
  const links = new Map<string, string>();
  const places = new Map<string, string>();
  const numberIn = (known: Map<string, string>, name: string, lead: string): string => {
    const number = known.get(name) ?? `${lead}${known.size + 1}`;
    known.set(name, number);
    return number;
  };
  const stable = [...names].toSorted().map((name) => {
    const text = new TextDecoder()
      .decode(read(name))
      .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}`)
      .replaceAll(/(<[^>]* (?:r:id|Id)=")(rId[\w-]{12,})(?=")/gu, (_, lead: string, id: string) => lead + numberIn(links, id, 'rIdLink'))
      .replaceAll(/(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)(?=")/gu, (_, lead: string, id: string) => lead + numberIn(places, id, ''));
    return [name, text] as const;
  });
  return writeZip(new Map(stable));
}
