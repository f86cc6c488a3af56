import { crc32, inflateRawSync } from 'node:zlib';
import { DocxFault } from './docx-fault.ts';

/** Parts of a Word file by name; each is unpacked when it is asked for. */
export interface Parts {
  readonly names: ReadonlySet<string>;
  /** `undefined` when there is no such part. @throws DocxFault when it is damaged, or too large together with those before. */
  readonly read: (name: string) => Uint8Array | undefined;
}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const MOST_ENTRIES = 5000;
/** All parts that are read, unpacked. The text of the longest known policy makes 8 MB of it. */
const MOST_UNPACKED = 48_000_000;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The table of contents of a zip file (APPNOTE 6.3.10, §4.3). Nothing is written anywhere and names are only ever compared, so a
 * name cannot lead out of the file; what unpacks to more than it should is cut off while it unpacks.
 */
export function readZip(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readEntries(view, bytes);
  let left = MOST_UNPACKED;
  return {
    names: new Set(entries.keys()),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const unpacked = unpack(entry, name, { view, bytes, most: left });
      left -= unpacked.length;
      return unpacked;
    },
  };
}

function readEntries(view: DataView, bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xff_ff || at === 0xff_ff_ff_ff || count > MOST_ENTRIES) {
    throw new DocxFault(
      'docx-too-large',
      `The file holds more than ${MOST_ENTRIES} parts. No policy does: check that it is the right file.`,
    );
  }
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    if ((view.getUint16(at + 8, true) & 1) === 1) throw locked();
    // Two parts of one name: readers would differ in which they show.
    if (entries.has(name))
      throw new DocxFault('docx-damaged', `The file holds two parts called ${name}. Open it in Word and save it anew.`);
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The record at the end of the file, behind which only a comment may stand. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xff_ff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

interface Unpacking {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly most: number;
}

function unpack({ method, crc, packedSize, size, offset }: Entry, name: string, { view, bytes, most }: Unpacking): Uint8Array {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > view.byteLength) throw damaged();
  if (size > most || (method === 0 && packedSize > most)) throw tooLarge();
  const packed = bytes.subarray(start, start + packedSize);
  let unpacked: Uint8Array;
  if (method === 0) unpacked = packed;
  else if (method === 8) unpacked = inflate(packed, size);
  else
    throw new DocxFault(
      'docx-damaged',
      `The part ${name} is packed in a way that Word does not use. Open the file in Word and save it anew.`,
    );
  if (unpacked.length !== size || crc32(unpacked) !== crc) throw damaged();
  return unpacked;
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    // What the packer or the limit refuses is a fault of the file; anything else is none of ours.
    if (error instanceof Error && 'code' in error) throw damaged();
    throw error;
  }
}

function damaged(): DocxFault {
  return new DocxFault('docx-damaged', 'The file is damaged or incomplete. Open it in Word or LibreOffice and save it anew as .docx.');
}

function locked(): DocxFault {
  return new DocxFault('docx-locked', 'The file is protected by a password. Open it in Word, take the password away and save it.');
}

function tooLarge(): DocxFault {
  return new DocxFault(
    'docx-too-large',
    `The text of the file unpacks to more than ${MOST_UNPACKED / 1_000_000} MB. No policy is so long: check that it is the right file.`,
  );
}
