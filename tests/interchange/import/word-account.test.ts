import { describe, expect, test } from 'vitest';
import { drop, startLog } from '../../../src/interchange/import/import-log.ts';
import { pageText } from '../../../src/interchange/import/page-words.ts';
import { fragmentSource } from '../../../src/interchange/import/source.ts';
import { accountWords, type WordAccount } from '../../../src/interchange/import/word-account.ts';
import { parsePolicy } from '../../../src/mdx/parse-policy.ts';

/** What the account says of a page and a draft that somebody made from it, well or badly. */
function account(page: string, draft: string, dropped: string[] = []): WordAccount {
  const source = fragmentSource(page, (offset) => page.slice(0, offset).split('\n').length);
  const log = startLog();
  for (const node of source.tree.children) {
    if (node.type === 'element' && dropped.includes(node.tagName)) drop(node, 'site-frame', log);
  }
  const { record } = parsePolicy({ body: draft, file: 'policy.mdx', lang: 'en', retired: {} });
  if (!record) throw new Error('The draft of this test cannot be read.');
  return accountWords(pageText(source, source.tree), record, log);
}

describe('the account of words', () => {
  test('is empty when the draft says what the page says', () => {
    const { lost, added, moved } = account('<p>One <b>t</b>wo</p>\n<ul><li>three</li></ul>', 'One **t**wo\n\n- three\n');
    expect({ lost, added, moved }).toEqual({ lost: [], added: [], moved: [] });
  });

  test('names a lost word with its line', () => {
    const { lost, added } = account('<p>We keep</p>\n<p>no names at all</p>', 'We keep\n\nno names all\n');
    expect(lost).toEqual([{ reason: 'unexplained', wordCount: 1, passages: [{ line: 2, text: 'at' }] }]);
    expect(added).toEqual([]);
  });

  test('names an added word, even a small one', () => {
    const { added } = account('<p>We share data</p>', 'We do not share data\n');
    expect(added).toEqual([{ reason: 'unexplained', wordCount: 2, passages: [{ line: 1, text: 'do not' }] }]);
  });

  test('takes two words run together for two lost and one added', () => {
    const { lost, added } = account('<table><tr><td>one<br>two</td></tr></table>', 'onetwo\n');
    expect([lost[0]?.wordCount, added[0]?.passages[0]?.text]).toEqual([2, 'onetwo']);
  });

  test('counts the labels of a counting list as words', () => {
    const { lost, added } = account('<ol type="a"><li>first</li></ol>', '1. first\n');
    expect([lost[0]?.passages[0]?.text, added[0]?.passages[0]?.text]).toEqual(['a.', '1.']);
  });

  test('says that words moved when they stand elsewhere', () => {
    const { lost, added, moved } = account('<p>alpha beta gamma</p>', 'beta gamma alpha\n');
    expect({ lost, added, moved: moved[0]?.passages }).toEqual({ lost: [], added: [], moved: [{ line: 1, text: 'alpha' }] });
  });

  test('puts words that were left out on purpose under their reason', () => {
    const { lost, sourceWordCount } = account('<nav>Home</nav><p>Text</p>', 'Text\n', ['nav']);
    expect(lost).toEqual([{ reason: 'site-frame', wordCount: 1, passages: [{ line: 1, text: 'Home' }] }]);
    expect(sourceWordCount).toBe(2);
  });

  test('finds a word that was left out on purpose and is in the draft all the same', () => {
    expect(account('<nav>Home</nav><p>Text</p>', 'Home Text\n', ['nav']).added[0]?.passages[0]?.text).toBe('Home');
  });
});
