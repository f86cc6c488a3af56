import { describe, expect, test } from 'vitest';
import { compared, kindsIn, markedWords } from './marked.ts';
import { paragraph } from './texts.ts';

describe('a date, a sum or a number is marked as a whole', () => {
  test.each([
    ['Effective date: October 11, 2017', 'Effective date: May 25, 2018', 'Effective date:[ October 11, 2017]{ May 25, 2018}'],
    ['You must be 13 years old.', 'You must be 16 years old.', 'You must be[ 13]{ 16} years old.'],
    ['A fine of up to $1,000 is due.', 'A fine of up to $10,000 is due.', 'A fine of up to[ $1,000]{ $10,000} is due.'],
    ['It costs 14.50 EUR a month.', 'It costs 15.50 EUR a month.', 'It costs[ 14.50 EUR]{ 15.50 EUR} a month.'],
    ['Write to legal@example.org.', 'Write to privacy@example.org.', 'Write to[ legal@example.org]{ privacy@example.org}.'],
    ['Gültig ab 3. März 2020.', 'Gültig ab 1. Mai 2021.', 'Gültig ab[ 3. März 2020]{ 1. Mai 2021}.'],
    ['Interest of 5% applies.', 'Interest of 7.5% applies.', 'Interest of[ 5%]{ 7.5%} applies.'],
  ])('%s → %s', (old, fresh, marked) => {
    expect(markedWords(old, fresh)).toBe(marked);
  });
});

describe('a redline says what kind of change a reader meets', () => {
  test.each([
    ['Data is kept for 30 days.', 'Data is kept for 60 days.', 'number'],
    ['We may share your data.', 'We may not share your data.', 'negation'],
    ['You may object to it.', 'You must object to it.', 'modal'],
    ['It applies from May 3, 2018 on.', 'It applies from June 4, 2019 on.', 'date'],
    ['You pay monthly in advance.', 'You pay yearly in advance.', 'date'],
    ['We are 37signals here.', 'We are 38signals here.', 'wording'],
    ['We value your trust.', 'We value your confidence.', 'wording'],
    ["They said it's free.", 'They said it’s free.', 'typography'],
    ['It is theirs - for now.', 'It is theirs – for now.', 'typography'],
  ])('%s → %s is a change of kind %s', (old, fresh, kind) => {
    expect(kindsIn(compared([paragraph(old)], [paragraph(fresh)]))).toEqual([kind]);
  });

  test.each([
    ['Wir geben Daten weiter.', 'Wir geben keine Daten weiter.', 'negation'],
    ['Das darf jeder von Ihnen verlangen.', 'Das muss jeder von Ihnen verlangen.', 'modal'],
  ])('in German, too: %s → %s is a change of kind %s', (old, fresh, kind) => {
    expect(kindsIn(compared([paragraph(old)], [paragraph(fresh)], 'de'))).toEqual([kind]);
  });

  test('a defined term that comes into a sentence is named', () => {
    const old = [paragraph('“Content” is what you post.'), paragraph('You own all of it for ever and ever.')];
    const fresh = [paragraph('“Content” is what you post.'), paragraph('You own all Content for ever and ever.')];
    expect(kindsIn(compared(old, fresh))).toEqual(['term, wording']);
  });
});

describe('marks stand where a person would put them', () => {
  test('a sentence put between two others is marked from its beginning to its end', () => {
    const marked = markedWords(
      'We keep your data. We delete your data on request.',
      'We keep your data. We sell your data never. We delete your data on request.',
    );
    expect(marked).toBe('We keep your data.{ We sell your data never.} We delete your data on request.');
  });

  test('a member put into an enumeration is marked with its comma', () => {
    expect(markedWords('We use names, addresses and telephones.', 'We use names, pictures, addresses and telephones.')).toBe(
      'We use names,{ pictures,} addresses and telephones.',
    );
  });

  test('a small word between two replacements is read as part of one', () => {
    expect(markedWords('It covers the loss of profits in full.', 'It covers the damage to goods in full.')).toBe(
      'It covers the[ loss of profits]{ damage to goods} in full.',
    );
  });

  test('a sentence of which next to nothing stays is marked as one', () => {
    const marked = markedWords(
      'Our servers in Ohio hold copies of every message for three whole years.',
      'Whoever asks the support team about an account gets a written answer of ours.',
    );
    expect(marked.match(/\[/gu)).toHaveLength(1);
  });

  test('a word with an apostrophe or a hyphen is never marked in part', () => {
    expect(markedWords("You don't opt-out of it.", "You can't opt-in to it.")).toBe("You[ don't opt-out of]{ can't opt-in to} it.");
  });

  test('a space that a removed beginning takes along is no change of its own', () => {
    const found = compared([paragraph('In any case. You may ask us for a copy.')], [paragraph('You may ask us for a copy.')]);
    expect(kindsIn(found)).toEqual(['wording']);
  });
});

describe('languages that are written without spaces', () => {
  test('Japanese is marked word by word', () => {
    expect(markedWords('個人情報を収集します。', '個人情報を共有します。', 'ja')).toBe('個人情報を[収集]{共有}します。');
  });

  test('Arabic and Hebrew are marked word by word, in the order of their letters', () => {
    expect(markedWords('نحن نجمع البيانات عنك', 'نحن نشارك البيانات عنك', 'ar')).toBe('نحن[ نجمع]{ نشارك} البيانات عنك');
    expect(markedWords('אנחנו שומרים מידע עליך', 'אנחנו מוחקים מידע עליך', 'he')).toBe('אנחנו[ שומרים]{ מוחקים} מידע עליך');
  });
});
