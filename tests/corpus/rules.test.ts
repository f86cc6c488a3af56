import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { importFile } from '../../src/cli/commands/import.ts';
import { checkContent } from '../../src/library/check-content.ts';
import { readLibrary } from '../../src/library/library.ts';
import { redlineWords } from '../../src/strings/redline.ts';
import type { Finding } from '../../src/model/finding.ts';
import { sharedFolderOf, SITE } from '../content-folder.ts';
import { NOW, run } from '../desk.ts';

const corpus = process.env['CODICIL_CORPUS'] ?? '../shared/corpus';

describe('the See Tickets policy of 2016 under the five profiles', () => {
  const folder = sharedFolderOf({ 'site.yaml': `${SITE}profiles: [gdpr, caloppa, ccpa, ftc, p2b]\n` });
  let findings: readonly Finding[];
  let receipt = '';

  beforeAll(async () => {
    const imported = await run(() =>
      importFile({ content: folder, policy: 'privacy', file: join(corpus, 'seetickets/privacy-2016-05-26.source.html') }),
    );
    receipt = imported.stdout;
    ({ findings } = await checkContent(await readLibrary(folder), { now: NOW, words: redlineWords }));
  });

  const found = (choose: (finding: Finding) => boolean): readonly string[] =>
    findings.filter(choose).map(({ rule, severity, place }) => `${severity} ${rule} ${place.section ?? ''}`.trim());

  test('says in words what lawyers found in it by hand, and no word more', () => {
    expect(found(({ rule }) => !rule.includes('/'))).toEqual([
      'warning posted-after-effective',
      'warning ambiguous-date preamble',
      'error consent-by-use preamble',
      'error consent-by-use storage-and-transfer-data',
      'warning notice-on-changes-vague changes-to-our-privacy-policy',
      'error check-back changes-to-our-privacy-policy',
      'warning notice-on-changes-vague changes-to-our-privacy-policy',
      'error consent-by-use changes-to-our-privacy-policy',
    ]);
  });

  test('says nothing about these topics', () => {
    expect(found(({ rule, severity }) => rule.includes('/') && severity !== 'info')).toEqual([
      'warning caloppa/dnt',
      'warning ccpa/categories-12m',
      'warning ccpa/consumer-rights',
      'warning ccpa/gpc',
      'warning ccpa/last-updated',
      'warning ccpa/opt-out-link',
      'warning gdpr/automated-decisions',
      'warning gdpr/complaint-authority',
      'warning gdpr/dpo',
      'warning gdpr/legal-basis',
      'warning gdpr/legitimate-interests',
      'warning gdpr/retention',
      'warning gdpr/rights-portability',
      'warning gdpr/withdraw-consent',
    ]);
  });

  test('has sections that seem to speak of the others, one list a profile; terms of platforms are none of them', () => {
    expect(found(({ severity }) => severity === 'info')).toEqual(['info caloppa/untagged', 'info ccpa/untagged', 'info gdpr/untagged']);
  });

  test('had a list of contents whose words were not those of a heading: the receipt of its import tells', () => {
    expect(receipt).toMatch(/The list of contents says "[^"]+", the heading says "[^"]+"/);
  });
});
