import { expect, test } from 'vitest';
import { tableNames } from '../../../src/model/record/table-names.ts';

test('no two tables of a page have the same name', () => {
  const nameOf = tableNames({ table: 'Table', tableNamed: 'Table: {caption}' });
  expect(['', 'Cookies', '', 'Cookies', 'Rights'].map(nameOf)).toEqual([
    'Table',
    'Table: Cookies',
    'Table 2',
    'Table: Cookies 2',
    'Table: Rights',
  ]);
});
