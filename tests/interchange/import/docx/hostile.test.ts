import { deflateRawSync, crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeZip } from '../../../../src/interchange/import/docx/write-zip.ts';
import { docxOf, importBytes, linesOf, p, partsOf } from './build-docx.ts';

const GOOD = partsOf(p('We keep little.'));
const without = (name: string) => writeZip(new Map([...GOOD].filter(([key]) => key !== name)));
const having = (name: string, text: string) => writeZip(new Map([...GOOD, [name, text]]));

/** A zip whose one large part says of itself that it is small, or tells the truth. */
function bomb(claims: 'the truth' | 'to be small'): Uint8Array {
  const zeros = Buffer.alloc(60_000_000, 0x20);
  const packed = deflateRawSync(zeros);
  const name = Buffer.from('word/document.xml');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(zeros), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(claims === 'the truth' ? zeros.length : 1000, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

const OLD = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
const LOCKED = Buffer.concat([OLD, Buffer.from('EncryptedPackage', 'utf16le')]);
const twice = () => {
  const bytes = Buffer.from(having('word/documenu.xml', 'x'));
  return Buffer.from(bytes.toString('latin1').replaceAll('word/documenu.xml', 'word/document.xml'), 'latin1');
};
const encrypted = () => {
  const bytes = Buffer.from(docxOf(p('x')));
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 1)) bytes[at + 8] = 1;
  return bytes;
};

describe('a file that is no Word file, or not a safe one', () => {
  test.each([
    ['is empty', () => Buffer.alloc(0), 'source-empty', /is empty/],
    ['is text', () => Buffer.from('We keep little.'), 'docx-not', /no Word file, whatever it is called/],
    ['is a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'docx-not', /no Word file/],
    ['is an old .doc', () => OLD, 'docx-old', /old kind \.doc.*save it as \.docx/],
    ['is rich text', () => Buffer.from('{\\rtf1 x}'), 'docx-old', /rich text/],
    ['is protected by a password', () => LOCKED, 'docx-locked', /password/],
    ['has encrypted parts', encrypted, 'docx-locked', /password/],
    ['is cut off', () => docxOf(p('x')).subarray(0, 400), 'docx-damaged', /damaged or incomplete/],
    ['is another zip', () => writeZip(new Map([['a.txt', 'x']])), 'docx-damaged', /no text of a Word document/],
    ['lacks its text', () => without('word/document.xml'), 'docx-damaged', /no text of a Word document/],
    ['has its text twice', twice, 'docx-damaged', /two parts called word\/document\.xml/],
    ['unpacks to far too much', () => bomb('the truth'), 'docx-too-large', /unpacks to more than 48 MB/],
    ['unpacks to more than it says', () => bomb('to be small'), 'docx-damaged', /damaged/],
    [
      'holds entities of its own',
      () => having('word/document.xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
      'docx-hostile',
      /declares a document type/,
    ],
    ['holds broken XML', () => having('word/document.xml', '<w:document><w:body></w:document>'), 'docx-damaged', /cannot be read/],
    ['holds bytes that are no text', () => having('word/document.xml', '<a>&nope;</a>'), 'docx-damaged', /cannot be read/],
    [
      'is nested without end',
      () => docxOf('<w:sdt><w:sdtContent>'.repeat(300) + p('x') + '</w:sdtContent></w:sdt>'.repeat(300)),
      'nested-too-deeply',
      /nested more than/,
    ],
    ['puts in another file', () => docxOf('<w:altChunk r:id="x"/>'), 'docx-in-parts', /whole other file/],
    ['has no words', () => docxOf(p('')), 'source-empty', /No words of a policy/],
  ])('gives one finding when it %s', async (_, bytes, rule, says) => {
    const { findings, body } = await importBytes(bytes());
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(findings[0]?.message).toMatch(says);
    expect(body).toBe('');
  });

  test('is read from nowhere but itself, however its relationships are called', async () => {
    const rels = GOOD.get('_rels/.rels') ?? '';
    const out = await importBytes(having('_rels/.rels', rels.replace('word/document.xml', '../../../../etc/passwd')));
    expect(out.findings.map(({ rule }) => rule)).toEqual(['docx-damaged']);
    const far = await importBytes(
      having(
        'word/_rels/document.xml.rels',
        '<Relationships><Relationship Id="s" Type="x/styles" Target="http://example.org/a.xml" TargetMode="External"/></Relationships>',
      ),
    );
    expect(linesOf(far)).toEqual(['We keep little.']);
  });

  test('gives a finding or a draft whatever bytes of it are changed', async () => {
    const bytes = Buffer.from(docxOf(p('We keep little.') + p('We sell nothing.')));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (edits) => {
        const copy = Buffer.from(bytes);
        for (const [at, to] of edits) copy[at] = to;
        const { findings, body } = await importBytes(copy);
        expect(findings.length > 0 || body !== '').toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('gives a finding or a draft whatever its XML says', async () => {
    const text = GOOD.get('word/document.xml') ?? '';
    const piece = fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:t>a</w:t>',
      '<w:tbl>',
      '</w:tbl>',
      '<w:tr>',
      '<w:tc/>',
      '<w:ins>',
      '</w:ins>',
      '&#0;',
      '&#xD800;',
      '&amp;',
      '<',
      '"',
      '<w:numPr/>',
      '<w:fldChar w:fldCharType="end"/>',
      '<w:footnoteReference w:id="9"/>',
      '<w:hyperlink r:id="no">',
      '<w:tbl/>',
      '<w:sym/>',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.array(piece, { maxLength: 6 }), async (at, pieces) => {
        const { findings, body } = await importBytes(having('word/document.xml', text.slice(0, at) + pieces.join('') + text.slice(at)));
        expect(findings.length > 0 || body !== '').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
