import { describe, expect, test } from 'vitest';
import { unexplained } from '../../../src/interchange/import/receipt.ts';
import { fc, page } from './arbitrary.ts';
import { html, markdown } from './fixtures.ts';

const pages = fc.array(page, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n'));

describe('whatever a page holds', () => {
  test('it is imported word for word, as a draft that can be read', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const { receipt, findings } = html(text);
        const faults = findings.filter((finding) => finding.rule !== 'source-empty');
        expect({ lost: unexplained(receipt.lost), added: receipt.added, faults }).toEqual({ lost: [], added: [], faults: [] });
      }),
      { numRuns: 150 },
    );
  });

  test('it is imported word for word when it stands in a Markdown file', () => {
    const files = fc.tuple(pages, fc.constantFrom('', '# Title\n\n', '- ', '> '));
    fc.assert(
      fc.property(files, ([text, before]) => {
        // An empty line would end the page within the Markdown, and its tags with it.
        const { receipt, findings } = markdown(before + text.replaceAll('\n', ' '));
        const faults = findings.filter((finding) => finding.rule !== 'source-empty');
        expect({ lost: unexplained(receipt.lost), added: receipt.added, faults }).toEqual({ lost: [], added: [], faults: [] });
      }),
      { numRuns: 150 },
    );
  });
});
