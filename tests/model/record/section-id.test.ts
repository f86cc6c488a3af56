import { describe, expect, test } from 'vitest';
import { headingLabel, idFromHeading, sectionIdFault } from '../../../src/model/record/section-id.ts';

describe('id of a section', () => {
  test.each(['your-rights', 'a', '4', '2nd-party', 'a--b', 'preamble-2'])('can be "%s"', (id) => {
    expect(sectionIdFault(id)).toBeUndefined();
  });

  test.each([
    ['', 'has no letters'],
    ['Your-Rights', 'small letters'],
    ['your rights', 'small letters'],
    ['your_rights', 'small letters'],
    ['rights.2', 'small letters'],
    ['überblick', 'small letters'],
    ['-rights', 'begin with'],
    ['_frame', 'small letters'],
    ['preamble', 'without a heading'],
    ['text', 'without a heading'],
  ])('cannot be "%s"', (id, reason) => {
    expect(sectionIdFault(id)).toContain(reason);
  });
});

describe('id made from a heading', () => {
  test.each([
    ['Your rights', 'your-rights'],
    ['4.2 Your rights under the GDPR', 'your-rights-under-the-gdpr'],
    ['1. Who we are', 'who-we-are'],
    ['(a) Cookies', 'cookies'],
    ['IV. Liability', 'liability'],
    ['Section 3: Payment', 'payment'],
    ['§ 5.1 Kündigung', 'kundigung'],
    ['30 days to return', '30-days-to-return'],
    ['Children’s privacy', 'childrens-privacy'],
    ['Données à caractère personnel', 'donnees-a-caractere-personnel'],
    ['A heading of more than six words in all', 'a-heading-of-more-than-six'],
    ['Terms & conditions', 'terms-conditions'],
    ['個人情報', 'section-7'],
    ['Text', 'section-7'],
    ['Preamble', 'section-7'],
    ['', 'section-7'],
  ])('"%s" gives "%s"', (heading, id) => {
    expect(idFromHeading(heading, 7, new Set())).toBe(id);
  });

  test('is never one that is taken', () => {
    expect(idFromHeading('Contact', 1, new Set(['contact', 'contact-2']))).toBe('contact-3');
  });

  test('can always be the id of a section', () => {
    for (const heading of ['-', '--- a', '...', '’', '4.2', 'ﬁne print', '١٢']) {
      expect(sectionIdFault(idFromHeading(heading, 1, new Set()))).toBeUndefined();
    }
  });
});

describe('label of a heading', () => {
  test.each([
    ['4. Retention', '4.', 'Retention'],
    ['4.2 Retention', '4.2', 'Retention'],
    ['4.2. Retention', '4.2.', 'Retention'],
    ['4) Retention', '4)', 'Retention'],
    ['(a) Retention', '(a)', 'Retention'],
    ['(iv) Retention', '(iv)', 'Retention'],
    ['B. Retention', 'B.', 'Retention'],
    ['XII. Retention', 'XII.', 'Retention'],
    ['§ 4.2 Retention', '§ 4.2', 'Retention'],
    ['Article 6 Lawfulness', 'Article 6', 'Lawfulness'],
    ['Section 3: Payment', 'Section 3:', 'Payment'],
  ])('"%s" has the label "%s"', (heading, label, rest) => {
    expect(headingLabel(heading)).toEqual({ label, rest });
  });

  test.each(['Retention', '30 days', 'A right', 'I agree', '4.', 'Section', '2016-05-26 edition', '1.5% fee'])(
    '"%s" has none',
    (heading) => {
      expect(headingLabel(heading)).toEqual({ rest: heading });
    },
  );
});
